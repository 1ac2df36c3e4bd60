import type { Language } from '../../data-contracts/schemas/fields.ts';
import {
  type HiddenDemandCounts,
  HiddenDemandList,
  type HiddenDemandStatistics,
} from '../../data-contracts/schemas/hidden-demand-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import {
  hiddenDemandTexts,
  hiddenReasonTexts,
} from '../../data-contracts/vocabularies/hidden-demand-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { type Cell, csvForms, spreadsheetCsv } from '../../functions/core/spreadsheet-csv.ts';
import { figures, municipalityName } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { shortPseudonym, toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { ofDayLines, told } from '../../wording/withheld-lines.ts';
import type { TableSize } from './cohort-table.ts';
import Table from './drawn-table.ts';
import { fittedTable } from './fitted-table.ts';

type Listed = HiddenDemandList['rows'][number];

/** Who is worth a check-up, for a planner at a terminal. Colourless, so that it can be piped. */
export function renderHiddenDemand(list: HiddenDemandList, { width, rows }: TableSize): string {
  const { language } = list;
  const shown = list.rows.slice(0, rows);
  const left = list.rows.length - shown.length;
  const lines = [
    ...originMark(list, language),
    hiddenDemandTexts.title[language],
    `${hiddenReasonTexts[list.reason][language]}. ${say(hiddenDemandTexts.basedOn, language, {
      day: figures(language).day(list.landmarkOn),
      version: list.version,
    })}`,
    '',
    shown.length > 0 ? table(list, shown, width) : hiddenDemandTexts.nobody[language],
    ...(left > 0 ? [say(texts.cohort.more, language, { count: left })] : []),
    '',
    say(hiddenDemandTexts.foundWhoFit, language, { figure: told(list.eligible, language) }),
    ...ofDayLines(list.withheld, language),
    ...list.notes.map((note) => texts.notes[note][language]),
    '',
    hiddenDemandTexts.notADiagnosis[language],
    hiddenDemandTexts.notRisk[language],
    texts.cohort.peopleDecide[language],
  ];
  return `${lines.join('\n')}\n`;
}

function table(list: HiddenDemandList, rows: readonly Listed[], width: number): string {
  const { language } = list;
  const cells = rows.map((row) => whoCells(row, language));
  const heads = whoHeads(language);
  const widths = heads.map(
    (head, column) => 2 + Math.max(head.length, ...cells.map((row) => row[column]!.length)),
  );
  const left = width - widths.reduce((sum, one) => sum + one, 0) - heads.length - 2;
  const drawn = new Table({
    head: [...heads, hiddenDemandTexts.why[language]],
    colWidths: [...widths, Math.max(30, left)],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  rows.forEach((row, place) => {
    drawn.push([...cells[place]!, linesOf(row).join('\n')]);
  });
  return drawn.toString();
}

const linesOf = ({ reasons, speaksForIt }: Listed) => [
  ...reasons.map(({ text }) => `• ${text}`),
  ...speaksForIt.map((text) => `  – ${text}`),
];

export const whoHeads = (language: Language) => [
  texts.cohort.rank[language],
  texts.cohort.pseudonym[language],
  texts.cohort.ageBand[language],
  texts.cohort.municipality[language],
  hiddenDemandTexts.strength[language],
];

/** Who somebody is, and how strong the reason: what the cells of `whoHeads` hold. */
export const whoCells = (
  row: Pick<Listed, 'rank' | 'client' | 'ageBand' | 'municipality' | 'strength'>,
  language: Language,
) => [
  String(row.rank),
  shortPseudonym(row.client),
  toldBand(row.ageBand, language),
  toldMunicipality(row.municipality, language),
  figures(language).decimal(row.strength, 2),
];

/** The same for a spreadsheet, which takes the whole pseudonym and numbers as they are; and why. */
export const whoCsvCells = (
  row: Pick<Listed, 'rank' | 'client' | 'ageBand' | 'municipality' | 'strength' | 'reasons'>,
  language: Language,
): Cell[] => [
  row.rank,
  row.client,
  toldBand(row.ageBand, language),
  toldMunicipality(row.municipality, language),
  row.strength,
  row.reasons.map(({ text }) => text).join('; '),
];

/** The list for a spreadsheet in its own language. */
export function hiddenDemandCsv(list: HiddenDemandList): string {
  const { language, rows, origin } = list;
  const bodies = rows.map((row): Cell[] => [
    ...whoCsvCells(row, language),
    row.speaksForIt.join('; '),
    texts.origins[origin][language],
  ]);
  const why = hiddenDemandTexts.why[language];
  const heads = [...whoHeads(language), why, `${why} 2`, texts.cohort.origin[language]];
  return spreadsheetCsv([heads, ...bodies], csvForms[language]);
}

export const hiddenDemandJson = (list: HiddenDemandList): string =>
  `${JSON.stringify(HiddenDemandList.parse(list), null, 2)}\n`;

/** How many are worth a check-up, a table for each reason. */
export function hiddenStatisticsTables(
  statistics: HiddenDemandStatistics,
  language: Language,
  width: number,
): string {
  const words = hiddenDemandTexts.statistics;
  return [
    ...originMark(statistics, language),
    words.title[language],
    ...statistics.reasons.flatMap((counts) => [
      '',
      hiddenReasonTexts[counts.reason][language],
      countsTable(counts, language, width),
    ]),
    '',
    gateTexts.statistics.method[language],
    hiddenDemandTexts.notADiagnosis[language],
  ].join('\n');
}

/** A line for each municipality, a column for each language, and of what is told the sums. */
function countsTable({ cells, total }: HiddenDemandCounts, language: Language, width: number): string {
  const words = hiddenDemandTexts.statistics;
  const { count } = figures(language);
  const distinct = (of: (cell: HiddenDemandCounts['cells'][number]) => string) => [...new Set(cells.map(of))];
  const languages = distinct(({ serviceLanguage }) => serviceLanguage);
  const ofLanguage = (asked: string) => cells.filter(({ serviceLanguage }) => serviceLanguage === asked);
  const rows = distinct(({ municipality }) => municipality).map((municipality) => [
    municipalityName(municipality, language),
    ...languages.map((each) =>
      told(
        ofLanguage(each).find((cell) => cell.municipality === municipality)?.people ?? 'suppressed',
        language,
      ),
    ),
  ]);
  const sums = languages.map((each) =>
    ofLanguage(each).reduce((sum, { people }) => sum + (people === 'suppressed' ? 0 : people), 0),
  );
  const names = languages.map((each) => words.languages[languageNames[each] ?? 'other'][language]);
  return fittedTable(
    {
      heads: [texts.cohort.municipality[language], ...names],
      rows: [...rows, [say(words.told, language, { total: count(total) }), ...sums.map(count)]],
      colAligns: ['left', ...languages.map(() => 'right' as const)],
    },
    width,
  );
}

const languageNames: Readonly<Record<string, keyof typeof hiddenDemandTexts.statistics.languages>> = {
  fi: 'finnish',
  sv: 'swedish',
};

export const originMark = ({ origin }: Pick<HiddenDemandList, 'origin'>, language: Language) =>
  origin === 'register' ? [] : [`*** ${texts.origins[origin][language]} ***`];
