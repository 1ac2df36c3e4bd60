import { bandBeginnings } from './age-bands.ts';
import type { FeatureId } from './features.ts';

/**
 * In what people are alike whom a reason compares: of each feature the values at which a new stretch begins. Where too
 * few are alike in all, the last is left out. What people are alike in is no reason.
 */
export const peerCuts = {
  age_years: bandBeginnings.slice(1),
  is_male: [1],
} as const satisfies Partial<Record<FeatureId, readonly number[]>>;
