/** Draws of a probabilistic analysis: cost and effect of each strategy in each draw. */
export interface StrategyDraws {
  /** Names, each once. */
  readonly strategies: readonly string[];
  readonly draws: number;
  /** draws × strategies, draw by draw; finite. */
  readonly cost: Float64Array;
  /** draws × strategies, draw by draw; finite; more is better. */
  readonly effect: Float64Array;
}

/** A mean over draws, with the Monte-Carlo error that so many draws leave in it; NaN with one draw. */
export interface DrawnMean {
  readonly mean: number;
  readonly standardError: number;
}

/** What is refused: *what: expected, got*. */
export function checkDraws({ strategies, draws, cost, effect }: StrategyDraws): void {
  if (strategies.length === 0) throw new RangeError('strategies: expected at least one, got none');
  if (new Set(strategies).size < strategies.length)
    throw new RangeError('strategies: expected each name once');
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new RangeError(`draws: expected at least 1, got ${draws}`);
  const cells = draws * strategies.length;
  for (const [what, values] of [['cost', cost] as const, ['effect', effect] as const]) {
    if (values.length !== cells)
      throw new RangeError(`${what}: expected ${cells} numbers, got ${values.length}`);
    const wrong = values.findIndex((own) => !Number.isFinite(own));
    if (wrong >= 0) throw new RangeError(`${what}[${wrong}]: expected a finite number, got ${values[wrong]}`);
  }
}

/** Mean of every so-manieth value from the first on, by deviations from the first so that a shift costs no digits. */
export function drawnMean(values: ArrayLike<number>, first = 0, step = 1): DrawnMean {
  const start = values[first]!;
  let [sum, squares, count] = [0, 0, 0];
  for (let at = first; at < values.length; at += step, count++) {
    const deviation = values[at]! - start;
    sum += deviation;
    squares += deviation * deviation;
  }
  const mean = sum / count;
  const variance = Math.max(0, squares - sum * mean) / (count - 1);
  return { mean: start + mean, standardError: Math.sqrt(variance / count) };
}

/** Mean cost and mean effect of each strategy. */
export function strategyMeans({ strategies, cost, effect }: StrategyDraws) {
  return strategies.map((strategy, at) => ({
    strategy,
    cost: drawnMean(cost, at, strategies.length),
    effect: drawnMean(effect, at, strategies.length),
  }));
}

/** How sure it is that a strategy saves money, and that it does harm, beside another. */
export interface AgainstReference {
  readonly strategy: string;
  /** Share of draws in which it costs less. */
  readonly probabilitySavesMoney: DrawnMean;
  /** Share of draws in which it does less. */
  readonly probabilityHarm: DrawnMean;
}

/**
 * For each strategy, the share of draws in which it costs less than the reference, and in which its effect is
 * below the reference's. Equal is neither.
 *
 * @throws RangeError when the reference is none of the strategies
 */
export function againstReference(drawn: StrategyDraws, reference: string): AgainstReference[] {
  const at = drawn.strategies.indexOf(reference);
  if (at < 0) throw new RangeError('reference: expected one of the strategies');
  return drawn.strategies.map((strategy, own) => ({
    strategy,
    probabilitySavesMoney: shareBelow(drawn, drawn.cost, own, at),
    probabilityHarm: shareBelow(drawn, drawn.effect, own, at),
  }));
}

function shareBelow({ draws, strategies }: StrategyDraws, values: Float64Array, own: number, other: number) {
  const isBelow = new Uint8Array(draws);
  for (let draw = 0, row = 0; draw < draws; draw++, row += strategies.length) {
    isBelow[draw] = Number(values[row + own]! < values[row + other]!);
  }
  return drawnMean(isBelow);
}
