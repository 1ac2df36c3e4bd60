import { checkFollowUp, type FollowUp } from '../survival/follow-up.ts';
import { type FigureName, predictionsAtHorizon } from './horizon-figures.ts';
import { type Estimate, estimateFrom, numberPeople, type People } from './person-bootstrap.ts';
import { type ResampledFigures, resampleTogether } from './resampled-figures.ts';

/** Two predictions of the same rows. */
export interface ComparisonInput extends FollowUp {
  readonly person: ArrayLike<number>;
  readonly horizons: readonly number[];
  /** Probability by each horizon, n values per horizon. */
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
  /** Weights for censoring are estimated in each stratum apart; absent: on all rows together. */
  readonly stratumOfRow?: Int32Array | undefined;
  readonly seed: number;
  /** Default 200. */
  readonly bootstrapReplicates?: number;
}

const compared = [
  'auc',
  'brier',
  'indexOfPredictionAccuracy',
  'topTenthCapture',
] as const satisfies FigureName[];

/** First minus second at one horizon; an interval that holds 0 does not tell them apart. */
export interface HorizonComparison {
  readonly horizon: number;
  readonly differences: Readonly<Record<(typeof compared)[number], Estimate>>;
}

/**
 * Paired comparison: both predictions are judged on the same resamples of people, and the differences'
 * percentile interval is given. What the two share (easy and hard people) cancels out.
 *
 * @returns per horizon, first − second: above 0 the first is better in AUC, IPA and capture, worse in Brier
 * @throws RangeError as `evaluatePredictions`
 */
export function comparePredictions(input: ComparisonInput): HorizonComparison[] {
  checkFollowUp(input);
  const people = numberPeople(input.person);
  return input.horizons.map((horizon, at) => ({ horizon, differences: differencesAt(input, people, at) }));
}

function differencesAt(input: ComparisonInput, people: People, at: number) {
  const { time, event, seed, bootstrapReplicates: replicates = 200 } = input;
  const predictions = [input.first[at]!, input.second[at]!].map((probability) =>
    predictionsAtHorizon({ time, event }, input.horizons[at]!, probability, input.stratumOfRow),
  );
  const [first, second] = resampleTogether(predictions, people, { names: compared, replicates, seed });
  return differencesOf(first!, second!);
}

/** Paired differences of predictions that were judged on the same resamples. */
export function differencesOf(
  first: ResampledFigures,
  second: ResampledFigures,
): HorizonComparison['differences'] {
  const estimates = compared.map((name) => {
    const difference = (one: readonly number[], other: readonly number[]) =>
      one[first.names.indexOf(name)]! - other[second.names.indexOf(name)]!;
    const resampled = first.figures.map((own, replicate) => difference(own, second.figures[replicate]!));
    return [name, estimateFrom(difference(first.whole, second.whole), resampled)];
  });
  return Object.fromEntries(estimates);
}
