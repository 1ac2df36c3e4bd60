import type { BlendedIncidence } from './blend.ts';
import type { IntervalExposure } from './interval-exposure.ts';

const leastProbability = 1e-12;

/**
 * Mean negative log likelihood of cumulative incidences over some first intervals: an event costs
 * −log (F_k − F_{k−1}) of its cause; a row censored in interval k after a share e of it costs
 * −log S_{k−1} − e log (S_k / S_{k−1}), S = 1 − F_outcome − F_competing; a row that lived through all of them
 * costs −log S at their end.
 *
 * @param incidence rows × intervals, in the order of `rows`
 * @param rows positions in `exposure`
 * @param intervals of each row, and `counted`: how many of them count
 */
export function incidenceLoss(
  { outcome, competing }: BlendedIncidence,
  exposure: IntervalExposure,
  rows: Int32Array,
  intervals: number,
  counted: number,
): number {
  let loss = 0;
  rows.forEach((row, at) => {
    const start = at * intervals;
    const reached = (incidence: Float64Array, interval: number) =>
      interval < 0 ? 0 : incidence[start + interval]!;
    const free = (interval: number) =>
      Math.max(leastProbability, 1 - reached(outcome, interval) - reached(competing, interval));
    const last = exposure.interval[row]!;
    const cause = last < counted ? exposure.cause[row]! : 0;
    if (cause > 0) {
      const ofCause = cause === 1 ? outcome : competing;
      loss -= Math.log(Math.max(leastProbability, reached(ofCause, last) - reached(ofCause, last - 1)));
    } else if (last < counted) {
      const share = exposure.share[row]!;
      loss -= (1 - share) * Math.log(free(last - 1)) + share * Math.log(free(last));
    } else {
      loss -= Math.log(free(counted - 1));
    }
  });
  return loss / rows.length;
}
