import type { OutOfFold } from '../../functions/core/risk/cross-fit.ts';
import { type CrossFitFigures, crossFitFigures } from '../../functions/core/risk/cross-fit-figures.ts';
import { comparePredictions } from '../../models/evaluation/compare-predictions.ts';
import type { Estimate } from '../../models/evaluation/person-bootstrap.ts';
import { type FollowUp, pickFollowUp } from '../../models/survival/follow-up.ts';

/** One table's figures: of the network and the logistic regression, and the paired difference of the two. */
export interface JudgedTask {
  readonly title: string;
  readonly figures: readonly CrossFitFigures[];
  readonly differences: readonly {
    readonly horizon: number;
    readonly auc: Estimate;
    readonly brier: Estimate;
  }[];
}

/** The differences' intervals are of the first repetition; the figures are averages over repetitions. */
export function judgePredictions(
  title: string,
  followUp: FollowUp,
  horizons: readonly number[],
  predicted: readonly OutOfFold[],
): JudgedTask {
  const { rows, probability } = predicted[0]!;
  const compared = comparePredictions({
    ...pickFollowUp(followUp, rows),
    person: rows,
    horizons,
    first: probability.network,
    second: probability.logistic,
    seed: 1,
  });
  const differences = compared.map(({ horizon, differences: { auc, brier } }) => ({ horizon, auc, brier }));
  return { title, figures: crossFitFigures(followUp, horizons, predicted), differences };
}
