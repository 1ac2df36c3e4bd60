import type { FollowUp } from './follow-up.ts';

/**
 * Ends of intervals (0, e_1], (e_1, e_2], … up to the last horizon: quantiles of the times of events of any
 * kind by then, so that intervals hold about as many events each, and every horizon an end, so that a
 * probability at a horizon needs no interpolation.
 *
 * @param horizons rising, > 0, in the unit of `time`
 * @param intervals at most this many, counting the horizons' own; fewer where times coincide
 * @returns rising ends, each horizon among them, the last horizon last
 * @throws RangeError when horizons do not rise from above 0, or there are fewer intervals than horizons
 */
export function intervalGrid(
  followUp: FollowUp,
  horizons: readonly number[],
  intervals: number,
): Float64Array {
  checkHorizons(horizons, intervals);
  const last = horizons.at(-1)!;
  const eventTimes = followUp.time
    .filter((time, row) => followUp.event[row]! > 0 && time > 0 && time <= last)
    .sort();
  const ends = new Set(horizons);
  const cuts = intervals - horizons.length;
  for (let cut = 1; cut <= cuts && eventTimes.length > 0; cut++) {
    ends.add(eventTimes[Math.floor((cut * (eventTimes.length - 1)) / (cuts + 1))]!);
  }
  return Float64Array.from(ends).sort();
}

function checkHorizons(horizons: readonly number[], intervals: number): void {
  const isRising = horizons.every((horizon, at) => horizon > (at === 0 ? 0 : horizons[at - 1]!));
  if (horizons.length === 0 || !isRising) {
    throw new RangeError(`horizons: expected rising and > 0, got ${horizons.join(', ')}`);
  }
  if (intervals < horizons.length) {
    throw new RangeError(`intervals: expected at least ${horizons.length}, got ${intervals}`);
  }
}
