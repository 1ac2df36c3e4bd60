const fewValues = 10;
const leastRowsAtValue = 5;
/** A value that more than this share of the rows have is drawn by itself, as no home care is. */
const largeShare = 0.25;
const shares = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98];
const sharesOfFew = [0.1, 0.3, 0.5, 0.7, 0.9];

/**
 * Values of a feature at which its curve is drawn, rising: both of a flag; where they are few (a scale), each
 * that five rows have; else quantiles, of the rows beside the commonest value where that is very common. No
 * single person's value is told: five rows lie at or beyond the outermost.
 *
 * @param column NaN is missing
 */
export function curveEdges(column: Float64Array): number[] {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const counts = new Map<number, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts.keys()];
  if (values.every((value) => value === 0 || value === 1)) return values;
  if (values.length <= fewValues) return values.filter((value) => counts.get(value)! >= leastRowsAtValue);
  const mode = values.reduce((a, b) => (counts.get(b)! > counts.get(a)! ? b : a));
  const others = known.filter((value) => value !== mode);
  const edges =
    counts.get(mode)! >= Math.max(leastRowsAtValue, largeShare * known.length)
      ? [mode, ...quantiles(others, sharesOfFew)]
      : quantiles(known, shares);
  return [...new Set(edges)].sort((a, b) => a - b);
}

/** Values at shares of the sorted rows, those left out that have fewer than five rows to either side. */
function quantiles(sorted: Float64Array, at: readonly number[]): number[] {
  const last = sorted.length - 1;
  const places = at.map((share) => Math.round(share * last));
  return places
    .filter((place) => Math.min(place, last - place) >= leastRowsAtValue - 1)
    .map((place) => sorted[place]!);
}

/** Which edge a value belongs to: the first that is not below it, else the last. */
export function placeAmong(edges: readonly number[], value: number): number {
  const place = edges.findIndex((edge) => value <= edge);
  return place < 0 ? edges.length - 1 : place;
}
