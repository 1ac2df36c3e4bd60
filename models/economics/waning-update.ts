import type { LogRatio } from './effect-update.ts';

/** What a stretch of follow-up has shown: when it was lived through, and the ratio of rates of those offered in it. */
export interface SeenPeriod {
  /** Mean and standard deviation of the months since the offer, over all person-time of the period. */
  readonly meanMonth: number;
  readonly sdMonth: number;
  readonly ofOffered: LogRatio;
}

/** A ratio among takers at the moment of the offer, and how it fades; absent: it stays. */
export interface WaningBelief extends LogRatio {
  readonly halvesInMonths?: number | undefined;
}

/** A half-life as published is off by a factor of four, either way, once in twenty times. */
const logHalfLifeError = Math.LN2;
/** Points and weights of the Gauss–Legendre rule, in standard deviations of what is spread evenly. */
const evenly = [
  [-Math.sqrt(9 / 5), 5 / 18],
  [0, 8 / 18],
  [Math.sqrt(9 / 5), 5 / 18],
] as const;
const steps = 60;

/** How much of a log ratio is left on average over a period. */
export function remainingOver(
  { meanMonth, sdMonth }: Pick<SeenPeriod, 'meanMonth' | 'sdMonth'>,
  halvesInMonths: number | undefined,
): number {
  if (halvesInMonths === undefined) return 1;
  const left = (month: number) => Math.exp((-Math.LN2 * Math.max(0, month)) / halvesInMonths);
  return evenly.reduce((sum, [at, weight]) => sum + weight * left(meanMonth + at * sdMonth), 0);
}

/**
 * What was believed of an effect, updated by what each period of follow-up has shown. What is seen is a mean over a time in
 * which the effect fades: in period p the offered have the log ratio ln(1 − u + u exp(b w_p)), b the takers' at the offer,
 * u the uptake and w_p = mean 2^(−t/H) over the period. b and, where two or more periods were seen and a half-life H is
 * believed in at all, ln H are found as the mode of prior and likelihood, both normal, by Levenberg–Marquardt; the error is
 * that of the normal curve there.
 *
 * @throws RangeError when an error is not above 0, the uptake is not in (0, 1], or there is no period
 */
export function updatedWaning(
  prior: WaningBelief,
  periods: readonly SeenPeriod[],
  uptakeShare: number,
): WaningBelief {
  check(prior, periods, uptakeShare);
  const { halvesInMonths } = prior;
  const isLearnt = halvesInMonths !== undefined && periods.length > 1;
  const start = [prior.logRatio, Math.log(halvesInMonths ?? 1)] as const;
  const residuals = ([logRatio, logHalfLife]: Point): number[] => [
    (logRatio - prior.logRatio) / prior.standardError,
    (logHalfLife - start[1]) / (isLearnt ? logHalfLifeError : 1e-9),
    ...periods.map((period) => {
      const left = remainingOver(period, halvesInMonths && Math.exp(logHalfLife));
      const expected = Math.log(1 - uptakeShare + uptakeShare * Math.exp(logRatio * left));
      return (expected - period.ofOffered.logRatio) / period.ofOffered.standardError;
    }),
  ];
  const { at, variance } = leastSquares(residuals, start);
  return {
    logRatio: at[0],
    standardError: Math.sqrt(variance),
    halvesInMonths: isLearnt ? Math.exp(at[1]) : halvesInMonths,
  };
}

type Point = readonly [number, number];
type Residuals = (at: Point) => number[];

/** The point with the least sum of squares, and the variance of its first coordinate. */
function leastSquares(residuals: Residuals, start: Point): { at: Point; variance: number } {
  let [at, damping] = [start, 1e-3];
  for (let step = 0; step < steps; step++) {
    const { gradient, curvature } = slopes(residuals, at);
    const next = moved(at, gradient, curvature, damping);
    if (sumOfSquares(residuals(next)) < sumOfSquares(residuals(at))) [at, damping] = [next, damping / 5];
    else damping *= 5;
  }
  const [[a, b], [, d]] = slopes(residuals, at).curvature;
  return { at, variance: d / (a * d - b * b) };
}

type Curvature = readonly [readonly [number, number], readonly [number, number]];

/** JᵀJ and Jᵀr by central differences. */
function slopes(residuals: Residuals, at: Point): { gradient: Point; curvature: Curvature } {
  const own = residuals(at);
  const [first, second] = [0, 1].map((axis) => {
    const shifted = (by: number) =>
      residuals([at[0] + (axis === 0 ? by : 0), at[1] + (axis === 1 ? by : 0)] as const);
    const [before, after] = [shifted(-1e-5), shifted(1e-5)];
    return own.map((_, each) => (after[each]! - before[each]!) / 2e-5);
  }) as [number[], number[]];
  const product = (one: number[], other: number[]) =>
    one.reduce((sum, value, each) => sum + value * other[each]!, 0);
  const across = product(first, second);
  return {
    gradient: [product(first, own), product(second, own)],
    curvature: [
      [product(first, first), across],
      [across, product(second, second)],
    ],
  };
}

function moved(at: Point, [first, second]: Point, [[a, b], [, d]]: Curvature, damping: number): Point {
  const [across, down] = [a * (1 + damping), d * (1 + damping)];
  const determinant = across * down - b * b;
  return [
    at[0] - (down * first - b * second) / determinant,
    at[1] - (across * second - b * first) / determinant,
  ];
}

const sumOfSquares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);

function check(prior: WaningBelief, periods: readonly SeenPeriod[], uptakeShare: number): void {
  if (periods.length === 0) throw new RangeError('periods: expected at least one, got none');
  if (!(uptakeShare > 0 && uptakeShare <= 1)) {
    throw new RangeError(`uptakeShare: expected above 0 to 1, got ${uptakeShare}`);
  }
  for (const { standardError } of [prior, ...periods.map(({ ofOffered }) => ofOffered)])
    if (!(standardError > 0)) throw new RangeError(`standardError: expected > 0, got ${standardError}`);
}
