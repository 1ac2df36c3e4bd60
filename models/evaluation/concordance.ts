import { censoringSurvival } from '../survival/censoring.ts';
import { type DistinctValues, distinctValues, sumPerValue } from '../survival/distinct-values.ts';
import { eventTable } from '../survival/event-table.ts';
import type { FollowUp } from '../survival/follow-up.ts';
import { FenwickTree } from './fenwick-tree.ts';

export interface Concordance {
  /** 0.5 is chance, 1 is perfect order; NaN without a comparable pair. */
  readonly index: number;
  /** Infinitesimal jackknife over people; the censoring distribution is taken as known. */
  readonly standardError: number;
}

export interface ConcordanceOptions {
  /** Only outcomes by then make pairs; absent: all. */
  readonly horizon?: number;
  /** Row to person number 0 … people − 1, whose rows count together in the standard error; absent: each row one. */
  readonly personOfRow?: Int32Array;
}

/**
 * Harrell's C: of pairs where one row's outcome is known to come before the other's end of follow-up, the
 * share where the earlier was given the higher prediction, ties in prediction half. Competing events end
 * follow-up like censoring. Depends on the censoring. O(n log n).
 *
 * @param prediction higher means earlier; length n
 * @source Harrell et al. 1996, Stat Med 15:361; standard error as R's `survival::concordance`
 */
export function harrellConcordance(
  followUp: FollowUp,
  prediction: Float64Array,
  options: ConcordanceOptions = {},
) {
  const timeline = distinctValues(followUp.time);
  const ones = new Float64Array(timeline.values.length).fill(1);
  return concordance(withoutCompeting(followUp), timeline, prediction, ones, options);
}

/**
 * Uno's C: Harrell's pairs weighted by 1 / G(T−)², which takes the censoring out. Competing events end
 * follow-up like censoring.
 *
 * @source Uno et al. 2011, Stat Med 30:1105, equation 6
 */
export function unoConcordance(
  followUp: FollowUp,
  prediction: Float64Array,
  options: ConcordanceOptions = {},
) {
  return wolbersConcordance(withoutCompeting(followUp), prediction, options);
}

/**
 * Wolbers' C for competing events: who had a competing event never has the outcome, and so is compared with
 * everyone who had it, before or after. Pairs weigh 1 / G(T_i−)² with those still followed at T_i, and
 * 1 / (G(T_i−) G(T_j−)) with those whose competing event came earlier. Without competing events it is Uno's.
 *
 * @source Wolbers et al. 2014, Biostatistics 15:526, equation 3.2
 */
export function wolbersConcordance(
  followUp: FollowUp,
  prediction: Float64Array,
  options: ConcordanceOptions = {},
) {
  const timeline = distinctValues(followUp.time);
  const censoring = censoringSurvival(eventTable(followUp, undefined, timeline));
  const perUncensored = timeline.values.map((_, at) => 1 / (at === 0 ? 1 : censoring.values[at - 1]!));
  return concordance(followUp, timeline, prediction, perUncensored, options);
}

const withoutCompeting = ({ time, event }: FollowUp): FollowUp => ({
  time,
  event: event.map((code) => (code === 1 ? 1 : 0)),
});

/** Weighted pairs that a row is in: `total`, and of them in the right order (ties half). */
interface PairSums {
  readonly right: Float64Array;
  readonly total: Float64Array;
}

function concordance(
  followUp: FollowUp,
  timeline: DistinctValues,
  prediction: Float64Array,
  perUncensored: Float64Array,
  { horizon = Infinity, personOfRow }: ConcordanceOptions,
): Concordance {
  const pairs = sumPairs(followUp, timeline, distinctValues(prediction), perUncensored, horizon);
  const all = pairs.total.reduce((sum, own) => sum + own, 0);
  const index = pairs.right.reduce((sum, own) => sum + own, 0) / all;
  const influence = new Float64Array(prediction.length);
  for (let row = 0; row < influence.length; row++) {
    influence[personOfRow?.[row] ?? row]! += (2 * (pairs.right[row]! - index * pairs.total[row]!)) / all;
  }
  return { index, standardError: Math.sqrt(influence.reduce((sum, own) => sum + own * own, 0)) };
}

/** Two sweeps over time; every pair is counted once for the case and once for the other row. */
function sumPairs(
  { time, event }: FollowUp,
  timeline: DistinctValues,
  ranked: DistinctValues,
  perUncensored: Float64Array,
  horizon: number,
): PairSums {
  const [rows, starts] = rowsByTime(timeline);
  const pairs = { right: new Float64Array(time.length), total: new Float64Array(time.length) };
  const isCase = (row: number) => event[row] === 1 && time[row]! <= horizon;
  const rankOf = ranked.positionOfRow;
  const tree = () => new FenwickTree(ranked.values.length);
  const compare = (row: number, others: FenwickTree, weight: number, rowIsCase: boolean) => {
    const [below, tied] = [others.below(rankOf[row]!), others.at(rankOf[row]!)];
    pairs.right[row]! += weight * (tied / 2 + (rowIsCase ? below : others.total - below - tied));
    pairs.total[row]! += weight * others.total;
  };
  const times = timeline.values.length;
  const [later, laterCases] = [tree(), tree()];
  for (let at = times - 1; at >= 0; at--) {
    const here = rows.subarray(starts[at]!, starts[at + 1]!);
    const weight = perUncensored[at]!;
    for (const row of here) if (!isCase(row)) later.add(rankOf[row]!, 1);
    for (const row of here) if (isCase(row)) compare(row, later, weight * weight, true);
    for (const row of here) if (event[row]! > 1) compare(row, laterCases, weight, false);
    for (const row of here) if (isCase(row)) later.add(rankOf[row]!, 1);
    for (const row of here) if (isCase(row)) laterCases.add(rankOf[row]!, weight);
  }
  const [earlierCases, earlierCompeting] = [tree(), tree()];
  for (let at = 0; at < times; at++) {
    const here = rows.subarray(starts[at]!, starts[at + 1]!);
    const weight = perUncensored[at]!;
    for (const row of here) if (isCase(row)) compare(row, earlierCases, 1, false);
    for (const row of here) if (isCase(row)) compare(row, earlierCompeting, weight, true);
    for (const row of here) if (isCase(row)) earlierCases.add(rankOf[row]!, weight * weight);
    for (const row of here) if (!isCase(row)) compare(row, earlierCases, 1, false);
    for (const row of here) if (event[row]! > 1) earlierCompeting.add(rankOf[row]!, weight);
  }
  return pairs;
}

/** Rows in order of time, and where each distinct time starts among them. */
function rowsByTime(timeline: DistinctValues): [Int32Array, Int32Array] {
  const starts = new Int32Array(timeline.values.length + 1);
  sumPerValue(timeline).forEach((count, at) => {
    starts[at + 1] = starts[at]! + count;
  });
  const next = starts.slice();
  const rows = new Int32Array(timeline.positionOfRow.length);
  timeline.positionOfRow.forEach((at, row) => {
    rows[next[at]!++] = row;
  });
  return [rows, starts];
}
