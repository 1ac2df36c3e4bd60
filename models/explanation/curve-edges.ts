const fewValues = 10;
const leastRowsAtValue = 5;
const shares = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];

/**
 * Values of a feature at which its curve is drawn, rising: each value that it takes where they are few (a flag,
 * a scale; of more than two, those that five rows have), else its quantiles, the outermost at 2 % and 98 %, so
 * that no single person's value is told.
 *
 * @param column NaN is missing
 */
export function curveEdges(column: Float64Array): number[] {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const counts = new Map<number, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts.keys()];
  if (values.length <= 2) return values;
  const common = values.filter((value) => counts.get(value)! >= leastRowsAtValue);
  if (values.length <= fewValues && common.length > 0) return common;
  const quantiles = shares.map((share) => known[Math.round(share * (known.length - 1))]!);
  return [...new Set(quantiles)];
}

/** Which edge a value belongs to: the first that is not below it, else the last. */
export function placeAmong(edges: readonly number[], value: number): number {
  const place = edges.findIndex((edge) => value <= edge);
  return place < 0 ? edges.length - 1 : place;
}
