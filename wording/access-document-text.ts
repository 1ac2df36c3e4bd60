import type { DataSource } from '../data-contracts/schemas/data-source.ts';
import type { Language, Texts } from '../data-contracts/schemas/fields.ts';
import { gateTexts } from '../data-contracts/vocabularies/gate-texts.ts';
import { rightsTexts } from '../data-contracts/vocabularies/rights-texts.ts';
import { texts } from '../data-contracts/vocabularies/texts.ts';
import { unitNamesFrom } from '../data-contracts/vocabularies/unit-names.ts';
import type { HeldRow } from '../functions/core/ports/held-data.ts';
import type { AccessDocument, ScoreShown } from '../functions/core/rights/access-document.ts';
import { basisLines, controllerLines, rightsLines, storageLines } from './county-told-lines.ts';
import { dayInWords } from './days-in-words.ts';
import { heldFileCounts } from './held-file-lines.ts';
import { say } from './say.ts';
import { usedLines } from './used-lines.ts';

/**
 * What is held of a person as a letter to them, in Markdown: short sentences, days in words, units by their names.
 * @source GDPR, articles 12(1) and 13–15
 */
export function accessDocumentText(document: AccessDocument): string {
  const { language, at, county } = document;
  const t = (text: Texts, values: Record<string, string | number> = {}) => say(text, language, values);
  const section = (title: Texts, lines: readonly string[]) =>
    `## ${t(title)}\n\n${lines.length > 0 ? lines.join('\n') : t(rightsTexts.nothing)}\n`;
  const seen = usedLines(document);
  return [
    `# ${t(rightsTexts.title)}\n`,
    `${t(rightsTexts.madeAt, { day: dayInWords(at, language) })}\n`,
    ...originLines(document),
    `${t(rightsTexts.purpose)}\n`,
    section(rightsTexts.controllerTitle, controllerLines(county, language)),
    section(rightsTexts.heldTitle, heldLines(document)),
    section(rightsTexts.scoresTitle, scoreLines(document)),
    section(rightsTexts.hiddenTitle, hiddenLines(document)),
    section(rightsTexts.basesTitle, basisLines(county, language)),
    section(rightsTexts.storageTitle, storageLines(county, language)),
    section(rightsTexts.saidTitle, saidLines(document)),
    section(rightsTexts.listsTitle, [...listLines(document), ...lotLines(document)]),
    section(rightsTexts.shownTitle, seen.shown),
    section(rightsTexts.otherUseTitle, seen.other),
    section(rightsTexts.rightsTitle, rightsLines(county, language)),
    ...(document.files.length > 0 ? [section(rightsTexts.filesTitle, fileLines(document))] : []),
  ].join('\n');
}

const fileLines = ({ files, language }: AccessDocument) => [
  rightsTexts.filesAre[language],
  '',
  ...heldFileCounts(files, language),
];

/** The mark of people who are not real. */
function originLines({ scores, language }: AccessDocument): string[] {
  const origin = scores.map((score) => score.origin).find((one) => one !== 'register');
  return origin ? [`**${texts.origins[origin][language]}**\n`] : [];
}

function heldLines({ tables, identityVersions: count, language }: AccessDocument): string[] {
  const identity = count > 0 ? ['', say(rightsTexts.identity, language)] : [];
  if (tables.length === 0) return [rightsTexts.heldNothing[language], ...identity];
  const lines = tables.map(({ table, rows }) => {
    const recorded = rows.map(recordedDay).filter(Boolean).sort();
    const values = {
      table: rightsTexts.tables[table][language],
      count: rows.length,
      sources: sourceNames(
        rows.map(({ data_source: source }) => source ?? 'all'),
        language,
      ),
    };
    return `- ${say(rightsTexts.heldLine, language, values)} ${recordedBetween(recorded, language)}`.trim();
  });
  return [...lines, '', rightsTexts.heldCopy[language], ...identity];
}

function recordedBetween(days: readonly string[], language: Language): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [dayInWords(first, language), dayInWords(last, language)];
  return from === to
    ? say(rightsTexts.recordedOn, language, { day: from })
    : say(rightsTexts.recordedBetween, language, { from, to });
}

/** The day on which a row was recorded; consents have an instant. */
const recordedDay = (row: HeldRow) => (row.recorded_on ?? row.recorded_at ?? '').slice(0, 10);

