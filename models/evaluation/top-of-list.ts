import type { StatusAtHorizon } from '../survival/censoring.ts';
import { type DistinctValues, sumPerValue } from '../survival/distinct-values.ts';

/**
 * The list that the highest predictions make: everyone above `cutProbability`, and `shareOfTied` of those
 * exactly at it, so that ties are treated alike.
 */
export interface ListCut {
  readonly cutProbability: number;
  readonly shareOfTied: number;
}

/**
 * Where a list of a given share of the rows is cut.
 *
 * @param share of the rows on the list, > 0 and ≤ 1
 * @param rowWeight how often each row counts; absent: once
 */
export function listCut(ranked: DistinctValues, share: number, rowWeight?: Float64Array): ListCut {
  const rowsAt = sumPerValue(ranked, rowWeight);
  let places = share * rowsAt.reduce((sum, rows) => sum + rows, 0);
  let at = rowsAt.length - 1;
  while (at > 0 && rowsAt[at]! <= places) places -= rowsAt[at--]!;
  return {
    cutProbability: ranked.values[at]!,
    shareOfTied: rowsAt[at]! > 0 ? Math.min(1, places / rowsAt[at]!) : 0,
  };
}

/** How much of a row is on the list: 1, 0, or the tied share. */
export function shareOnList(probability: number, { cutProbability, shareOfTied }: ListCut): number {
  if (probability === cutProbability) return shareOfTied;
  return probability > cutProbability ? 1 : 0;
}

/**
 * Share of the cases, weighted for censoring, that are on the list (its true-positive rate).
 *
 * @returns 0 … 1; NaN without cases
 */
export function captureOfCases(probability: Float64Array, status: StatusAtHorizon, cut: ListCut): number {
  let [caught, cases] = [0, 0];
  for (let row = 0; row < probability.length; row++) {
    const own = status.weight[row]! * status.isCase[row]!;
    if (own === 0) continue;
    caught += own * shareOnList(probability[row]!, cut);
    cases += own;
  }
  return caught / cases;
}
