import type { AuditEntry } from '../../data-contracts/schemas/audit-entry.ts';
import type { DataSource } from '../../data-contracts/schemas/data-source.ts';
import type { Texts } from '../../data-contracts/schemas/fields.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { heldFileLines } from '../../functions/adapters/intl/held-file-lines.ts';
import { say } from '../../functions/adapters/intl/intl-wording.ts';
import type { HeldRow } from '../../functions/core/ports/held-data.ts';
import type { AccessDocument, ScoreShown } from '../../functions/core/rights/access-document.ts';
import { auditParts } from './audit-parts.ts';
import { figures } from './figures.ts';

/** What is held of a person as a document in their language, in Markdown. */
export function accessDocumentText(document: AccessDocument): string {
  const { language, at, identityVersions: count } = document;
  const t = (text: Texts, values: Record<string, string | number> = {}) => say(text, language, values);
  const section = (title: Texts, lines: readonly string[]) =>
    `## ${t(title)}\n\n${lines.length > 0 ? lines.join('\n') : t(rightsTexts.nothing)}\n`;
  return [
    `# ${t(rightsTexts.title)}\n\n${t(rightsTexts.madeAt, { instant: at })}\n\n${t(rightsTexts.purpose)}\n`,
    section(rightsTexts.heldTitle, [
      ...heldLines(document),
      ...(count > 0 ? [`\n${t(rightsTexts.identity, { count })}`] : []),
    ]),
    section(rightsTexts.filesTitle, heldFileLines(document.files, language)),
    section(rightsTexts.scoresTitle, scoreLines(document)),
    section(rightsTexts.saidTitle, saidLines(document)),
    section(rightsTexts.listsTitle, [...listLines(document), ...lotLines(document)]),
    section(rightsTexts.seenTitle, seenLines(document)),
    section(
      rightsTexts.rightsTitle,
      Object.values(rightsTexts.rights).map((right) => `- ${t(right)}`),
    ),
  ].join('\n');
}

function heldLines({ tables, language }: AccessDocument): string[] {
  if (tables.length === 0) return [rightsTexts.heldNothing[language]];
  const lines = tables.map(({ table, rows }) => {
    const recorded = rows.map(recordedDay).sort();
    const values = {
      table: rightsTexts.tables[table][language],
      count: rows.length,
      sources: sourceNames(
        rows.map(({ data_source: source }) => source ?? 'all'),
        language,
      ),
      from: recorded[0] ?? '',
      to: recorded.at(-1) ?? '',
    };
    return `- ${say(rightsTexts.heldLine, language, values)}`;
  });
  return [...lines, '', rightsTexts.heldCopy[language]];
}

/** The day on which a row was recorded; consents have an instant. */
const recordedDay = (row: HeldRow) => (row.recorded_on ?? row.recorded_at ?? '').slice(0, 10);

const sourceNames = (sources: readonly string[], language: AccessDocument['language']) =>
  [...new Set(sources)].map((source) => sourceName(source, language)).join(', ');

const sourceName = (source: string, language: AccessDocument['language']) =>
  source in rightsTexts.sources
    ? rightsTexts.sources[source as DataSource][language]
    : rightsTexts.everything[language];

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

function scoreLine(score: ScoreShown, language: AccessDocument['language']): string {
  const { share, day } = figures(language);
  const [first, second] = score.probability;
  return say(rightsTexts.scoreLine, language, {
    outcome: score.outcomeName[language],
    first: share(first),
    second: share(second),
    firstMonths: score.horizonsMonths[0],
    secondMonths: score.horizonsMonths[1],
    firstAverage: share(score.averageProbability[0]),
    secondAverage: share(score.averageProbability[1]),
    model: score.modelVersion,
    day: day(score.landmarkOn),
    sources: sourceNames(score.sources, language),
  });
}

function typicalLine(score: ScoreShown, language: AccessDocument['language']): string {
  const { share } = figures(language);
  const [first, second] = score.typicalProbability.map(share);
  const [firstMonths, secondMonths] = score.horizonsMonths;
  return say(rightsTexts.typicalLine, language, {
    first: first!,
    second: second!,
    firstMonths,
    secondMonths,
  });
}

const saidLines = ({ said, language }: AccessDocument) =>
  [...said]
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
    .map(
      ({ effectiveAt, kind, purpose, coveredSource }) =>
        `- ${say(rightsTexts.saidLine, language, {
          instant: effectiveAt,
          kind: gateTexts.consent.kinds[kind][language],
          purpose:
            purpose === 'all'
              ? rightsTexts.everything[language]
              : gateTexts.audit.purposes[purpose][language],
          source: sourceName(coveredSource, language),
        })}`,
    );

const listLines = ({ lists, language }: AccessDocument) =>
  lists.map(({ madeAt, unit, outcome = 'none' }) => {
    const words = gateTexts.outreach.outcomes[outcome as keyof typeof gateTexts.outreach.outcomes][language];
    return `- ${say(rightsTexts.listLine, language, { instant: madeAt, unit, outcome: words })}`;
  });

const lotLines = ({ lots, language }: AccessDocument) =>
  lots.map(({ madeAt, intervention }) => {
    const values = { instant: madeAt, won: intervention === null ? 'no' : 'yes' };
    return `- ${say(rightsTexts.lotLine, language, values)}`;
  });

/** Workers are told of by role and unit. */
function seenLines({ seen, language }: AccessDocument): string[] {
  return seen.map(({ entry }: { readonly entry: AuditEntry }) => {
    const { requester, what, outcome } = auditParts(entry, language);
    const values = {
      instant: entry.at,
      role: requester ? rightsTexts.roles[requester.role][language] : '',
      unit: requester?.unit ?? '',
      what,
      outcome: outcome || gateTexts.audit.outcomes.allowed[language],
    };
    return `- ${say(rightsTexts.seenLine, language, values)}`;
  });
}
