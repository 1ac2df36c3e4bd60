import { seenName, type WideColumn, wideColumn } from './column-names.ts';
import { drawColumn } from './columns-of.ts';
import { UnusableTable } from './csv-rows.ts';
import type { SpreadsheetTable } from './spreadsheet-table.ts';

/** A strategy with the columns that are its own. */
export interface StrategyColumns {
  readonly strategy: string;
  readonly positions: { readonly cost?: number; readonly effect?: number };
}

type Named = WideColumn & { readonly position: number };

/** The columns of a file with a row a draw; undefined where one is neither a cost nor an effect of a strategy. */
export function wideColumns(header: readonly string[]): Named[] | undefined {
  const drawAt = drawColumn(header);
  const own = header
    .map((name, position) => ({ name, position }))
    .filter(({ position }) => position !== drawAt);
  const columns = own.map(({ name, position }) => ({ ...wideColumn(name), position }));
  return columns.length > 0 && columns.every(({ kind }) => kind) ? (columns as Named[]) : undefined;
}

/** Each strategy with the cost and the effect that it must have, once each. */
export function bothKinds({ file, header }: SpreadsheetTable, columns: readonly Named[]): StrategyColumns[] {
  const strategies = [...new Set(columns.map(({ strategy }) => strategy))];
  return strategies.map((strategy) => {
    const at = (kind: WideColumn['kind']) => {
      const [only, second] = columns.filter((one) => one.strategy === strategy && one.kind === kind);
      if (!only) throw new UnusableTable(file, 1, strategy, `expected a column of its ${kind}, got none`);
      if (second)
        throw new UnusableTable(file, 1, seenName(header[second.position]!), `expected one ${kind}, got two`);
      return only.position;
    };
    return { strategy, positions: { cost: at('cost'), effect: at('effect') } };
  });
}

/** Reads a row a draw; draws without names are counted from 1. */
export async function gatherWide(
  { file, header, rows, number }: SpreadsheetTable,
  columns: readonly StrategyColumns[],
  add: (line: number, draw: string, strategy: string, of: { cost?: number; effect?: number }) => void,
): Promise<void> {
  const drawAt = drawColumn(header);
  let counted = 0;
  for await (const { line, cells } of rows) {
    counted += 1;
    const draw = drawAt < 0 ? String(counted) : cells[drawAt]!;
    if (draw === '') throw new UnusableTable(file, line, 'draw', 'expected a draw, got nothing');
    const read = (position: number | undefined) =>
      position === undefined ? {} : { value: number(line, seenName(header[position]!), cells[position]!) };
    for (const { strategy, positions } of columns)
      add(line, draw, strategy, {
        cost: read(positions.cost).value!,
        effect: read(positions.effect).value!,
      });
  }
}
