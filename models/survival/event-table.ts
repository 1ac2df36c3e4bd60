import { type DistinctValues, distinctValues } from './distinct-values.ts';
import { checkFollowUp, type FollowUp } from './follow-up.ts';

/** Who was at risk and what happened, at each distinct time, rising. Sums of row weights. */
export interface EventTable {
  readonly times: Float64Array;
  /** Rows with time ≥ this time. */
  readonly atRisk: Float64Array;
  /** Events of each cause: `events[0]` is cause 1. */
  readonly events: readonly Float64Array[];
  readonly allEvents: Float64Array;
  readonly censored: Float64Array;
}

/**
 * Tabulates follow-up by distinct time. Everything non-parametric in this folder is read off this table.
 *
 * @param rowWeight how often each row counts (a bootstrap's multiplicity, or 0/1 for a subset); absent: once
 * @param timeline the distinct times, when they are known already
 * @throws RangeError when the follow-up is malformed
 */
export function eventTable(
  followUp: FollowUp,
  rowWeight?: Float64Array,
  timeline: DistinctValues = checkedTimeline(followUp),
): EventTable {
  const { values: times, positionOfRow } = timeline;
  const causes = Math.max(1, largest(followUp.event));
  const counts = new Float64Array((causes + 1) * times.length);
  for (let row = 0; row < positionOfRow.length; row++) {
    const own = rowWeight ? rowWeight[row]! : 1;
    counts[followUp.event[row]! * times.length + positionOfRow[row]!]! += own;
  }
  const ends = Array.from({ length: causes + 1 }, (_, end) =>
    counts.subarray(end * times.length, (end + 1) * times.length),
  );
  const [censored, ...events] = ends as [Float64Array, ...Float64Array[]];
  const allEvents = times.map((_, at) => events.reduce((sum, ofCause) => sum + ofCause[at]!, 0));
  const atRisk = new Float64Array(times.length);
  for (let at = times.length - 1, later = 0; at >= 0; at--) {
    later += allEvents[at]! + censored[at]!;
    atRisk[at] = later;
  }
  return { times, atRisk, events, allEvents, censored };
}

function checkedTimeline(followUp: FollowUp): DistinctValues {
  checkFollowUp(followUp);
  return distinctValues(followUp.time);
}

function largest(codes: Uint8Array): number {
  let highest = 0;
  for (const code of codes) if (code > highest) highest = code;
  return highest;
}
