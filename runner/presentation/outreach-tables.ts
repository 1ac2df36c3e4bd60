import Table from 'cli-table3';
import type { SafeTable } from '../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { IdentifiedRow } from '../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../data-contracts/vocabularies/gate-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { say } from '../../functions/adapters/intl/intl-wording.ts';
import { languageCell } from '../../functions/core/outreach/export-cells.ts';
import type { ListHead } from '../../functions/core/outreach/lists-of-unit.ts';
import type { NamedUnit } from '../../functions/core/outreach/named-units.ts';
import type { OpenedList } from '../../functions/core/outreach/open-outreach-list.ts';
import { figures } from './figures.ts';
import { told, withheldLines } from './withheld-lines.ts';

const words = gateTexts.outreach;
const style = { head: [], border: [] };

/** A text as a terminal may show it: nothing in a name moves the cursor or colours the screen. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');

/** The units that a list can be made for. */
export function unitsTable(units: readonly NamedUnit[], language: Language): string {
  if (units.length === 0) return words.noUnits[language];
  const columns = [words.unit, words.name];
  const table = new Table({ head: columns.map((column) => column[language]), style });
  for (const { unit, name } of units) table.push([unit, plain(name)]);
  return table.toString();
}

/** A unit's lists, to choose one by. */
export function listsTable(heads: readonly ListHead[], language: Language): string {
  if (heads.length === 0) return words.none[language];
  const { day, count } = figures(language);
  const columns = [words.list, words.madeOn, words.rows, words.withOutcome, words.state];
  const table = new Table({ head: columns.map((column) => column[language]), style });
  for (const { list, rows, withOutcome, isClosed } of heads) {
    const state = isClosed ? words.closed : words.open;
    table.push([
      list.listId,
      day(list.madeAt.slice(0, 10)),
      count(rows),
      count(withOutcome),
      state[language],
    ]);
  }
  return table.toString();
}

/** A list for its team at a terminal, names and all. */
export function openedListTable(opened: OpenedList, language: Language): string {
  const { list, rows, withheld } = opened;
  const contact = [words.row, words.name, words.telephone, words.language, words.intervention];
  const columns = [...contact, words.reasons, words.changeable, words.outcome];
  const table = new Table({ head: columns.map((column) => column[language]), style });
  for (const row of rows) table.push(rowCells(row, language));
  const byReason = withheld.cells.map(({ name, count }) => ({ reason: name, count }));
  return [
    ...(list.origin === 'register' ? [] : [texts.origins[list.origin][language]]),
    ...(rows.length > 0 ? [table.toString()] : []),
    ...withheldLines({ total: withheld.total, byReason }, language),
    words.peopleDecide[language],
  ].join('\n');
}

function rowCells(row: IdentifiedRow, language: Language): string[] {
  const name = [row.familyName, row.givenNames].filter(Boolean).join(', ');
  return [
    String(row.row),
    plain(name || words.unknown[language]),
    plain(row.telephone ?? words.unknown[language]),
    languageCell(row, language),
    row.intervention ?? words.teamDecides[language],
    ...[row.reasons, row.changeable].map((lines) => lines.map((line) => `• ${line}`).join('\n')),
    row.outcome ? words.outcomes[row.outcome][language] : '',
  ];
}

/** What came of closed lists, by intervention; without one, the team decided. */
export function resultsLines(
  results: ReadonlyArray<{ readonly intervention: string | undefined; readonly table: SafeTable }>,
  language: Language,
): string[] {
  return results.flatMap(({ intervention, table }) => [
    say(words.results, language, {
      intervention: intervention ?? words.teamDecides[language],
      figure: told(table.total, language),
    }),
    ...table.cells.map(({ name, count }) => {
      const outcome = words.outcomes[name as keyof typeof words.outcomes][language];
      return `  ${outcome}: ${told(count, language)}`;
    }),
  ]);
}
