/** The distinct values of a column, rising, and where each row's value is among them. */
export interface DistinctValues {
  readonly values: Float64Array;
  /** Row to position in `values`. */
  readonly positionOfRow: Int32Array;
}

/**
 * Sorts once, so that everything after it is a single pass over rows: weighted sums per distinct time or per
 * distinct prediction need no order. O(n log n).
 *
 * @param column length n; no NaN
 * @throws RangeError when a value is NaN
 */
export function distinctValues(column: Float64Array): DistinctValues {
  const sorted = Float64Array.from(column).sort();
  let count = 0;
  for (const value of sorted) {
    if (Number.isNaN(value)) throw new RangeError('column: expected numbers, got NaN');
    if (count === 0 || value > sorted[count - 1]!) sorted[count++] = value;
  }
  const values = sorted.slice(0, count);
  const positionOfRow = Int32Array.from(column, (value) => lastAtOrBelow(values, value));
  return { values, positionOfRow };
}

/**
 * Position of the last of some rising values that is ≤ the given one; −1 when all are greater. O(log n).
 */
export function lastAtOrBelow(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Sums a weight per distinct value.
 *
 * @param weightOfRow length n; absent: each row counts 1
 * @returns sums, in the order of `values`
 */
export function sumPerValue(
  { values, positionOfRow }: DistinctValues,
  weightOfRow?: Float64Array,
): Float64Array {
  const sums = new Float64Array(values.length);
  for (let row = 0; row < positionOfRow.length; row++) {
    const own = weightOfRow ? weightOfRow[row]! : 1;
    if (own !== 0) sums[positionOfRow[row]!]! += own;
  }
  return sums;
}
