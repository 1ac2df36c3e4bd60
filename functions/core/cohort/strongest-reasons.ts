import type { CohortReason, ReasonCertainty } from '../../../data-contracts/schemas/cohort.ts';
import { FeatureValues, RiskContributions } from '../../../data-contracts/schemas/risk-score.ts';
import { bandedValue } from '../../../data-contracts/vocabularies/feature-bands.ts';
import { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import { reasonLimits } from '../../../data-contracts/vocabularies/reason-limits.ts';
import type { ClearContributions, ExplainedScore } from '../ports/score-store.ts';
import { leadingFeatures } from '../risk/leading-features.ts';

/** A reason before it is put into words. */
export type WordlessReason = Omit<CohortReason, 'text'>;

/**
 * The strongest reasons for a score at a horizon: feature groups that raise the probability, strongest first,
 * and after them, where they are too few, groups that lower it, strongest first. Ties go by name. Each names the
 * feature that acts; where that alone would move the probability another way, the group is no reason.
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
  const explained = RiskContributions.parse(JSON.parse(score.contributions));
  const values = FeatureValues.parse(JSON.parse(score.feature_values));
  return leadingFeatures(explained[horizon], score[`probability_${horizon}`])
    .filter(({ feature }) => !explained.contrary[horizon].includes(feature))
    .sort(strongestFirst)
    .slice(0, count)
    .map(({ group, contribution, feature }) => {
      const [value, typical] = [values[feature] ?? null, explained.against[feature] ?? null];
      const direction = contribution > 0 ? 'raises' : 'lowers';
      const certainty = certaintyOf(contribution, clear?.[horizon][group]);
      const comparison = comparisonOf(value, typical);
      return { group, feature, value, typical, comparison, direction, contribution, certainty };
    });
}

function comparisonOf(value: number | null, typical: number | null) {
  if (value === null || typical === null) return 'other';
  return value > typical ? 'more' : 'less';
}

/** A probability, or a difference of two, in steps that many share. */
export const toldProbability = (probability: number) => {
  const stepsPerUnit = Math.round(1 / reasonLimits.step);
  return Math.round(probability * stepsPerUnit) / stepsPerUnit + 0;
};

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
      ...bandedValues(reason),
      contribution: toldProbability(reason.contribution),
    }))
    .filter(({ contribution }) => contribution !== 0)
    .sort(strongestFirst)
    .slice(0, count);
}

/** Value and typical value by the beginnings of their bands. */
function bandedValues({ feature: name, value, typical = null }: WordlessReason) {
  const feature = FeatureId.parse(name);
  return { value: bandedValue(feature, value), typical: bandedValue(feature, typical) };
}

/** @param clearFrom undefined: never measured; null: clear at no size */
function certaintyOf(contribution: number, clearFrom: number | null | undefined): ReasonCertainty {
  if (clearFrom === undefined) return 'not-measured';
  return clearFrom !== null && Math.abs(contribution) >= clearFrom ? 'clear' : 'uncertain';
}

type Sized = Pick<WordlessReason, 'group' | 'contribution'>;

/** Raising before lowering, then by size, then by name. */
const strongestFirst = ({ group: one, contribution: a }: Sized, { group: other, contribution: b }: Sized) =>
  Number(b > 0) - Number(a > 0) || Math.abs(b) - Math.abs(a) || (one < other ? -1 : 1);
