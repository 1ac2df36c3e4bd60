import { statusAtHorizon } from '../survival/censoring.ts';
import type { FollowUp } from '../survival/follow-up.ts';
import { fitRidgeLogistic, type RidgeLogistic } from './ridge-logistic.ts';

/** Predictors by column; NaN is missing. */
export interface BaselinePredictors {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/**
 * Ridge logistic regression of "the outcome by the horizon" with inverse-probability-of-censoring weights:
 * competing events are non-cases, rows censored before the horizon weigh 0. One model a horizon.
 *
 * With the columns of age and sex alone, or of last year's cost alone, it is those baselines too.
 *
 * @param person row to person
 * @param horizon in the unit of `followUp.time`
 * @throws RangeError when nobody was followed to the horizon, or everybody or nobody is a case
 */
export function logisticBaselineAtHorizon(
  { rows, columns }: BaselinePredictors,
  followUp: FollowUp,
  person: ArrayLike<number>,
  horizon: number,
  seed: number,
): RidgeLogistic {
  const { isCase, weight } = statusAtHorizon(followUp, horizon);
  return fitRidgeLogistic({ columns, rows, y: isCase, weights: weight, person, seed });
}
