import type { StatusAtHorizon } from '../survival/censoring.ts';
import { weightedIncidence } from './brier.ts';

/** Net benefit at one threshold probability, in cases found per row. */
export interface NetBenefit {
  readonly thresholdProbability: number;
  /** Of contacting those at or above the threshold. */
  readonly byPrediction: number;
  /** Of contacting everybody; contacting nobody has 0. */
  readonly everybody: number;
  /** Share of rows at or above the threshold, by weight. */
  readonly contactedShare: number;
}

/**
 * Decision curve: TP/n − FP/n × t/(1−t) at each threshold t, with weights for censoring. The threshold says
 * how many needless contacts one found case is worth: (1−t)/t.
 *
 * @param thresholds > 0 and < 1
 * @throws RangeError when a threshold is not between 0 and 1
 * @source Vickers & Elkin 2006, Med Decis Making 26:565; Vickers et al. 2008 for censored outcomes
 */
export function decisionCurve(
  probability: Float64Array,
  status: StatusAtHorizon,
  thresholds: readonly number[],
): NetBenefit[] {
  const incidence = weightedIncidence(status);
  return thresholds.map((threshold) => {
    if (!(threshold > 0 && threshold < 1)) {
      throw new RangeError(`threshold: expected between 0 and 1, got ${threshold}`);
    }
    const { truePositives, falsePositives } = positivesAt(probability, status, threshold);
    const odds = threshold / (1 - threshold);
    return {
      thresholdProbability: threshold,
      byPrediction: truePositives - falsePositives * odds,
      everybody: incidence - (1 - incidence) * odds,
      contactedShare: truePositives + falsePositives,
    };
  });
}

function positivesAt(probability: Float64Array, { isCase, weight }: StatusAtHorizon, threshold: number) {
  let [truePositives, falsePositives, total] = [0, 0, 0];
  for (let row = 0; row < weight.length; row++) {
    total += weight[row]!;
    if (probability[row]! < threshold) continue;
    if (isCase[row] === 1) truePositives += weight[row]!;
    else falsePositives += weight[row]!;
  }
  return { truePositives: truePositives / total, falsePositives: falsePositives / total };
}
