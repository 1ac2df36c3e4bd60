import type { SafeCount, SafeTable } from '../../data-contracts/schemas/cohort.ts';
import type { Language, Texts } from '../../data-contracts/schemas/fields.ts';
import {
  type IdentifiedRow,
  MissingReason,
  type OutreachListHead,
} from '../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { outreachTexts } from '../../data-contracts/vocabularies/outreach-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { languageCell } from '../../functions/core/outreach/export-cells.ts';
import type { ListProgress } from '../../functions/core/outreach/list-progress.ts';
import type { ListHead } from '../../functions/core/outreach/lists-of-unit.ts';
import type { NamedUnit } from '../../functions/core/outreach/named-units.ts';
import type { OpenedList } from '../../functions/core/outreach/open-outreach-list.ts';
import type { UnitPreview } from '../../functions/core/outreach/preview-outreach-list.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { told } from '../../wording/withheld-lines.ts';
import { fittedTable } from './fitted-table.ts';

const words = gateTexts.outreach;
const { columns, preview, progress } = outreachTexts;

/** A text as a terminal may show it: nothing in a name moves the cursor or colours the screen. */
export const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');

const headsIn = (heads: readonly Texts[], language: Language) => heads.map((column) => column[language]);

/** What a list is called; without a name, by its number. */
export const listName = ({ name, number }: Pick<OutreachListHead, 'name' | 'number'>, language: Language) =>
  plain(name ?? say(outreachTexts.named, language, { number: String(number) }));

const state = (isClosed: boolean, language: Language) => (isClosed ? words.closed : words.open)[language];

/** The units that a list can be made for. */
export function unitsTable(units: readonly NamedUnit[], language: Language, width: number): string {
  if (units.length === 0) return words.noUnits[language];
  const heads = headsIn([words.unit, words.name], language);
  return fittedTable({ heads, rows: units.map(({ unit, name }) => [unit, plain(name)]) }, width);
}

/** A unit's lists, to choose one by its number. */
export function listsTable(lists: readonly ListHead[], language: Language, width: number): string {
  if (lists.length === 0) return words.none[language];
  const { day, count } = figures(language);
  const heads = [words.list, words.name, words.madeOn, words.rows, words.withOutcome, words.state];
  const rows = lists.map(({ list, rows, withOutcome, isClosed }) => [
    list.number,
    listName(list, language),
    day(list.madeAt.slice(0, 10)),
    count(rows),
    count(withOutcome),
    state(isClosed, language),
  ]);
  return fittedTable({ heads: headsIn(heads, language), rows }, width);
}

/** How the lists that a planner made get on. */
export function progressLines(lists: readonly ListProgress[], language: Language, width: number): string[] {
  if (lists.length === 0) return [progress.none[language]];
  const { day } = figures(language);
  const { list, name, unit, madeOn, state: stateHead } = words;
  const heads = headsIn([list, name, unit, madeOn, progress.made, progress.outcomes, stateHead], language);
  const rows = lists.map(({ list, listed, outcomes, isClosed }) => [
    list.number,
    listName(list, language),
    list.unit,
    day(list.madeAt.slice(0, 10)),
    few(listed, language),
    outcomes.map(({ name, count }) => `${outcomeName(name, language)}: ${few(count, language)}`).join('\n'),
    state(isClosed, language),
  ]);
  return [fittedTable({ heads, rows }, width), progress.method[language]];
}

const outcomeName = (name: string, language: Language) =>
  words.outcomes[name as keyof typeof words.outcomes][language];

const few = (count: SafeCount, language: Language) =>
  count === 'suppressed' ? preview.few[language] : figures(language).count(count);

