/** How one predictor is brought to a common scale; learnt on training rows. */
export interface ColumnScale {
  /** What a missing value is taken as: the median. */
  readonly fill: number;
  readonly low: number;
  readonly high: number;
  /** Present for a skewed column from 0 up: x becomes log(1 + (x − 0) / logUnit). */
  readonly logUnit: number | null;
  readonly mean: number;
  readonly deviation: number;
  /** A value so common that it gets a flag of its own (mostly 0: nothing used). */
  readonly modal: number | null;
  readonly hasMissingFlag: boolean;
}

const clippedShare = 0.0001;
const skewForLog = 1.5;
const flaggedMissingShare = 0.005;
const [leastModalShare, mostModalShare] = [0.15, 0.985];

/** A column's seen values, sorted and clipped, and what they say about its scale. */
export interface LearntColumn {
  readonly scale: ColumnScale;
  /** Scaled values, rising. */
  readonly sorted: Float64Array;
  readonly distinct: number;
}

/**
 * Learns a column's scale: clip at the .01 % and 99.99 % quantiles, log when it starts at 0 or above and its
 * skewness exceeds 1.5 (unit: a tenth of the median positive value, so that the unit of measure does not
 * matter), then mean 0 and deviation 1; a flag for the most common value when it holds 15 … 98.5 % of rows,
 * and a flag for missing when more than .5 % are.
 *
 * @returns undefined for a column that tells nothing: constant and never missing enough for a flag
 */
export function learnColumn(column: Float64Array): LearntColumn | undefined {
  const seen = column.filter((value) => !Number.isNaN(value)).sort();
  const hasMissingFlag = column.length - seen.length > flaggedMissingShare * column.length;
  if (seen.length === 0) return undefined;
  const [low, high, fill] = [clippedShare, 1 - clippedShare, 0.5].map((share) => quantile(seen, share)) as [
    number,
    number,
    number,
  ];
  if (low === high && !hasMissingFlag) return undefined;
  const clipped = seen.map((value) => Math.min(high, Math.max(low, value)));
  const logUnit = low >= 0 && skewness(clipped) > skewForLog ? medianPositive(clipped) / 10 : null;
  const raw = { fill, low, high, logUnit, mean: 0, deviation: 1, modal: null, hasMissingFlag };
  const onScale = clipped.map((value) => scaled(raw, value));
  const { mean, deviation } = moments(onScale);
  const { modal, distinct } = mostCommon(clipped, column.length);
  const scale = { ...raw, mean, deviation: deviation || 1, modal };
  return { scale, sorted: clipped.map((value) => scaled(scale, value)), distinct };
}

/** A value on the learnt scale; a missing one as the median. */
export function scaled(scale: ColumnScale, value: number): number {
  const known = Number.isNaN(value) ? scale.fill : value;
  const clipped = Math.min(scale.high, Math.max(scale.low, known));
  const straight = scale.logUnit === null ? clipped : Math.log(1 + clipped / scale.logUnit);
  return (straight - scale.mean) / scale.deviation;
}

/** Linear interpolation between order statistics (type 7). */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  let mean = 0;
  for (const value of values) mean += value;
  mean /= values.length;
  let variance = 0;
  for (const value of values) variance += (value - mean) * (value - mean);
  return { mean, deviation: Math.sqrt(variance / values.length) };
}

function skewness(values: Float64Array): number {
  const { mean, deviation } = moments(values);
  let third = 0;
  for (const value of values) third += (value - mean) * (value - mean) * (value - mean);
  return deviation === 0 ? 0 : third / values.length / (deviation * deviation * deviation);
}

function medianPositive(sorted: Float64Array): number {
  return quantile(
    sorted.filter((value) => value > 0),
    0.5,
  );
}

function mostCommon(sorted: Float64Array, rows: number): { modal: number | null; distinct: number } {
  let [best, bestCount, distinct, start] = [0, 0, 0, 0];
  for (let at = 1; at <= sorted.length; at++) {
    if (at < sorted.length && sorted[at] === sorted[start]) continue;
    distinct++;
    if (at - start > bestCount) [best, bestCount] = [sorted[start]!, at - start];
    start = at;
  }
  const share = bestCount / rows;
  const isFlagged = distinct > 2 && share >= leastModalShare && share <= mostModalShare;
  return { modal: isFlagged ? best : null, distinct };
}
