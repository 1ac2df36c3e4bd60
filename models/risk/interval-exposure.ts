import type { FollowUp } from '../survival/follow-up.ts';

/** What each row lived through on a grid of intervals (e_{k−1}, e_k]. */
export interface IntervalExposure {
  /** The interval in which follow-up ended: all earlier ones were lived through; the number of intervals: all. */
  readonly interval: Uint8Array;
  /** Share of that interval lived through: 1 with an event, the observed share when censored inside it. */
  readonly share: Float32Array;
  /** What happened in it: 0 nothing, 1 the outcome, 2 the competing event. */
  readonly cause: Uint8Array;
}

/**
 * Lays follow-up on a grid. Censoring inside an interval counts as the share of it that was seen, which is
 * the likelihood of a hazard constant within the interval to first order.
 *
 * @param ends rising ends of at most 255 intervals, in the unit of `time`
 */
export function intervalExposure({ time, event }: FollowUp, ends: readonly number[]): IntervalExposure {
  const rows = time.length;
  const exposure = {
    interval: new Uint8Array(rows),
    share: new Float32Array(rows),
    cause: new Uint8Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const seen = time[row]!;
    let at = 0;
    while (at < ends.length && seen > ends[at]!) at++;
    exposure.interval[row] = at;
    if (at === ends.length) continue;
    const start = at === 0 ? 0 : ends[at - 1]!;
    exposure.cause[row] = event[row]!;
    exposure.share[row] = event[row]! > 0 ? 1 : (seen - start) / (ends[at]! - start);
  }
  return exposure;
}

/**
 * Log odds of each cause against nothing in each interval over all rows: where a model starts from.
 *
 * @returns intervals × causes
 */
export function marginalLogits(
  { interval, share, cause }: IntervalExposure,
  rows: Int32Array,
  intervals: number,
  causes: number,
): Float32Array {
  const exposed = new Float64Array(intervals + 1);
  const events = new Float64Array(intervals * causes);
  for (const row of rows) {
    const last = interval[row]!;
    for (let at = 0; at < last; at++) exposed[at]!++;
    exposed[last]! += share[row]!;
    if (cause[row]! > 0) events[last * causes + cause[row]! - 1]!++;
  }
  return Float32Array.from(events, (count, cell) => {
    const at = Math.floor(cell / causes);
    let nothing = exposed[at]!;
    for (let k = 0; k < causes; k++) nothing -= events[at * causes + k]!;
    return Math.log((count + 0.5) / (Math.max(0, nothing) + 1));
  });
}