/** How many each team may contact, and what the others are missing. */
export function previewLines(
  units: readonly UnitPreview[],
  asked: number,
  names: ReadonlyMap<string, string>,
  language: Language,
  width: number,
): string[] {
  if (units.length === 0) return [preview.nobody[language]];
  const missing = MissingReason.options.map((reason) => preview.missing[reason]);
  const heads = headsIn([words.unit, words.name, preview.mayBeContacted, ...missing], language);
  const rows = units.map(({ unit, mayBeContacted, missing }) => [
    unit,
    plain(names.get(unit) ?? unit),
    few(mayBeContacted, language),
    ...missing.map(({ count }) => few(count, language)),
  ]);
  return [fittedTable({ heads, rows }, width), say(preview.method, language, { asked })];
}

/**
 * A list for its team at a terminal, names and all, in the order of what to do next: what fits in columns, and below
 * each person what is suggested and why.
 */
export function openedListTable(opened: OpenedList, language: Language, width: number): string {
  const { list, rows, withheld } = opened;
  const cells = rows.map((row) => rowCells(row, language));
  const table = fittedTable(
    {
      heads: headsIn(rowHeads, language).filter((_, at) => !isBelow(at)),
      rows: cells.map((row) => row.filter((_, at) => !isBelow(at))),
      below: cells.map((row) => [aboutRow(row, language)]),
    },
    width,
  );
  return [
    listName(list, language),
    ...(list.origin === 'register' ? [] : [texts.origins[list.origin][language]]),
    ...(rows.length > 0 ? [table] : []),
    ...(withheld.total === 'suppressed'
      ? []
      : [say(outreachTexts.notShown, language, { count: withheld.total })]),
    words.peopleDecide[language],
  ].join('\n');
}

/** Above the cells of a row, in their order. */
export const rowHeads = [
  words.row,
  columns.next,
  words.name,
  words.telephone,
  columns.age,
  columns.municipality,
  words.language,
  words.intervention,
  words.reasons,
  words.changeable,
  words.outcome,
  columns.assignee,
];

const belowColumns: readonly Texts[] = [words.intervention, words.reasons, words.changeable];
const isBelow = (at: number) => belowColumns.includes(rowHeads[at]!);

/** Sentences need all the width there is. */
const aboutRow = (row: readonly string[], language: Language): string =>
  row.flatMap((cell, at) => (isBelow(at) && cell !== '' ? [underHead(at, cell, language)] : [])).join('\n');

const underHead = (at: number, cell: string, language: Language) =>
  `${rowHeads[at]![language]}:${cell.startsWith('•') ? '\n' : ' '}${cell}`;

/** What is known of a row, as its team reads it. */
export const rowCells = (row: IdentifiedRow, language: Language): string[] => [
  String(row.row),
  nextCell(row, language),
  nameCell(row, language),
  plain(row.telephone ?? outreachTexts.noTelephone[language]),
  row.ageBand ? toldBand(row.ageBand, language) : '',
  row.municipality ? toldMunicipality(row.municipality, language) : '',
  languageCell(row.serviceLanguage, language),
  row.intervention ?? words.teamDecides[language],
  ...[row.reasons, row.changeable].map((lines) => lines.map((line) => `• ${line}`).join('\n')),
  row.outcome ? words.outcomes[row.outcome][language] : '',
  row.assignee ?? '',
];

export const nameCell = ({ familyName, givenNames }: IdentifiedRow, language: Language) =>
  plain([familyName, givenNames].filter(Boolean).join(', ') || words.unknown[language]);

function nextCell({ next, callAgainOn }: IdentifiedRow, language: Language): string {
  const step = outreachTexts.next[next][language];
  return callAgainOn ? `${step} ${figures(language).day(callAgainOn)}` : step;
}

/** What came of closed lists, by intervention; without one, the team decided. */
export function resultsLines(
  results: ReadonlyArray<{ readonly intervention: string | undefined; readonly table: SafeTable }>,
  language: Language,
): string[] {
  if (results.length === 0) return [words.noResults[language]];
  return results.flatMap(({ intervention, table }) => [
    say(words.results, language, {
      intervention: intervention ?? words.teamDecides[language],
      figure: told(table.total, language),
    }),
    ...table.cells.map(({ name, count }) => `  ${outcomeName(name, language)}: ${told(count, language)}`),
  ]);
}
