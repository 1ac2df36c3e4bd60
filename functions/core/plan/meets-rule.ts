import type { EligibilityCondition } from '../../../data-contracts/schemas/intervention.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';

/**
 * Whether every condition holds of somebody; a value that is missing holds none.
 * @param valueAt NaN where it is missing
 */
export const meetsRule = (
  valueAt: (feature: FeatureId) => number,
  rule: readonly EligibilityCondition[],
): boolean =>
  rule.every(({ feature, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) => {
    const value = valueAt(feature);
    return value >= atLeast && value <= atMost;
  });
