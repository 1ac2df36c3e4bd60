import type { Strategy } from '../../models/economics/incremental-analysis.ts';
import { openCsv, positionsOfOnly, UnusableTable } from './csv-rows.ts';
import { finiteNumber } from './finite-number.ts';

/** Reads strategies, a row each: strategy, cost, effect. */
export async function readStrategies(file: string): Promise<Strategy[]> {
  const { header, rows } = await openCsv(file);
  const positions = positionsOfOnly(file, header, ['strategy', 'cost', 'effect']);
  const strategies = new Map<string, Strategy>();
  for await (const { line, cells } of rows) {
    const [strategy, cost, effect] = positions.map((at) => cells[at]!) as [string, string, string];
    if (strategy === '') throw new UnusableTable(file, line, 'strategy', 'expected a name, got nothing');
    if (strategies.has(strategy))
      throw new UnusableTable(file, line, 'strategy', 'expected each strategy once, got it twice');
    strategies.set(strategy, {
      strategy,
      cost: requiredNumber(file, line, 'cost', cost),
      effect: requiredNumber(file, line, 'effect', effect),
    });
  }
  if (strategies.size === 0)
    throw new UnusableTable(file, undefined, 'rows', 'expected at least one, got none');
  return [...strategies.values()];
}

/** A finite number, or a refusal. */
export function requiredNumber(file: string, line: number, field: string, cell: string): number {
  const number = finiteNumber(cell);
  if (Number.isNaN(number)) throw new UnusableTable(file, line, field, 'expected a finite number');
  return number;
}
