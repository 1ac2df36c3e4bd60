import type { StatusAtHorizon } from '../survival/censoring.ts';

/** logit P(case) = intercept + slope × logit p. */
export interface Recalibration {
  readonly intercept: number;
  readonly slope: number;
}

const leastProbability = 1e-9;
const iterations = 40;
/** Newton's error after a step is of the order of its square. */
const tolerance = 1e-5;
/** Of a resample, which begins near its end and whose chance is of the order of .01. */
const toleranceOfResample = 1e-3;

/** logit of each probability, probabilities kept within 1e-9 of 0 and 1. */
export function logits(probability: Float64Array): Float64Array {
  return probability.map((p) => {
    const kept = Math.min(1 - leastProbability, Math.max(leastProbability, p));
    return Math.log(kept / (1 - kept));
  });
}

/** (1 − p) / p of each logit. */
export const oddsAgainst = (logit: Float64Array): Float64Array => logit.map((own) => Math.exp(-own));

/**
 * Logistic recalibration with weights for censoring, by Newton's method (IRLS). Slope 1 and intercept 0 are
 * perfect; a slope below 1 says that predictions are too extreme.
 *
 * @param logit of the predictions, length n
 * @param start where to begin; a bootstrap begins at the whole sample's solution
 * @returns NaN for both when not identifiable: all predictions equal, no cases, or perfect separation
 * @source Cox 1958, Biometrika 45:562; Van Calster et al. 2019, BMC Med 17:230
 */
export function recalibrate(
  logit: Float64Array,
  status: StatusAtHorizon,
  start?: Recalibration,
): Recalibration {
  let { intercept, slope } = start ?? { intercept: 0, slope: 1 };
  const enough = start ? toleranceOfResample : tolerance;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { g0, g1, h00, h01, h11 } = curvature(logit, status, intercept, slope);
    const determinant = h00 * h11 - h01 * h01;
    if (!(determinant > 1e-10 * h00 * h11)) break;
    const step0 = (h11 * g0 - h01 * g1) / determinant;
    const step1 = (h00 * g1 - h01 * g0) / determinant;
    const shrink = Math.min(1, 3 / Math.max(Math.abs(step0), Math.abs(step1)));
    intercept += shrink * step0;
    slope += shrink * step1;
    if (Math.abs(step0) + Math.abs(step1) < enough) return { intercept, slope };
  }
  return { intercept: Number.NaN, slope: Number.NaN };
}

/**
 * Calibration in the large: the intercept when the slope is held at 1. Above 0: risks are underestimated.
 *
 * @param oddsAgainst of each prediction, (1 − p) / p, as `oddsAgainst` gives them
 * @param start where to begin; a resample begins at the whole sample's solution
 * @returns NaN without a case or without a non-case
 */
export function calibrationInTheLarge(
  oddsAgainst: Float64Array,
  { isCase, weight }: StatusAtHorizon,
  start?: number,
): number {
  let intercept = start ?? 0;
  const enough = start === undefined ? tolerance : toleranceOfResample;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const shift = Math.exp(-intercept);
    let [gradient, information] = [0, 0];
    for (let row = 0; row < oddsAgainst.length; row++) {
      const own = weight[row]!;
      if (own === 0) continue;
      const p = 1 / (1 + shift * oddsAgainst[row]!);
      gradient += own * (isCase[row]! - p);
      information += own * p * (1 - p);
    }
    if (!(information > 0)) break;
    const step = gradient / information;
    intercept += Math.max(-3, Math.min(3, step));
    if (Math.abs(step) < enough) return intercept;
  }
  return Number.NaN;
}

/** Gradient and information of the weighted log-likelihood. */
function curvature(
  logit: Float64Array,
  { isCase, weight }: StatusAtHorizon,
  intercept: number,
  slope: number,
) {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (let row = 0; row < logit.length; row++) {
    const own = weight[row]!;
    if (own === 0) continue;
    const x = logit[row]!;
    const p = 1 / (1 + Math.exp(-(intercept + slope * x)));
    const residual = own * (isCase[row]! - p);
    const information = own * p * (1 - p);
    g0 += residual;
    g1 += residual * x;
    h00 += information;
    h01 += information * x;
    h11 += information * x * x;
  }
  return { g0, g1, h00, h01, h11 };
}
