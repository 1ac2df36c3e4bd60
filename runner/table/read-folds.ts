import type { Repetition } from '../../functions/core/risk/table-folds.ts';
import { openCsv, positionsOf, UnusableTable } from './csv-rows.ts';
import type { RowPlace, TableOfFile } from './read-survival-table.ts';

/**
 * Reads folds (`row_id, rep, fold`): each id of the table has one fold in each repetition, and so has each person,
 * where people have several rows.
 */
export async function readFolds(file: string, table: TableOfFile): Promise<Repetition[]> {
  const rowOfId = rowsOfIds(table);
  const { header, rows } = await openCsv(file);
  const positions = positionsOf(file, header, ['row_id', 'rep', 'fold']);
  const folds = new Map<string, string[]>();
  for await (const { line, cells } of rows) {
    const [id, rep, fold] = positions.map((at) => cells[at]!) as [string, string, string];
    const row = rowOfId.get(id);
    if (row === undefined) throw new UnusableTable(file, line, 'row_id', `expected an id of ${table.file}`);
    if (rep === '') throw new UnusableTable(file, line, 'rep', 'expected a repetition, got nothing');
    if (fold === '') throw new UnusableTable(file, line, 'fold', 'expected a fold, got nothing');
    const foldOfRow = folds.get(rep) ?? new Array<string>(table.ids.length).fill('');
    if (foldOfRow[row])
      throw new UnusableTable(file, line, 'row_id', 'expected once in a repetition, got twice');
    foldOfRow[row] = fold;
    folds.set(rep, foldOfRow);
  }
  if (folds.size === 0) throw new UnusableTable(file, undefined, 'rows', 'expected folds, got none');
  return [...folds].map(([rep, foldOfRow]) => repetitionOf(rep, foldOfRow, table, file));
}

function rowsOfIds({ idColumn, ids, places }: TableOfFile): Map<string, number> {
  const rowOfId = new Map<string, number>();
  ids.forEach((id, row) => {
    if (rowOfId.has(id))
      refuseRow(
        places[row]!,
        idColumn,
        'expected an id of its own for each row when folds are given; --person says whose rows they are',
      );
    rowOfId.set(id, row);
  });
  return rowOfId;
}

function repetitionOf(
  rep: string,
  foldOfRow: readonly string[],
  table: TableOfFile,
  file: string,
): Repetition {
  const without = foldOfRow.indexOf('');
  if (without >= 0) {
    const expected = `expected a fold in repetition ${rep} of ${file}, got none`;
    refuseRow(table.places[without]!, table.idColumn, expected);
  }
  refusePartedPeople(rep, foldOfRow, table, file);
  const predicted = [...new Set(foldOfRow)].sort();
  if (predicted.length < 2)
    throw new UnusableTable(file, undefined, 'fold', `expected two or more in repetition ${rep}, got one`);
  return { rep, foldOfRow, predicted };
}

function refusePartedPeople(
  rep: string,
  foldOfRow: readonly string[],
  { people, places, personColumn }: TableOfFile,
  file: string,
): void {
  const foldOfPerson = new Map<string, string>();
  people.forEach((person, row) => {
    const fold = foldOfPerson.get(person) ?? foldOfRow[row]!;
    foldOfPerson.set(person, fold);
    if (fold !== foldOfRow[row])
      refuseRow(
        places[row]!,
        personColumn,
        `expected one fold for all rows of a person in repetition ${rep} of ${file}, got two`,
      );
  });
}

function refuseRow({ file, line }: RowPlace, column: string, expected: string): never {
  throw new UnusableTable(file, line, column, expected);
}
