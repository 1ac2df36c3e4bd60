import type { StrategyDraws } from '../../models/economics/strategy-draws.ts';
import { UnusableTable } from './csv-rows.ts';
import type { SpreadsheetTable } from './spreadsheet-table.ts';

/** Draws from a file, with the name of each draw. */
export interface DrawsOfFile extends StrategyDraws {
  readonly file: string;
  readonly encoding: SpreadsheetTable['encoding'];
  /** In order of code units, as the draws are. */
  readonly drawNames: readonly string[];
  /** Whether the file names its draws; else they are counted from 1. */
  readonly isNamed: boolean;
}

/** One strategy's cost and effect by draw; a cost that is no number was not there. */
interface GatheredStrategy {
  cost: Float64Array;
  effect: Float64Array;
}

/** Draws as they come in, in any order. */
export class GatheredDraws {
  readonly #table: Pick<SpreadsheetTable, 'file' | 'encoding'>;
  readonly #draws = new Map<string, number>();
  /** Line on which each draw was first met. */
  readonly #lines: number[] = [];
  readonly #strategies = new Map<string, GatheredStrategy>();

  constructor(table: Pick<SpreadsheetTable, 'file' | 'encoding'>) {
    this.#table = table;
  }

  add(line: number, drawName: string, strategy: string, cost: number, effect: number): void {
    const draw = this.#drawOf(drawName, line);
    const gathered = this.#strategyOf(strategy);
    if (draw >= gathered.cost.length) grow(gathered, draw);
    if (!Number.isNaN(gathered.cost[draw]))
      throw new UnusableTable(this.#table.file, line, 'strategy', 'expected once in a draw, got it twice');
    gathered.cost[draw] = cost;
    gathered.effect[draw] = effect;
  }

  complete(isNamed: boolean): DrawsOfFile {
    if (this.#draws.size === 0)
      throw new UnusableTable(this.#table.file, undefined, 'rows', 'expected at least one, got none');
    const strategies = [...this.#strategies.keys()].sort();
    const drawNames = [...this.#draws.keys()].sort();
    const cells = drawNames.length * strategies.length;
    const [cost, effect] = [new Float64Array(cells), new Float64Array(cells)];
    strategies.forEach((strategy, column) => {
      const gathered = this.#strategies.get(strategy)!;
      drawNames.forEach((name, row) => {
        const draw = this.#draws.get(name)!;
        if (!(gathered.cost[draw]! < Infinity)) this.#refuseMissing(draw, strategy);
        cost[row * strategies.length + column] = gathered.cost[draw]!;
        effect[row * strategies.length + column] = gathered.effect[draw]!;
      });
    });
    const { file, encoding } = this.#table;
    return { file, encoding, isNamed, strategies, drawNames, draws: drawNames.length, cost, effect };
  }

  #refuseMissing(draw: number, strategy: string): never {
    const expected = `expected a row for ${strategy} in the draw that begins here, got none`;
    throw new UnusableTable(this.#table.file, this.#lines[draw], 'strategy', expected);
  }

  #drawOf(name: string, line: number): number {
    const known = this.#draws.get(name);
    if (known !== undefined) return known;
    this.#lines.push(line);
    this.#draws.set(name, this.#draws.size);
    return this.#draws.size - 1;
  }

  #strategyOf(name: string): GatheredStrategy {
    const known = this.#strategies.get(name);
    if (known) return known;
    const fresh = { cost: new Float64Array(0), effect: new Float64Array(0) };
    this.#strategies.set(name, fresh);
    return fresh;
  }
}

function grow(gathered: GatheredStrategy, draw: number): void {
  const size = Math.max(64, 2 * draw);
  const [cost, effect] = [new Float64Array(size).fill(Number.NaN), new Float64Array(size)];
  cost.set(gathered.cost);
  effect.set(gathered.effect);
  Object.assign(gathered, { cost, effect });
}
