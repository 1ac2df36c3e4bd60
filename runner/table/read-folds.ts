import type { Repetition } from '../../functions/core/risk/table-folds.ts';
import { openCsv, positionsOf, UnusableTable } from './csv-rows.ts';
import type { TableOfFile } from './read-survival-table.ts';

/** Reads folds (`row_id, rep, fold`): each id of the table has one fold in each repetition. */
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

function rowsOfIds({ file, idColumn, ids, lines }: TableOfFile): Map<string, number> {
  const rowOfId = new Map<string, number>();
  ids.forEach((id, row) => {
    if (rowOfId.has(id))
      throw new UnusableTable(
        file,
        lines[row],
        idColumn,
        'expected an id of its own for each row when folds are given',
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
    throw new UnusableTable(table.file, table.lines[without], table.idColumn, expected);
  }
  const predicted = [...new Set(foldOfRow)].sort();
  if (predicted.length < 2)
    throw new UnusableTable(file, undefined, 'fold', `expected two or more in repetition ${rep}, got one`);
  return { rep, foldOfRow, predicted };
}
