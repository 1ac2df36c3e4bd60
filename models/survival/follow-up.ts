/**
 * What was seen of each row: for how long, and how it ended.
 *
 * `time` is in the study's unit (months, days), finite and ≥ 0. `event` is 0 censored, 1 the outcome, 2 and
 * above competing events. A row censored at `time` was seen event-free through `time`, so censoring comes
 * after events of the same time.
 */
export interface FollowUp {
  readonly time: Float64Array;
  readonly event: Uint8Array;
}

/**
 * Refuses follow-up that no estimator here accepts.
 *
 * @throws RangeError when there are no rows, lengths differ, or a time is negative or not finite
 */
export function checkFollowUp({ time, event }: FollowUp): void {
  if (time.length === 0) throw new RangeError('follow-up: expected at least one row, got none');
  if (time.length !== event.length) {
    throw new RangeError(`follow-up: expected one event per time, got ${event.length}, ${time.length}`);
  }
  for (const months of time) {
    if (!(months >= 0 && months < Infinity))
      throw new RangeError(`time: expected finite and ≥ 0, got ${months}`);
  }
}

/** The follow-up of some rows, in the order given. */
export function pickFollowUp({ time, event }: FollowUp, rows: ArrayLike<number>): FollowUp {
  const picked = { time: new Float64Array(rows.length), event: new Uint8Array(rows.length) };
  for (let at = 0; at < rows.length; at++) {
    picked.time[at] = time[rows[at]!]!;
    picked.event[at] = event[rows[at]!]!;
  }
  return picked;
}
