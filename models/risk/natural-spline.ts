import { quantile } from './column-scale.ts';

/**
 * The curved part of a natural cubic spline: functions without mean, slope or likeness to each other on the
 * training rows, so that a ridge penalty shrinks bends and leaves the straight line alone.
 */
export interface CurvedBasis {
  /** Rising; the curves are straight before the first and after the last. */
  readonly knots: readonly number[];
  readonly curves: number;
  /** Cubics by piece (before the first knot, …, after the last), curve and falling power: 4 numbers each. */
  readonly cubics: readonly number[];
}

const knotShares = [0.05, 0.275, 0.5, 0.725, 0.95];
const mostLearningValues = 20_000;

/**
 * Five knots at Harrell's quantiles of the values that are not the modal one.
 *
 * @param sorted rising
 * @param modal left out of the quantiles, when given
 * @param deviation that each curve gets on these values
 * @returns undefined when fewer than three knots differ
 * @source Harrell 2015, Regression Modeling Strategies, 2.4.6
 */
export function learnCurvedBasis(
  sorted: Float64Array,
  modal: number | undefined,
  deviation: number,
): CurvedBasis | undefined {
  const free = modal === undefined ? sorted : sorted.filter((value) => value !== modal);
  if (free.length < 3) return undefined;
  const knots = [...new Set(knotShares.map((share) => quantile(free, share)))];
  if (knots.length < 3) return undefined;
  const stride = Math.ceil(sorted.length / mostLearningValues);
  const weights = orthogonalWeights(
    sorted.filter((_, at) => at % stride === 0),
    knots,
    deviation,
  );
  const cubics = Array.from({ length: knots.length + 1 }, (_, piece) =>
    weights.flatMap((row) => cubicOfPiece(knots, row, piece)),
  ).flat();
  return { knots, curves: weights.length, cubics };
}

/** Writes the curves' heights at a value into `out` from `offset` on. */
export function writeCurves(
  { knots, curves, cubics }: CurvedBasis,
  value: number,
  out: Float32Array,
  offset: number,
): void {
  let piece = 0;
  while (piece < knots.length && value > knots[piece]!) piece++;
  let at = piece * curves * 4;
  for (let curve = 0; curve < curves; curve++, at += 4) {
    out[offset + curve] =
      ((cubics[at]! * value + cubics[at + 1]!) * value + cubics[at + 2]!) * value + cubics[at + 3]!;
  }
}

/** By products: `**` differs between versions of V8. */
const cube = (x: number) => x * x * x;

/** Weights of the truncated cubes (x − knot)³₊ in the j-th restricted cubic function. */
function cubeWeights(knots: readonly number[], j: number): number[] {
  const last = knots.length - 1;
  const [end, beforeEnd, knot] = [knots[last]!, knots[last - 1]!, knots[j]!];
  const size = 1 / cube(end - knots[0]!);
  const weights = new Array<number>(knots.length).fill(0);
  weights[j] = size;
  weights[last - 1]! -= (size * (end - knot)) / (end - beforeEnd);
  weights[last]! += (size * (beforeEnd - knot)) / (end - beforeEnd);
  return weights;
}

/** One curve on one piece as a cubic, falling powers. `row` weighs (1, x, r_1, …, r_{k−2}). */
function cubicOfPiece(knots: readonly number[], row: readonly number[], piece: number): number[] {
  const cubic = [0, 0, row[1]!, row[0]!] as [number, number, number, number];
  for (let j = 0; j < knots.length - 2; j++) {
    const cubes = cubeWeights(knots, j);
    for (let at = 0; at < piece; at++) {
      const weight = row[j + 2]! * cubes[at]!;
      const knot = knots[at]!;
      cubic[0] += weight;
      cubic[1] -= 3 * weight * knot;
      cubic[2] += 3 * weight * knot * knot;
      cubic[3] -= weight * cube(knot);
    }
  }
  return cubic;
}

/** (1, x, r_1, …, r_{k−2}) at each value, each function in an array of its own. */
function rawFunctions(values: Float64Array, knots: readonly number[]): Float64Array[] {
  const restricted = Array.from({ length: knots.length - 2 }, (_, j) => {
    const cubes = cubeWeights(knots, j);
    return values.map((value) =>
      cubes.reduce((sum, weight, at) => sum + weight * cube(Math.max(0, value - knots[at]!)), 0),
    );
  });
  return [values.map(() => 1), values, ...restricted];
}

/** Gram and Schmidt over the training values, twice for accuracy, kept as weights on the raw functions. */
function orthogonalWeights(values: Float64Array, knots: readonly number[], deviation: number): number[][] {
  const done: { weights: number[]; heights: Float64Array }[] = [];
  rawFunctions(values, knots).forEach((raw, term) => {
    const weights = knots.map((_, j) => (j === term ? 1 : 0));
    const heights = Float64Array.from(raw);
    for (const earlier of [...done, ...done]) {
      const likeness = meanProduct(heights, earlier.heights);
      weights.forEach((_, j) => {
        weights[j]! -= likeness * earlier.weights[j]!;
      });
      for (let at = 0; at < heights.length; at++) heights[at]! -= likeness * earlier.heights[at]!;
    }
    const size = Math.sqrt(meanProduct(heights, heights));
    const unit = size > 1e-7 ? 1 / size : 0;
    done.push({ weights: weights.map((one) => one * unit), heights: heights.map((one) => one * unit) });
  });
  return done.slice(2).map(({ weights }) => weights.map((one) => one * deviation));
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum / a.length;
}
