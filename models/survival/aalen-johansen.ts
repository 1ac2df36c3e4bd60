import type { EventTable } from './event-table.ts';
import { type EstimatedCurve, kaplanMeier } from './kaplan-meier.ts';

/** Event-free survival and the cumulative incidence of each cause; together they are 1 at every time. */
export interface CompetingIncidence {
  readonly eventFree: EstimatedCurve;
  /** `incidence[0]` is cause 1. */
  readonly incidence: readonly EstimatedCurve[];
}

/**
 * Cumulative incidence with competing events: F_k(t) = Σ_{s ≤ t} S(s−) d_k(s) / Y(s).
 *
 * Standard errors are those of R's `survival::survfit` (infinitesimal jackknife, which for competing events
 * from one start is the delta method). The variance of (S, F_k) is carried forward over the events of each
 * time, multinomial with shares a = d / Y and a_k = d_k / Y:
 * V_S ← (1−a)² V_S + S² a(1−a)/Y; C ← (1−a)(C + a_k V_S) − S² a_k(1−a)/Y;
 * V_F ← V_F + 2 a_k C + a_k² V_S + S² a_k(1−a_k)/Y. O(number of times).
 *
 * @source Aalen & Johansen 1978; Therneau, survival package, vignette "Methods", Aalen–Johansen
 */
export function aalenJohansen(table: EventTable): CompetingIncidence {
  const eventFree = kaplanMeier(table);
  return { eventFree, incidence: table.events.map((ofCause) => incidenceOf(table, eventFree, ofCause)) };
}

function incidenceOf(table: EventTable, eventFree: EstimatedCurve, ofCause: Float64Array): EstimatedCurve {
  const { times, atRisk, allEvents } = table;
  const values = new Float64Array(times.length);
  const standardErrors = new Float64Array(times.length);
  let [incidence, varianceS, covariance, varianceF] = [0, 0, 0, 0];
  for (let at = 0; at < times.length; at++) {
    const risk = atRisk[at]!;
    const survival = at === 0 ? 1 : eventFree.values[at - 1]!;
    if (allEvents[at]! > 0) {
      const share = allEvents[at]! / risk;
      const causeShare = ofCause[at]! / risk;
      const scale = (survival * survival) / risk;
      incidence += survival * causeShare;
      varianceF +=
        2 * causeShare * covariance +
        causeShare * causeShare * varianceS +
        scale * causeShare * (1 - causeShare);
      covariance = (1 - share) * (covariance + causeShare * varianceS) - scale * causeShare * (1 - share);
      varianceS = (1 - share) * (1 - share) * varianceS + scale * share * (1 - share);
    }
    values[at] = incidence;
    standardErrors[at] = Math.sqrt(Math.max(0, varianceF));
  }
  return { times, start: 0, values, standardErrors };
}

/**
 * Variance of a cumulative incidence as R's `cmprsk::cuminc` gives it. Sum over event times s ≤ t, with
 * u_k(s) = S(s−)² d_k c_k / Y² and c_k = 1 − (d_k − 1)/(Y − 1) for ties:
 * Σ u_1 (1 − (F(t) − F(s)) / S(s))² + u_2 ((F(t) − F(s)) / S(s))², cause 1 this one, 2 the others.
 * It steps at events of this cause only, and is larger than the jackknife's in small samples.
 *
 * @param cause 1 the outcome, 2 and above competing
 * @returns variance at each distinct time
 * @source Gray 1988, Annals of Statistics 16:1141; cmprsk 2.2
 */
export function grayVariance(table: EventTable, cause: number): Float64Array {
  const { eventFree, incidence } = aalenJohansen(table);
  const [curve, ofCause] = [incidence[cause - 1], table.events[cause - 1]];
  if (!curve || !ofCause) throw new RangeError(`cause: expected 1 … ${table.events.length}, got ${cause}`);
  const variance = new Float64Array(table.times.length);
  let [square, cross, inverse, latest] = [0, 0, 0, 0];
  for (let at = 0; at < table.times.length; at++) {
    const before = at === 0 ? 1 : eventFree.values[at - 1]!;
    const after = eventFree.values[at]!;
    const [here, others] = [ofCause[at]!, table.allEvents[at]! - ofCause[at]!];
    const perSurvival = after > 1e-12 ? 1 / after : 0;
    for (const [count, atOwnEvent] of [
      [others, 0],
      [here, 1],
    ] as const) {
      if (count === 0 || (perSurvival === 0 && atOwnEvent === 0)) continue;
      const share = tiedShare(before, count, table.atRisk[at]!);
      const reach = atOwnEvent + perSurvival * curve.values[at]!;
      square += reach * reach * share;
      cross += perSurvival * reach * share;
      inverse += perSurvival * perSurvival * share;
    }
    const now = curve.values[at]!;
    if (here > 0) latest = square - 2 * now * cross + now * now * inverse;
    variance[at] = latest;
  }
  return variance;
}

function tiedShare(survivalBefore: number, count: number, atRisk: number): number {
  const forTies = count > 1 ? 1 - (count - 1) / (atRisk - 1) : 1;
  return (survivalBefore * survivalBefore * forTies * count) / (atRisk * atRisk);
}
