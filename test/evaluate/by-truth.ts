import { dynamicAuc } from '../../models/evaluation/discrimination.ts';
import { logits, recalibrate } from '../../models/evaluation/recalibration.ts';
import type { StatusAtHorizon } from '../../models/survival/censoring.ts';
import { distinctValues } from '../../models/survival/distinct-values.ts';

/** How predictions stand against true risks: no luck of outcomes is in it. */
export interface ByTruth {
  readonly auc: number;
  readonly trueAuc: number;
  /** Of the logit: 1 is perfect, above 1 predictions are too timid. */
  readonly slope: number;
  /** Mean true risk over mean prediction: observed/expected. */
  readonly ratio: number;
}

export function byTruth(predicted: Float64Array, truth: Float64Array): ByTruth {
  const status = bothWays(truth);
  return {
    auc: expectedAuc(predicted, truth),
    trueAuc: expectedAuc(truth, truth),
    slope: recalibrate(logits(twice(predicted)), status).slope,
    ratio: sumOf(truth) / sumOf(predicted),
  };
}

/** AUC where everybody counts as a case by their true risk, and as none by the rest. */
export const expectedAuc = (predicted: Float64Array, truth: Float64Array): number =>
  dynamicAuc(distinctValues(twice(predicted)), bothWays(truth));

/** Everybody twice: a case by the true risk, and none by the rest. */
function bothWays(truth: Float64Array): StatusAtHorizon {
  const isCase = Uint8Array.from({ length: 2 * truth.length }, (_, at) => (at < truth.length ? 1 : 0));
  const weight = twice(truth).map((risk, at) => (at < truth.length ? risk : 1 - risk));
  return { isCase, weight };
}

const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
const sumOf = (values: Float64Array) => values.reduce((sum, own) => sum + own, 0);
