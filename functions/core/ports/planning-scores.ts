import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { RankedClient, ScoreFilter, ScoreStore } from './score-store.ts';

/** Curves of some clients, row by row, as masses in the model's intervals. */
export interface ClientCurves {
  /** Rising ends of the intervals, months. */
  readonly ends: readonly number[];
  /** Probability of the outcome in each interval: clients × intervals. */
  readonly outcomeMass: Float32Array;
  /** Likewise of the competing event. */
  readonly competingMass: Float32Array;
  readonly ageYears: Float64Array;
  readonly municipality: readonly string[];
  /** The asked features' values, missing is NaN. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** A programme's current scores, read whole and in order, for a plan over everybody. */
export interface PlanningScores extends Pick<ScoreStore, 'describe' | 'cells'> {
  /** Clients who fit, in the order of their pseudonyms, in batches of some ten thousands. */
  inOrderOfClient(filter: ScoreFilter): AsyncIterable<readonly RankedClient[]>;
  /**
   * Curves and values of people whom the gate has released, in the order asked, which is that of pseudonyms.
   * @throws when someone has no score, or the curves' intervals differ
   */
  curvesOf(clients: readonly string[], features: readonly FeatureId[]): Promise<ClientCurves>;
}
