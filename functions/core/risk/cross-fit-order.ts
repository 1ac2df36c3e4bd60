import type { FollowUp } from '../../../models/survival/follow-up.ts';
import type { Repetition } from './table-folds.ts';
import type { MixedColumn } from './table-predictors.ts';

/** Any survival or competing-risks table: rows with an id, predictors, and what happened when. */
export interface SurvivalTable {
  readonly ids: readonly string[];
  /** Whose each row is: rows of one person stay together in every split. */
  readonly people: readonly string[];
  readonly columns: readonly MixedColumn[];
  /** Time ≥ 0 in the table's own unit; 0 censored, 1 the outcome, 2 a competing event. */
  readonly followUp: FollowUp;
}

export interface CrossFitOrder {
  readonly table: SurvivalTable;
  readonly repetitions: readonly Repetition[];
  /** Rising, in the table's unit of time. */
  readonly horizons: readonly number[];
  readonly seed: number;
}

export const crossFitModels = ['network', 'logistic'] as const;
export type CrossFitModel = (typeof crossFitModels)[number];

/** What one fit is trained on and predicts. */
export interface Split {
  readonly rep: string;
  readonly fold: string;
  readonly training: Int32Array;
  readonly test: Int32Array;
}
