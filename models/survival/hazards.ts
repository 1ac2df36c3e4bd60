/**
 * Discrete-time cause-specific hazards. All arrays are row-major; an interval's causes are adjacent:
 * position ((row × intervals) + interval) × causes + cause.
 */

/**
 * Hazards from logits by softmax against "no event", whose logit is 0:
 * h_k = e^{z_k} / (1 + Σ_j e^{z_j}).
 *
 * @param logits rows × intervals × causes, finite
 * @param causes ≥ 1
 * @returns hazards of the same shape; per interval each ≥ 0, their sum < 1 (up to rounding)
 */
export function hazardsFromLogits(logits: Float64Array | Float32Array, causes: number): Float64Array {
  const hazards = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += causes) {
    let highest = 0;
    for (let k = 0; k < causes; k++) highest = Math.max(highest, logits[start + k]!);
    let total = Math.exp(-highest);
    for (let k = 0; k < causes; k++) total += hazards[start + k] = Math.exp(logits[start + k]! - highest);
    for (let k = 0; k < causes; k++) hazards[start + k]! /= total;
  }
  return hazards;
}

export interface DiscreteIncidence {
  /** Cumulative incidence by the end of each interval: rows × intervals × causes. */
  readonly incidence: Float64Array;
  /** Probability of no event by the end of each interval: rows × intervals. */
  readonly eventFree: Float64Array;
}

/**
 * Cumulative incidence from hazards: F_k(j) = F_k(j−1) + S(j−1) h_k(j), S(j) = S(j−1) (1 − Σ_k h_k(j)).
 *
 * @param hazards rows × intervals × causes
 * @returns with Σ_k F_k(j) + S(j) = 1 at every interval
 */
export function cumulativeIncidence(
  hazards: Float64Array,
  intervals: number,
  causes: number,
): DiscreteIncidence {
  const incidence = new Float64Array(hazards.length);
  const eventFree = new Float64Array(hazards.length / causes);
  for (let cell = 0; cell < eventFree.length; cell++) {
    const isFirst = cell % intervals === 0;
    const before = isFirst ? 1 : eventFree[cell - 1]!;
    let total = 0;
    for (let at = cell * causes; at < (cell + 1) * causes; at++) {
      total += hazards[at]!;
      incidence[at] = (isFirst ? 0 : incidence[at - causes]!) + before * hazards[at]!;
    }
    eventFree[cell] = before * (1 - total);
  }
  return { incidence, eventFree };
}

/**
 * Hazards from cumulative incidence, the inverse of `cumulativeIncidence`:
 * h_k(j) = (F_k(j) − F_k(j−1)) / (1 − Σ_k F_k(j−1)); 0 once nobody is event-free.
 *
 * @param incidence rows × intervals × causes, not falling along intervals
 */
export function hazardsFromIncidence(
  incidence: Float64Array,
  intervals: number,
  causes: number,
): Float64Array {
  const hazards = new Float64Array(incidence.length);
  for (let cell = 0; cell < incidence.length / causes; cell++) {
    const isFirst = cell % intervals === 0;
    let eventFree = 1;
    for (let k = 1; k <= causes && !isFirst; k++) eventFree -= incidence[cell * causes - k]!;
    for (let at = cell * causes; at < (cell + 1) * causes; at++) {
      const mass = incidence[at]! - (isFirst ? 0 : incidence[at - causes]!);
      hazards[at] = eventFree > 0 ? mass / eventFree : 0;
    }
  }
  return hazards;
}
