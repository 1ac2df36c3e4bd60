/** Values of a model's parameters, by name. */
export type Parameters = Readonly<Record<string, number>>;

/** From what to what a parameter is varied, such as its 95 % interval. */
export interface ParameterRange {
  readonly parameter: string;
  readonly lower: number;
  readonly upper: number;
}

/** A model's outcome, such as a plan's net benefit, for one set of parameters. */
export type Outcome = (parameters: Parameters) => number;

/** One parameter varied in even steps, all others at their base. */
export interface OneWay {
  readonly parameter: string;
  readonly values: readonly number[];
  readonly outcomes: readonly number[];
}

/** One bar of a tornado. */
export interface TornadoBar extends ParameterRange {
  readonly outcomeAtLower: number;
  readonly outcomeAtUpper: number;
  /** |outcomeAtUpper − outcomeAtLower|. */
  readonly swing: number;
}

/**
 * One-way sensitivity: the outcome while one parameter goes from lower to upper in `steps` even steps.
 *
 * @param steps ≥ 1; steps + 1 values
 * @throws RangeError when the parameter is not among the base's
 */
export function oneWaySensitivity(
  base: Parameters,
  range: ParameterRange,
  outcome: Outcome,
  steps = 20,
): OneWay {
  checkRange(base, range);
  const values = evenSteps(range, steps);
  const outcomes = values.map((value) => outcome({ ...base, [range.parameter]: value }));
  return { parameter: range.parameter, values, outcomes };
}

/**
 * Two-way sensitivity: the outcome over a grid of two parameters.
 *
 * @returns `outcomes[i][j]` at the i-th value of the first and the j-th of the second
 */
export function twoWaySensitivity(
  base: Parameters,
  [first, second]: readonly [ParameterRange, ParameterRange],
  outcome: Outcome,
  steps = 10,
) {
  checkRange(base, first);
  checkRange(base, second);
  const [rows, columns] = [evenSteps(first, steps), evenSteps(second, steps)];
  const outcomes = rows.map((row) =>
    columns.map((column) => outcome({ ...base, [first.parameter]: row, [second.parameter]: column })),
  );
  return { rows, columns, outcomes };
}

/** Bars of a tornado, the widest first and then by name: each parameter at its ends, all others at their base. */
export function tornado(
  base: Parameters,
  ranges: readonly ParameterRange[],
  outcome: Outcome,
): { readonly outcomeAtBase: number; readonly bars: TornadoBar[] } {
  const bars = ranges.map((range) => {
    const { outcomes } = oneWaySensitivity(base, range, outcome, 1);
    const [outcomeAtLower, outcomeAtUpper] = outcomes as [number, number];
    return { ...range, outcomeAtLower, outcomeAtUpper, swing: Math.abs(outcomeAtUpper - outcomeAtLower) };
  });
  bars.sort((one, other) => other.swing - one.swing || (one.parameter < other.parameter ? -1 : 1));
  return { outcomeAtBase: outcome(base), bars };
}

function evenSteps({ lower, upper }: ParameterRange, steps: number): number[] {
  if (!(Number.isInteger(steps) && steps >= 1))
    throw new RangeError(`steps: expected at least 1, got ${steps}`);
  return Array.from({ length: steps + 1 }, (_, step) =>
    step === steps ? upper : lower + ((upper - lower) * step) / steps,
  );
}

function checkRange(base: Parameters, { parameter, lower, upper }: ParameterRange): void {
  if (!(parameter in base)) throw new RangeError(`parameter: expected one of the base’s, got ${parameter}`);
  if (!(lower <= upper)) throw new RangeError(`${parameter}: expected lower ≤ upper, got ${lower}, ${upper}`);
}
