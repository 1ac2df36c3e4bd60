import type { Strategy } from '../../models/economics/incremental-analysis.ts';
import { seenName } from './column-names.ts';
import { columnsOfOnly } from './columns-of.ts';
import { UnusableTable } from './csv-rows.ts';
import { openSpreadsheet, type SpreadsheetTable } from './spreadsheet-table.ts';

/** Reads strategies, a row each: strategy, cost, effect. */
export async function readStrategies(
  file: string,
): Promise<{ readonly strategies: Strategy[]; readonly encoding: SpreadsheetTable['encoding'] }> {
  const { header, rows, number, encoding } = await openSpreadsheet(file);
  const positions = columnsOfOnly(file, header, ['strategy', 'cost', 'effect']);
  const strategies = new Map<string, Strategy>();
  for await (const { line, cells } of rows) {
    const [name, cost, effect] = positions.map((at) => cells[at]!) as [string, string, string];
    const strategy = seenName(name);
    if (strategy === '') throw new UnusableTable(file, line, 'strategy', 'expected a name, got nothing');
    if (strategies.has(strategy))
      throw new UnusableTable(file, line, 'strategy', 'expected each strategy once, got it twice');
    strategies.set(strategy, {
      strategy,
      cost: number(line, 'cost', cost),
      effect: number(line, 'effect', effect),
    });
  }
  if (strategies.size === 0)
    throw new UnusableTable(file, undefined, 'rows', 'expected at least one, got none');
  return { strategies: [...strategies.values()], encoding };
}
