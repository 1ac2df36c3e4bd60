import { FeatureValues } from '../../../data-contracts/schemas/risk-score.ts';
import {
  type FactorCondition,
  type ModifiableFactor,
  ModifiableFactorId,
  modifiableFactors,
} from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import type { ExplainedScore } from '../ports/score-store.ts';

/**
 * What in a client's life can be changed, in the order of the vocabulary: what was seen of them, whether it moves
 * their estimate or not.
 * @throws ZodError when the stored values are not what the contract says
 */
export function changeableFactors({ feature_values }: Pick<ExplainedScore, 'feature_values'>) {
  const values = FeatureValues.parse(JSON.parse(feature_values));
  return ModifiableFactorId.options.filter((id) => {
    const { when }: ModifiableFactor = modifiableFactors[id];
    return when.every((condition) => holds(condition, values));
  });
}

/** A feature that is no predictor here was never looked at: nothing holds of it. */
function holds({ feature, atLeast, atMost, isMissing }: FactorCondition, values: FeatureValues): boolean {
  const value = values[feature];
  if (value === undefined) return false;
  if (value === null) return isMissing === true;
  return !isMissing && value >= (atLeast ?? value) && value <= (atMost ?? value);
}
