/** How one predictor becomes numbers of comparable size. */
export interface ColumnEncoding {
  readonly takesLog: boolean;
  /** Where missing values go and what is subtracted, on the scale after the logarithm. */
  readonly median: number;
  readonly standardDeviation: number;
  /** Whether a column of its own says that the value is missing. */
  readonly hasMissingFlag: boolean;
}

/** A column is skewed, and gets log1p, when it is ≥ 0, takes more than two values, and its skewness is above this. */
const skewedAbove = 1;
/** The median is that of at most about this many values, evenly spaced over the rows. */
const valuesForMedian = 50_000;

/**
 * Learns a column's encoding from training rows.
 * - Skewed non-negative columns (counts, days, cents): x → ln(1 + x).
 * - x → (x − median) / standard deviation. The median, not the mean, so that a typical value is exactly 0 and
 *   most of a register's cells need no arithmetic; the free intercept makes the fit the same.
 * - Missing → median (0), and a flag column 1 where missing, if anything is missing in training. The flag is 0/1,
 *   not standardised: a rare flag is shrunk more.
 *
 * @param column training values; NaN is missing
 * @returns undefined for a column that tells nothing: constant and never missing, or always missing
 */
export function encodeColumn(column: Float64Array): ColumnEncoding | undefined {
  const known = knownValues(column);
  if (known.length === 0) return undefined;
  const takesLog = isSkewed(known);
  if (takesLog) for (let at = 0; at < known.length; at++) known[at] = Math.log1p(known[at]!);
  const hasMissingFlag = known.length < column.length;
  const { standardDeviation } = moments(known);
  if (standardDeviation === 0 && !hasMissingFlag) return undefined;
  return { takesLog, median: medianOf(known), standardDeviation, hasMissingFlag };
}

/** The encoded value; a missing one, or one of a constant column, is 0. */
export function encodedValue(value: number, { takesLog, median, standardDeviation }: ColumnEncoding): number {
  if (Number.isNaN(value) || standardDeviation === 0) return 0;
  return ((takesLog ? Math.log1p(Math.max(0, value)) : value) - median) / standardDeviation;
}

function knownValues(column: Float64Array): Float64Array {
  const known = new Float64Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    if (!Number.isNaN(column[row]!)) known[count++] = column[row]!;
  }
  return known.subarray(0, count);
}

function isSkewed(known: Float64Array): boolean {
  let [least, greatest] = [Infinity, -Infinity];
  for (let at = 0; at < known.length; at++) {
    least = Math.min(least, known[at]!);
    greatest = Math.max(greatest, known[at]!);
  }
  if (least < 0 || known.every((value) => value === least || value === greatest)) return false;
  return moments(known).skewness > skewedAbove;
}

function moments(values: Float64Array): { standardDeviation: number; skewness: number } {
  const count = values.length;
  let [mean, squares, cubes] = [0, 0, 0];
  for (let at = 0; at < count; at++) mean += values[at]! / count;
  for (let at = 0; at < count; at++) {
    const deviation = values[at]! - mean;
    squares += (deviation * deviation) / count;
    cubes += (deviation * deviation * deviation) / count;
  }
  const isConstant = squares <= 1e-20 * mean * mean;
  const standardDeviation = isConstant ? 0 : Math.sqrt(squares);
  return {
    standardDeviation,
    skewness: isConstant ? 0 : cubes / (standardDeviation * standardDeviation * standardDeviation),
  };
}

function medianOf(values: Float64Array): number {
  const every = Math.ceil(values.length / valuesForMedian);
  const some = Float64Array.from(
    { length: Math.ceil(values.length / every) },
    (_, at) => values[at * every]!,
  ).sort();
  return some[some.length >> 1]!;
}
