import type { StatusAtHorizon } from '../survival/censoring.ts';
import type { DistinctValues } from '../survival/distinct-values.ts';

/**
 * Cumulative/dynamic AUC: the weighted probability that a case by the horizon was given more than someone who
 * was not a case by then (event-free, or a competing event first), ties counting half:
 * Σ_i Σ_j w_i w_j [1(p_i > p_j) + ½ 1(p_i = p_j)] / (Σ w_i Σ w_j), i over cases, j over the others. O(n).
 *
 * @param ranked the distinct predictions
 * @param status case or not at the horizon, with weights for censoring
 * @returns between 0 and 1; NaN without a case or without a non-case
 * @source Blanche et al. 2013, Stat Med 32:5381, definition with competing events as controls
 */
export function dynamicAuc(ranked: DistinctValues, status: StatusAtHorizon): number {
  const { casesAt, othersAt } = weightPerPrediction(ranked, status);
  let [won, allCases, othersBelow] = [0, 0, 0];
  for (let at = 0; at < casesAt.length; at++) {
    won += casesAt[at]! * (othersBelow + othersAt[at]! / 2);
    allCases += casesAt[at]!;
    othersBelow += othersAt[at]!;
  }
  return won / (allCases * othersBelow);
}

function weightPerPrediction({ values, positionOfRow }: DistinctValues, { isCase, weight }: StatusAtHorizon) {
  const casesAt = new Float64Array(values.length);
  const othersAt = new Float64Array(values.length);
  for (let row = 0; row < weight.length; row++) {
    if (weight[row] === 0) continue;
    if (isCase[row] === 1) casesAt[positionOfRow[row]!]! += weight[row]!;
    else othersAt[positionOfRow[row]!]! += weight[row]!;
  }
  return { casesAt, othersAt };
}
