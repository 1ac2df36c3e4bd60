import type { StatusAtHorizon } from '../survival/censoring.ts';

/**
 * Brier score at a horizon: Σ w (p − y)² / Σ w, with weights for censoring. Smaller is better; 0 is perfect.
 *
 * @param probability of the outcome by the horizon, 0 … 1, length n
 * @source Graf et al. 1999, Stat Med 18:2529, equation 4; Schoop et al. 2011 for competing events
 */
export function brierScore(probability: Float64Array, { isCase, weight }: StatusAtHorizon): number {
  let [squares, total] = [0, 0];
  for (let row = 0; row < weight.length; row++) {
    const miss = probability[row]! - isCase[row]!;
    squares += weight[row]! * miss * miss;
    total += weight[row]!;
  }
  return squares / total;
}

/** Share of cases by weight; with weights for censoring this is the Aalen–Johansen incidence at the horizon. */
export function weightedIncidence({ isCase, weight }: StatusAtHorizon): number {
  let [cases, total] = [0, 0];
  for (let row = 0; row < weight.length; row++) {
    cases += weight[row]! * isCase[row]!;
    total += weight[row]!;
  }
  return cases / total;
}

/** Brier score of giving everyone the incidence F itself: F (1 − F). The reference of the index below. */
export function nullBrierScore(status: StatusAtHorizon): number {
  const incidence = weightedIncidence(status);
  return incidence * (1 - incidence);
}

/**
 * Index of prediction accuracy: 1 − Brier / Brier of the incidence given to everyone. 1 is perfect, 0 no
 * better than one number for all, below 0 harmful. NaN when everybody or nobody is a case.
 *
 * @source Kattan & Gerds 2018, Diagn Progn Res 2:7
 */
export function indexOfPredictionAccuracy(probability: Float64Array, status: StatusAtHorizon): number {
  return accuracyIndex(brierScore(probability, status), weightedIncidence(status));
}

/** The same of a Brier score and an incidence that are known already. */
export function accuracyIndex(brier: number, incidence: number): number {
  const reference = incidence * (1 - incidence);
  return reference > 0 ? 1 - brier / reference : Number.NaN;
}
