import type { CohortReason, ReasonCertainty } from '../../../data-contracts/schemas/cohort.ts';
import { FeatureValues, RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import { bandedValue } from '../../../data-contracts/vocabularies/feature-bands.ts';
import { FeatureGroupId, featureGroups } from '../../../data-contracts/vocabularies/feature-groups.ts';
import { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type { ClearContributions, ExplainedScore } from '../ports/score-store.ts';

/** A reason before it is put into words. */
export type WordlessReason = Omit<CohortReason, 'text'>;

/** Half of the last digit that a reader is shown (0.1 percentage points): less than this is no reason. */
const smallestContribution = 0.0005;

/**
 * The strongest reasons for a score at a horizon: feature groups that raise the probability, strongest first,
 * and after them, where they are too few, groups that lower it, strongest first. Ties go by name.
 *
 * @param clear from which size on a group's contribution is clear; null where the model cannot say
 * @throws ZodError when the stored explanation is not what the contract says
 */
export function strongestReasons(
  score: ExplainedScore,
  horizon: 'h1' | 'h2',
  count: number,
  clear: ClearContributions | null,
): WordlessReason[] {
  const contributions = RiskContributions.parse(JSON.parse(score.contributions))[horizon];
  const values = FeatureValues.parse(JSON.parse(score.feature_values));
  return Object.entries(contributions)
    .filter(([, contribution]) => Math.abs(contribution) >= smallestContribution)
    .sort(([nameA, a], [nameB, b]) => raisingFirst(a, b) || byName(nameA, nameB))
    .slice(0, count)
    .map(([name, contribution]) => {
      const group = FeatureGroupId.parse(name);
      const feature = featureGroups[group].headline;
      const direction = contribution > 0 ? 'raises' : 'lowers';
      const certainty = certaintyOf(contribution, clear?.[horizon][group]);
      return { group, feature, value: values[feature] ?? null, direction, contribution, certainty };
    });
}

/** Of the contributions and probabilities that are told of somebody to others: half a percentage point. */
const stepsPerUnit = 200;

/** A probability, or a difference of two, in steps that many share. */
export const toldProbability = (probability: number) =>
  Math.round(probability * stepsPerUnit) / stepsPerUnit + 0;

const stepCents = 50_000;

/** Money expected of one person, to the nearest 500 euros. */
export const toldCents = (cents: number) => Math.round(cents / stepCents) * stepCents + 0;

/**
 * The strongest reasons as they are told to others than the person: contributions in steps, values by the beginnings
 * of their bands, both shared by many. Which reasons they are and in which order goes by the steps alone.
 * @throws as `strongestReasons`
 */
export function toldReasons(
  score: ExplainedScore,
  horizon: 'h1' | 'h2',
  count: number,
  clear: ClearContributions | null,
): WordlessReason[] {
  return strongestReasons(score, horizon, Number.POSITIVE_INFINITY, clear)
    .map((reason) => ({
      ...reason,
      value: bandedValue(FeatureId.parse(reason.feature), reason.value),
      contribution: toldProbability(reason.contribution),
    }))
    .filter(({ contribution }) => contribution !== 0)
    .sort(
      (one, other) => raisingFirst(one.contribution, other.contribution) || byName(one.group, other.group),
    )
    .slice(0, count);
}

const byName = (one: string, other: string) => (one < other ? -1 : 1);

/** @param clearFrom undefined: never measured; null: clear at no size */
function certaintyOf(contribution: number, clearFrom: number | null | undefined): ReasonCertainty {
  if (clearFrom === undefined) return 'not-measured';
  return clearFrom !== null && Math.abs(contribution) >= clearFrom ? 'clear' : 'uncertain';
}

const raisingFirst = (a: number, b: number) => Number(b > 0) - Number(a > 0) || Math.abs(b) - Math.abs(a);
