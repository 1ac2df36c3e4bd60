/** A monotone curve through points; constant beyond its ends. */
export interface ScoreCurve {
  /** Rising. */
  readonly at: readonly number[];
  readonly score: readonly number[];
}

/**
 * Normal scores of a column: at up to `knots` of its quantiles, Φ⁻¹ of the mean rank of the values equal to
 * it, joined by straight lines. Spreads crowded values and pulls in far ones.
 *
 * @param sorted rising, at least two distinct values
 */
export function learnNormalScores(sorted: Float64Array, knots = 64): ScoreCurve {
  const n = sorted.length;
  const at: number[] = [];
  const score: number[] = [];
  for (let knot = 0; knot <= knots; knot++) {
    const value = sorted[Math.round((knot / knots) * (n - 1))]!;
    if (at.length > 0 && value <= at.at(-1)!) continue;
    const meanRank = (countBelow(sorted, value) + countBelow(sorted, value, true)) / 2;
    at.push(value);
    score.push(normalQuantile(Math.min(1 - 0.5 / n, Math.max(0.5 / n, meanRank / n))));
  }
  return { at, score };
}

/** The curve's height at a value. */
export function heightAt({ at, score }: ScoreCurve, value: number): number {
  let [low, high] = [0, at.length - 1];
  if (!(value > at[low]!)) return score[low]!;
  if (value >= at[high]!) return score[high]!;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= value) low = middle;
    else high = middle;
  }
  const share = (value - at[low]!) / (at[high]! - at[low]!);
  return score[low]! + share * (score[high]! - score[low]!);
}

function countBelow(sorted: Float64Array, value: number, orEqual = false): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const isBelow = orEqual ? sorted[middle]! <= value : sorted[middle]! < value;
    if (isBelow) low = middle + 1;
    else high = middle;
  }
  return low;
}

const central = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const centralBelow = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const tail = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

/**
 * Inverse of the standard normal distribution, relative error below 1.2e-9.
 *
 * @param share in (0, 1)
 * @source Acklam 2003, An algorithm for computing the inverse normal cumulative distribution function
 */
export function normalQuantile(share: number): number {
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(tail, q) / polynomial(tailBelow, q);
  }
  if (share > 1 - 0.02425) return -normalQuantile(1 - share);
  const q = share - 0.5;
  return (polynomial(central, q * q) * q) / polynomial(centralBelow, q * q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
