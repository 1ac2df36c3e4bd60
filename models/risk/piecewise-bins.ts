import { quantile } from './column-scale.ts';

/**
 * Rising edges of bins of about equal numbers of rows, the modal value left out, so that crowded ranges get
 * finer bins.
 *
 * @param sorted rising
 * @param modal left out of the quantiles, when given
 * @param bins at most this many; fewer where values are tied
 * @returns undefined when fewer than two bins are left
 * @source Gorishniy, Rubachev & Babenko 2022, On Embeddings for Numerical Features in Tabular Deep Learning, 3.2
 */
export function learnEdges(
  sorted: Float64Array,
  modal: number | undefined,
  bins: number,
): readonly number[] | undefined {
  const free = modal === undefined ? sorted : sorted.filter((value) => value !== modal);
  if (free.length === 0) return undefined;
  const edges = new Set(Array.from({ length: bins + 1 }, (_, at) => quantile(free, at / bins)));
  return edges.size > 2 ? [...edges] : undefined;
}

/** Writes how much of each bin lies below a value, 0 … 1, into `out` from `offset` on. */
export function writeBins(edges: readonly number[], value: number, out: Float32Array, offset: number): void {
  for (let bin = 1; bin < edges.length; bin++) {
    const [low, high] = [edges[bin - 1]!, edges[bin]!];
    out[offset + bin - 1] = value >= high ? 1 : value <= low ? 0 : (value - low) / (high - low);
  }
}
