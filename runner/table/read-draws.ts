import type { ParameterDraws } from '../../models/economics/parameter-draws.ts';
import type { StrategyDraws } from '../../models/economics/strategy-draws.ts';
import { openCsv, positionsOf, positionsOfOnly, UnusableTable } from './csv-rows.ts';
import { requiredNumber } from './read-strategies.ts';

/** Draws from a file, with the name of each draw. */
export interface DrawsOfFile extends StrategyDraws {
  readonly file: string;
  /** In order of code units, as the draws are. */
  readonly drawNames: readonly string[];
}

/**
 * Reads draws: draw, strategy, cost, effect, in any order; every draw has every strategy once. Draws and
 * strategies are put in the order of their names, so that the order of rows changes no digit.
 */
export async function readDraws(file: string): Promise<DrawsOfFile> {
  const { header, rows } = await openCsv(file);
  const positions = positionsOfOnly(file, header, ['draw', 'strategy', 'cost', 'effect']);
  const [drawAt, strategyAt, costAt, effectAt] = positions as [number, number, number, number];
  const table = new GatheredDraws(file);
  for await (const { line, cells } of rows) {
    const [draw, strategy] = [cells[drawAt]!, cells[strategyAt]!];
    if (draw === '') throw new UnusableTable(file, line, 'draw', 'expected a draw, got nothing');
    if (strategy === '') throw new UnusableTable(file, line, 'strategy', 'expected a name, got nothing');
    const cost = requiredNumber(file, line, 'cost', cells[costAt]!);
    table.add(line, draw, strategy, cost, requiredNumber(file, line, 'effect', cells[effectAt]!));
  }
  return table.complete();
}

/** One strategy's cost and effect by draw; a cost that is no number was not there. */
interface GatheredStrategy {
  cost: Float64Array;
  effect: Float64Array;
}

class GatheredDraws {
  readonly #file: string;
  readonly #draws = new Map<string, number>();
  /** Line on which each draw was first met. */
  readonly #lines: number[] = [];
  readonly #strategies = new Map<string, GatheredStrategy>();

  constructor(file: string) {
    this.#file = file;
  }

  add(line: number, drawName: string, strategy: string, cost: number, effect: number): void {
    const draw = this.#drawOf(drawName, line);
    const gathered = this.#strategyOf(strategy);
    if (draw >= gathered.cost.length) grow(gathered, draw);
    if (!Number.isNaN(gathered.cost[draw]))
      throw new UnusableTable(this.#file, line, 'strategy', 'expected once in a draw, got it twice');
    gathered.cost[draw] = cost;
    gathered.effect[draw] = effect;
  }

  complete(): DrawsOfFile {
    if (this.#draws.size === 0)
      throw new UnusableTable(this.#file, undefined, 'rows', 'expected at least one, got none');
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
    return { file: this.#file, strategies, drawNames, draws: drawNames.length, cost, effect };
  }

  #refuseMissing(draw: number, strategy: string): never {
    const expected = `expected a row for ${strategy} in the draw that begins here, got none`;
    throw new UnusableTable(this.#file, this.#lines[draw], 'strategy', expected);
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

/** Reads the parameters behind the draws: draw, and a column for each parameter; every draw once. */
export async function readParameters(file: string, drawn: DrawsOfFile): Promise<ParameterDraws> {
  const { header, rows } = await openCsv(file);
  const [drawAt] = positionsOf(file, header, ['draw']) as [number];
  const names = header.filter((name) => name !== 'draw');
  if (names.length === 0) throw new UnusableTable(file, 1, 'header', 'expected a parameter, got none');
  const rowOf = new Map(drawn.drawNames.map((name, row) => [name, row]));
  const columns = names.map(() => new Float64Array(drawn.draws).fill(Number.NaN));
  const positions = positionsOf(file, header, names);
  for await (const { line, cells } of rows) {
    const row = rowOf.get(cells[drawAt]!);
    if (row === undefined) throw new UnusableTable(file, line, 'draw', `expected a draw of ${drawn.file}`);
    if (!Number.isNaN(columns[0]![row]))
      throw new UnusableTable(file, line, 'draw', 'expected once, got it twice');
    positions.forEach((at, column) => {
      columns[column]![row] = requiredNumber(file, line, names[column]!, cells[at]!);
    });
  }
  const without = columns[0]!.findIndex(Number.isNaN);
  if (without >= 0) {
    const expected = `expected a row for draw ${drawn.drawNames[without]} of ${drawn.file}, got none`;
    throw new UnusableTable(file, undefined, 'draw', expected);
  }
  return Object.fromEntries(names.map((name, at) => [name, columns[at]!]));
}
