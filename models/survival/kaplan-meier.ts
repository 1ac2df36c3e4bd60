import type { EventTable } from './event-table.ts';
import type { StepCurve } from './step-curve.ts';

/** A step curve with the standard error of each value. */
export interface EstimatedCurve extends StepCurve {
  readonly standardErrors: Float64Array;
}

/**
 * Event-free survival by the product limit: S(t) = Π_{s ≤ t} (1 − d(s) / Y(s)), d all events, Y at risk.
 * Standard error by Greenwood: S(t) √Σ d / (Y (Y − d)); 0 once S is 0.
 *
 * @returns a value and a standard error at each distinct time of the table
 * @source Kaplan & Meier 1958; Greenwood 1926
 */
export function kaplanMeier({ times, atRisk, allEvents }: EventTable): EstimatedCurve {
  const values = new Float64Array(times.length);
  const standardErrors = new Float64Array(times.length);
  let survival = 1;
  let relativeVariance = 0;
  for (let at = 0; at < times.length; at++) {
    const [risk, events] = [atRisk[at]!, allEvents[at]!];
    if (events > 0) {
      survival *= 1 - events / risk;
      relativeVariance += events / (risk * (risk - events));
    }
    values[at] = survival;
    standardErrors[at] = survival > 0 ? survival * Math.sqrt(relativeVariance) : 0;
  }
  return { times, start: 1, values, standardErrors };
}

/**
 * Cumulative cause-specific hazard Λ_k(t) = Σ_{s ≤ t} d_k(s) / Y(s), variance Σ d_k / Y².
 *
 * @param cause 1 the outcome, 2 and above competing
 * @throws RangeError when the table has no such cause
 * @source Nelson 1972; Aalen 1978, variance of the Poisson form
 */
export function nelsonAalen({ times, atRisk, events }: EventTable, cause: number): EstimatedCurve {
  const ofCause = events[cause - 1];
  if (!ofCause) throw new RangeError(`cause: expected 1 … ${events.length}, got ${cause}`);
  const values = new Float64Array(times.length);
  const standardErrors = new Float64Array(times.length);
  let hazard = 0;
  let variance = 0;
  for (let at = 0; at < times.length; at++) {
    const risk = atRisk[at]!;
    if (risk > 0) hazard += ofCause[at]! / risk;
    if (risk > 0) variance += ofCause[at]! / (risk * risk);
    values[at] = hazard;
    standardErrors[at] = Math.sqrt(variance);
  }
  return { times, start: 0, values, standardErrors };
}
