import type { Language, Texts } from '../schemas/fields.ts';
import type { FeatureId } from './features.ts';
import { healthFeatureTexts } from './health-feature-texts.ts';
import { serviceFeatureTexts } from './service-feature-texts.ts';

/** What a feature is called where its value is told; of a flag, what is said of yes and of no. */
export interface FeatureTexts extends Texts {
  /** Of a flag: said where it is not so. */
  readonly no?: Texts;
  /** Said where there is no value; absent: what its group says. */
  readonly missing?: Texts;
}

export const featureTexts = {
  ...serviceFeatureTexts,
  ...healthFeatureTexts,
} as const satisfies Record<FeatureId, FeatureTexts>;

/** What a predictor is called, or its own name where a programme has predictors that are not in the vocabulary. */
export const featureName = (feature: string, language: Language): string =>
  Object.hasOwn(featureTexts, feature) ? featureTexts[feature as FeatureId][language] : feature;