const sourceNames = (sources: readonly string[], language: Language) =>
  [...new Set(sources)].map((source) => sourceName(source, language)).join(', ');

const sourceName = (source: string, language: Language) =>
  source in rightsTexts.sources
    ? rightsTexts.sources[source as DataSource][language]
    : rightsTexts.everySource[language];

function scoreLines(document: AccessDocument): string[] {
  const { scores, language } = document;
  if (scores.length === 0) return [rightsTexts.noScore[language]];
  return [
    ...scores.flatMap((score) => [
      scoreLine(score, language),
      '',
      typicalLine(score, language),
      '',
      ...score.reasons.map((reason) => `- ${reason}`),
      '',
      ...(score.changeable.length > 0
        ? [rightsTexts.changeable[language], '', ...score.changeable.map((factor) => `- ${factor}`), '']
        : []),
    ]),
    rightsTexts.notACause[language],
  ];
}

function hiddenLines({ hiddenDemand, language }: AccessDocument): string[] {
  if (hiddenDemand.length === 0) return [rightsTexts.noHidden[language]];
  return hiddenDemand.flatMap(({ landmarkOn, sources, reasons, speaksForIt }) => [
    say(rightsTexts.hiddenLine, language, {
      day: dayInWords(landmarkOn, language),
      sources: sourceNames(sources, language),
    }),
    '',
    ...[...reasons, ...speaksForIt].map((text) => `- ${text}`),
  ]);
}

/** Of a hundred people, as whole people. */
const ofHundred = (probability: number) => Math.round(probability * 100);

function scoreLine(score: ScoreShown, language: Language): string {
  const [first, second] = score.probability;
  return say(rightsTexts.scoreLine, language, {
    outcome: score.outcomeName[language],
    first: ofHundred(first),
    second: ofHundred(second),
    firstMonths: score.horizonsMonths[0],
    secondMonths: score.horizonsMonths[1],
    firstAverage: ofHundred(score.averageProbability[0]),
    secondAverage: ofHundred(score.averageProbability[1]),
    model: score.modelVersion,
    day: dayInWords(score.landmarkOn, language),
    sources: sourceNames(score.sources, language),
  });
}

function typicalLine(score: ScoreShown, language: Language): string {
  const [first, second] = score.typicalProbability;
  return say(rightsTexts.typicalLine, language, {
    first: ofHundred(first),
    second: ofHundred(second),
    firstMonths: score.horizonsMonths[0],
    secondMonths: score.horizonsMonths[1],
  });
}

const saidLines = ({ said, language }: AccessDocument) =>
  [...said]
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
    .map(
      ({ effectiveAt, kind, purpose, coveredSource }) =>
        `- ${say(rightsTexts.saidLine, language, {
          day: dayInWords(effectiveAt, language),
          kind: gateTexts.consent.kinds[kind][language],
          purpose:
            purpose === 'all' ? rightsTexts.everyPurpose[language] : rightsTexts.purposes[purpose][language],
          source: sourceName(coveredSource, language),
        })}`,
    );

function listLines({ lists, language, county }: AccessDocument): string[] {
  const nameOf = unitNamesFrom(county.unitNames);
  return lists.flatMap(({ madeAt, unit, outcome = 'none', attempts, notes }) => {
    const words = gateTexts.outreach.outcomes[outcome as keyof typeof gateTexts.outreach.outcomes][language];
    const values = { day: dayInWords(madeAt, language), unit: nameOf(unit, language), outcome: words };
    const recorded = say(rightsTexts.listRecorded, language, { count: attempts, notes: notes.length });
    return [
      `- ${say(rightsTexts.listLine, language, values)} ${recorded}`,
      ...notes.flatMap(({ at, text }) =>
        text === undefined
          ? []
          : [`  - ${say(rightsTexts.noteLine, language, { day: dayInWords(at, language), text })}`],
      ),
    ];
  });
}

const lotLines = ({ lots, language }: AccessDocument) =>
  lots.map(({ madeAt, intervention }) => {
    const values = { day: dayInWords(madeAt, language), won: intervention === null ? 'no' : 'yes' };
    return `- ${say(rightsTexts.lotLine, language, values)}`;
  });
