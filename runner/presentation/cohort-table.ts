import type { Cohort, CohortRow } from '../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { shortPseudonym, toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { ofDayLines, told } from '../../wording/withheld-lines.ts';
import { basisLines, peopleLines, toldStatus } from './about-lines.ts';
import Table from './drawn-table.ts';

export interface TableSize {
  /** Columns of the terminal. */
  readonly width: number;
  /** Rows shown; of the rest it is said how many they are. */
  readonly rows: number;
}

/** A cohort for a planner at a terminal, in the cohort's own language. Colourless, so that it can be piped. */
export function renderCohortTable(cohort: Cohort, size: TableSize): string {
  const { language } = cohort;
  const shown = cohort.rows.slice(0, size.rows);
  const left = cohort.rows.length - shown.length;
  const lines = [
    ...heading(cohort),
    '',
    ...(shown.length > 0 ? [table(cohort, shown, size.width)] : []),
    ...(left > 0 ? [say(texts.cohort.more, language, { count: left })] : []),
    '',
    ...standing(cohort),
    '',
    texts.cohort.notACause[language],
    ...(isMeasured(cohort) ? [texts.cohort.howSure[language]] : []),
    texts.cohort.peopleDecide[language],
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a reason shown says how sure it is. */
const isMeasured = ({ rows }: Cohort) =>
  rows.some(({ reasons }) => reasons.some(({ certainty }) => certainty !== 'not-measured'));

function heading(cohort: Cohort): string[] {
  const { language, horizonMonths, horizonsMonths } = cohort;
  const { share, day } = figures(language);
  const outcome = capitalised(cohort.outcomeName[language], language);
  const averages = horizonsMonths.map(
    (months, place) =>
      `${say(texts.model.months, language, { months })} ${share(cohort.averageProbability[place] as number)}`,
  );
  return [
    ...(cohort.origin === 'register' ? [] : [`*** ${texts.origins[cohort.origin][language]} ***`]),
    say(texts.cohort.title, language, { outcome, months: horizonMonths }),
    ...peopleLines(cohort),
    say(texts.cohort.basedOn, language, { model: cohort.modelVersion, day: day(cohort.landmarkOn) }),
    say(texts.cohort.average, language, { share: averages.join(', ') }),
    ...typicalLine(cohort),
  ];
}

/** What reasons start from: what age alone comes to, apart from everything that may be a reason. */
function typicalLine({ language, horizonsMonths, horizonMonths, typicalByAge }: Cohort): string[] {
  if (typicalByAge.length === 0) return [];
  const { share } = figures(language);
  const at = horizonsMonths.indexOf(horizonMonths);
  const shares = typicalByAge.map(
    ({ ageBand, probability }) => `${toldBand(ageBand, language)} ${share(probability[at] as number)}`,
  );
  return [say(texts.cohort.typical, language, { shares: shares.join(', ') })];
}

export const capitalised = (text: string, language: Language) =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

/** Narrower than this, reasons and what can be changed go on lines of their own below each client. */
const narrowest = { reasons: 40, changeable: 24 };

function table(cohort: Cohort, rows: readonly CohortRow[], width: number): string {
  const { language } = cohort;
  const cells = rows.map((row) => rowCells(row, cohort));
  const wide = columnsFor(columnHeads(cohort), cells, width - 1);
  const isWide = wide.left >= narrowest.reasons + narrowest.changeable;
  const { heads, widths } = isWide ? wide : columnsFor(shortHeads(cohort), cells, width);
  const forChangeable = Math.max(narrowest.changeable, Math.floor(wide.left / 3));
  const told = [texts.cohort.reasons[language], texts.cohort.changeable[language]];
  const drawn = new Table({
    head: isWide ? [...heads, ...told] : heads,
    colWidths: isWide ? [...widths, wide.left - forChangeable, forChangeable] : widths,
    colAligns: ['right', 'left', 'left', 'left', 'right', 'right', 'right', 'left', 'left'],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  rows.forEach((row, place) => {
    const reasons = aboutRow(row, cohort.language).join('\n');
    const changeable = listed(row.changeable);
    const own = cells[place] as string[];
    if (isWide) drawn.push([...own, reasons, changeable]);
    else drawn.push(own, ...below(own.length, reasons, changeable && `${told[1]}:\n${changeable}`));
  });
  return drawn.toString();
}

/** What services the client has, and the reasons. */
const aboutRow = ({ serviceStatus, reasons }: CohortRow, language: Language): string[] => [
  `${aboutTexts.serviceStatus[language]}: ${inSentence(toldStatus(serviceStatus, language), language)}`,
  ...(reasons.length > 0 ? [listed(reasons)] : []),
];

const inSentence = (text: string, language: Language) =>
  text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);

const listed = (items: ReadonlyArray<{ readonly text: string }>) =>
  items.map(({ text }) => `• ${text}`).join('\n');

/** Rows across all columns; what is empty has none. */
const below = (colSpan: number, ...contents: readonly string[]) =>
  contents
    .filter((content) => content !== '')
    .map((content) => [{ colSpan, hAlign: 'left' as const, content }]);

/** How wide each column must be, its margins included, and how much of the terminal that leaves. */
function columnsFor(heads: string[], cells: readonly string[][], width: number) {
  const widths = heads.map(
    (head, column) => 2 + Math.max(longestWord(head), ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const borders = heads.length + 2;
  return { heads, widths, left: width - borders - widths.reduce((sum, each) => sum + each, 0) };
}

const longestWord = (text: string) => Math.max(...text.split(' ').map((word) => word.length));

function columnHeads(cohort: Cohort): string[] {
  const { language, horizonsMonths, horizonMonths } = cohort;
  return [
    ...whoHeads(cohort),
    ...horizonsMonths.map((months) => say(texts.cohort.probability, language, { months })),
    say(texts.cohort.expectedCost, language, { months: horizonMonths }),
  ];
}

/** Signs instead of words over the figures, for a terminal of 80 columns. */
function shortHeads(cohort: Cohort): string[] {
  const within = (months: number) => say(texts.model.months, cohort.language, { months });
  return [
    ...whoHeads(cohort),
    ...cohort.horizonsMonths.map((months) => `% ${within(months)}`),
    `€ ${within(cohort.horizonMonths)}`,
  ];
}

const whoHeads = ({ language }: Cohort): string[] => [
  texts.cohort.rank[language],
  texts.cohort.pseudonym[language],
  texts.cohort.ageBand[language],
  texts.cohort.municipality[language],
];

function rowCells(row: CohortRow, { language, horizonsMonths, horizonMonths }: Cohort): string[] {
  const { share, euros } = figures(language);
  return [
    String(row.rank),
    shortPseudonym(row.client),
    toldBand(row.ageBand, language),
    toldMunicipality(row.municipality, language),
    ...row.probability.map(share),
    euros(row.expectedCostCents[horizonsMonths.indexOf(horizonMonths)] as number),
  ];
}

/** How many fit, who was withheld and why, and what else the reader must know. */
function standing(cohort: Cohort): string[] {
  const { language, eligible, notes } = cohort;
  return [
    say(texts.cohort.eligible, language, { figure: told(eligible, language) }),
    ...(notes.includes('too-few-to-show') ? [] : ofDayLines(cohort.withheld, language)),
    ...notes.map((note) => texts.notes[note][language]),
    ...basisLines(cohort),
  ];
}
