import { type DistinctValues, distinctValues } from './distinct-values.ts';
import { type EventTable, eventTable } from './event-table.ts';
import type { FollowUp } from './follow-up.ts';
import { type StepCurve, valueJustBefore } from './step-curve.ts';

/**
 * Probability of not yet being censored, G(t) = Π_{s ≤ t} (1 − c(s) / Y_c(s)).
 *
 * With `events-first` (the default) those who have an event at s are no longer at risk of being censored
 * at s, Y_c = Y − d: then S(t) G(t) n is exactly the number still under observation, and weights add up to n.
 * With `together` Y_c = Y, as `survfit(Surv(time, status == 0) ~ 1)` in R does. They differ only where events
 * and censorings share a time.
 */
export function censoringSurvival(
  { times, atRisk, allEvents, censored }: EventTable,
  ties: 'events-first' | 'together' = 'events-first',
): StepCurve {
  const values = new Float64Array(times.length);
  let uncensored = 1;
  for (let at = 0; at < times.length; at++) {
    const atRiskOfCensoring = atRisk[at]! - (ties === 'events-first' ? allEvents[at]! : 0);
    if (censored[at]! > 0) uncensored *= 1 - censored[at]! / atRiskOfCensoring;
    values[at] = uncensored;
  }
  return { times, start: 1, values };
}

/**
 * Whether the rows that count say anything about the horizon: someone was still followed just before it, or
 * everyone had an event before (G(h−) > 0). O(n).
 *
 * @param rowWeight rows of weight 0 do not count; absent: all do
 */
export function isFollowedTo({ time, event }: FollowUp, horizon: number, rowWeight?: Float64Array): boolean {
  let [latest, isCensored] = [-1, true];
  for (let row = 0; row < time.length; row++) {
    if (rowWeight?.[row] === 0 || time[row]! < latest) continue;
    isCensored = event[row] === 0 || (time[row] === latest && isCensored);
    latest = time[row]!;
  }
  return latest >= horizon || !isCensored;
}

/** A horizon seen as a yes/no outcome, each row weighted for those whose answer censoring hid. */
export interface StatusAtHorizon {
  /** 1 for an outcome by the horizon. */
  readonly isCase: Uint8Array;
  /** Inverse probability of censoring, times the row's own weight; 0 where the status is unknown. */
  readonly weight: Float64Array;
}

export interface StatusOptions {
  /** How often each row counts; absent: once. */
  readonly rowWeight?: Float64Array;
  /** The distinct times, when known already. */
  readonly timeline?: DistinctValues;
}

/**
 * Weights that make the rows of known status stand for all:
 * - outcome by the horizon (T ≤ h, event 1): case, 1 / G(T−);
 * - a competing event by the horizon: not a case, 1 / G(T−);
 * - seen event-free through the horizon (T > h, or censored at exactly h): not a case, 1 / G(h−);
 * - censored before the horizon: unknown, 0.
 *
 * G(h−) rather than G(h) for the third, because who is censored at exactly h was seen through h: data in
 * whole months that end at the horizon keep their rows. Without a censoring at exactly h the two are the same.
 * The weights sum to n, and weighted cases / n is the Aalen–Johansen incidence at h, both exactly.
 *
 * @param horizon in the unit of `time`, > 0
 * @returns n values each
 * @throws RangeError when nobody could be followed to the horizon (G(h−) = 0)
 * @source Graf et al. 1999, Stat Med 18:2529; Blanche et al. 2013, Stat Med 32:5381
 */
export function statusAtHorizon(
  followUp: FollowUp,
  horizon: number,
  options: StatusOptions = {},
): StatusAtHorizon {
  const { rowWeight, timeline = distinctValues(followUp.time) } = options;
  if (!isFollowedTo(followUp, horizon, rowWeight)) {
    throw new RangeError(`horizon: expected someone followed to ${horizon}, got none`);
  }
  const censoring = censoringSurvival(eventTable(followUp, rowWeight, timeline));
  const throughHorizon = valueJustBefore(censoring, horizon);
  const isCase = new Uint8Array(followUp.time.length);
  const weight = new Float64Array(followUp.time.length);
  for (let row = 0; row < weight.length; row++) {
    const time = followUp.time[row]!;
    const event = followUp.event[row]!;
    const at = timeline.positionOfRow[row]!;
    const hadEvent = time <= horizon && event > 0;
    const own = rowWeight ? rowWeight[row]! : 1;
    if (own === 0 || (!hadEvent && time < horizon)) continue;
    const uncensored = hadEvent ? (at === 0 ? 1 : censoring.values[at - 1]!) : throughHorizon;
    weight[row] = own / uncensored;
    isCase[row] = hadEvent && event === 1 ? 1 : 0;
  }
  return { isCase, weight };
}
