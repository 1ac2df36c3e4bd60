import type { ParameterDraws } from '../../models/economics/parameter-draws.ts';
import { kindOfColumn, seenName } from './column-names.ts';
import { columnsOfOnly, drawColumn } from './columns-of.ts';
import { UnusableTable } from './csv-rows.ts';
import { type DrawsOfFile, GatheredDraws } from './gathered-draws.ts';
import { openSpreadsheet, type SpreadsheetTable } from './spreadsheet-table.ts';
import { bothKinds, gatherWide, wideColumns } from './wide-draws.ts';

/**
 * Reads draws: either draw, strategy, cost and effect in any order, every draw with every strategy once; or a row a draw with
 * a column for the cost and one for the effect of each strategy. Draws and strategies are put in the order of their names, so
 * that the order of rows changes no digit.
 */
export async function readDraws(file: string): Promise<DrawsOfFile> {
  const table = await openSpreadsheet(file);
  const isWide = !table.header.some((name) => kindOfColumn(name) === 'strategy');
  const columns = wideColumns(table.header);
  if (!isWide || !columns) return readLong(table);
  const gathered = new GatheredDraws(table);
  await gatherWide(table, bothKinds(table, columns), (line, draw, strategy, { cost, effect }) =>
    gathered.add(line, draw, strategy, cost!, effect!),
  );
  return gathered.complete(drawColumn(table.header) >= 0);
}

async function readLong(table: SpreadsheetTable): Promise<DrawsOfFile> {
  const { file, header, rows, number } = table;
  const positions = columnsOfOnly(file, header, ['draw', 'strategy', 'cost', 'effect']);
  const [drawAt, strategyAt, costAt, effectAt] = positions as [number, number, number, number];
  const gathered = new GatheredDraws(table);
  const seen = new Map<string, string>();
  for await (const { line, cells } of rows) {
    const [draw, written] = [cells[drawAt]!, cells[strategyAt]!];
    const strategy = seen.get(written) ?? seenName(written);
    seen.set(written, strategy);
    if (draw === '') throw new UnusableTable(file, line, 'draw', 'expected a draw, got nothing');
    if (strategy === '') throw new UnusableTable(file, line, 'strategy', 'expected a name, got nothing');
    const cost = number(line, 'cost', cells[costAt]!);
    gathered.add(line, draw, strategy, cost, number(line, 'effect', cells[effectAt]!));
  }
  return gathered.complete(true);
}

/**
 * Reads costs and effects from two files, each with a row a draw and a column a strategy.
 * @throws UnusableTable also where the files have other strategies, or other draws
 */
export async function readCostsAndEffects(costs: string, effects: string): Promise<DrawsOfFile> {
  const costTable = await openSpreadsheet(costs);
  const effectTable = await openSpreadsheet(effects);
  const costOf = new Map<string, number>();
  await gatherWide(costTable, ofOneKind(costTable, 'cost'), (_, draw, strategy, { cost }) =>
    costOf.set(`${draw} ${strategy}`, cost!),
  );
  const gathered = new GatheredDraws(effectTable);
  await gatherWide(effectTable, ofOneKind(effectTable, 'effect'), (line, draw, strategy, { effect }) => {
    const cost = costOf.get(`${draw} ${strategy}`);
    if (cost === undefined)
      throw new UnusableTable(effects, line, strategy, `expected a draw and a strategy of ${costs}`);
    costOf.delete(`${draw} ${strategy}`);
    gathered.add(line, draw, strategy, cost, effect!);
  });
  if (costOf.size > 0)
    throw new UnusableTable(effects, undefined, 'rows', `expected every draw and strategy of ${costs}`);
  return gathered.complete(drawColumn(costTable.header) >= 0);
}

/** Every column but the draw's is a strategy. */
function ofOneKind({ file, header }: SpreadsheetTable, kind: 'cost' | 'effect') {
  const at = drawColumn(header);
  const names = header.map(seenName);
  const columns = names.flatMap((strategy, position) =>
    position === at ? [] : [{ strategy, positions: { [kind]: position } }],
  );
  const twice = columns.find(
    ({ strategy }, own) => columns.findIndex((one) => one.strategy === strategy) < own,
  );
  if (twice) throw new UnusableTable(file, 1, twice.strategy, 'expected one column of this name, got two');
  const unnamed = columns.find(({ strategy }) => strategy === '');
  if (unnamed) throw new UnusableTable(file, 1, 'header', 'expected a strategy in every column, got none');
  return columns;
}

/** Reads the parameters behind the draws: draw, and a column for each parameter; every draw once. */
export async function readParameters(file: string, drawn: DrawsOfFile): Promise<ParameterDraws> {
  const { header, rows, number } = await openSpreadsheet(file);
  const drawAt = drawColumn(header);
  if (drawAt < 0 && drawn.isNamed)
    throw new UnusableTable(file, 1, 'draw', 'expected a column of this name, got none');
  const positions = [...header.keys()].filter((at) => at !== drawAt);
  const names = positions.map((at) => seenName(header[at]!));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    throw new UnusableTable(file, 1, twice, 'expected one column of this name, got two');
  if (names.length === 0) throw new UnusableTable(file, 1, 'header', 'expected a parameter, got none');
  let counted = 0;
  const rowOf = new Map(drawn.drawNames.map((name, row) => [name, row]));
  const columns = names.map(() => new Float64Array(drawn.draws).fill(Number.NaN));
  for await (const { line, cells } of rows) {
    counted += 1;
    const row = rowOf.get(drawn.isNamed ? cells[drawAt]! : String(counted));
    if (row === undefined) throw new UnusableTable(file, line, 'draw', `expected a draw of ${drawn.file}`);
    if (!Number.isNaN(columns[0]![row]))
      throw new UnusableTable(file, line, 'draw', 'expected once, got it twice');
    positions.forEach((at, column) => {
      columns[column]![row] = number(line, names[column]!, cells[at]!);
    });
  }
  const without = columns[0]!.findIndex(Number.isNaN);
  if (without >= 0) {
    const expected = `expected a row for draw ${drawn.drawNames[without]} of ${drawn.file}, got none`;
    throw new UnusableTable(file, undefined, 'draw', expected);
  }
  return Object.fromEntries(names.map((name, at) => [name, columns[at]!]));
}
