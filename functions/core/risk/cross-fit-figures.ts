import {
  type FigureName,
  horizonFigures,
  predictionsAtHorizon,
} from '../../../models/evaluation/horizon-figures.ts';
import { type FollowUp, pickFollowUp } from '../../../models/survival/follow-up.ts';
import type { OutOfFold } from './cross-fit.ts';
import { type CrossFitModel, crossFitModels } from './cross-fit-order.ts';

export const crossFitFigureNames = [
  'auc',
  'brier',
  'calibrationSlope',
  'observedExpectedRatio',
  'topTenthCapture',
] as const satisfies readonly FigureName[];

/** One model at one horizon. */
export interface CrossFitFigures {
  readonly horizon: number;
  readonly model: CrossFitModel;
  /** In the order of `crossFitFigureNames`; NaN where it cannot be estimated. */
  readonly figures: readonly number[];
}

/** Figures of each repetition's predictions pooled over its folds, averaged over repetitions. */
export function crossFitFigures(
  followUp: FollowUp,
  horizons: readonly number[],
  repetitions: readonly OutOfFold[],
): CrossFitFigures[] {
  return horizons.flatMap((horizon, h) =>
    crossFitModels.map((model) => {
      const found = repetitions.map(({ rows, probability }) =>
        horizonFigures(
          predictionsAtHorizon(pickFollowUp(followUp, rows), horizon, probability[model][h]!),
          crossFitFigureNames,
        ),
      );
      const figures = crossFitFigureNames.map(
        (_, at) => found.reduce((sum, one) => sum + one[at]!, 0) / found.length,
      );
      return { horizon, model, figures };
    }),
  );
}
