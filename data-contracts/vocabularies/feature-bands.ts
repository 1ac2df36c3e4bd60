import type { Language } from '../schemas/fields.ts';
import { ageBand, ageBands } from './age-bands.ts';
import { type FeatureKind, featureValue, figure, isCurrencyFirst, leastChange } from './feature-values.ts';
import { type FeatureId, features } from './features.ts';

/**
 * Where the bands of a feature's values begin, in its unit, by its kind: 9 months are of the band that begins at 7.
 * An exact figure singles its owner out; a band says what matters for a decision and is shared by many. Of points, the
 * bands are none, some, and much.
 */
const beginningsByKind = {
  months: [0, 1, 7, 13],
  days: [0, 1, 8, 31],
  count: [0, 1, 3, 6, 11],
  points: [0, 1, 3],
  cents: [0, 500_000, 2_000_000],
} as const satisfies Record<Exclude<FeatureKind, 'flag' | 'years' | 'change'>, readonly number[]>;

/** Of counts that run to hundreds, and of money in a quarter. */
const beginningsByFeature: Partial<Record<FeatureId, readonly number[]>> = {
  contacts_3: [0, 1, 6, 26],
  contacts_12: [0, 1, 21, 101],
  contacts_24: [0, 1, 41, 201],
  home_care_contacts_newest: [0, 1, 11, 31, 61],
  home_care_contacts_3: [0, 1, 31, 91, 181],
  home_care_contacts_12: [0, 1, 101, 301, 701],
  home_nursing_contacts_12: [0, 1, 11, 51],
  cost_cents_3: [0, 100_000, 500_000, 2_000_000],
};

interface Band {
  readonly from: number;
  /** Where the next begins; undefined: there is no end. */
  readonly next: number | undefined;
}

function bandOf(feature: FeatureId, value: number): Band {
  const { kind } = features[feature];
  const beginnings = beginningsByFeature[feature] ?? beginningsByKind[kind as keyof typeof beginningsByKind];
  const place = Math.max(
    0,
    beginnings.findLastIndex((beginning) => value >= beginning),
  );
  return { from: beginnings[place]!, next: beginnings[place + 1] };
}

/**
 * The value in the place of all values of its band: where the band begins. Of a flag and of years there is nothing to
 * round: the one has two values, of the other the band's first year stands for it.
 * @param value in the feature's unit; null or not a number is missing, and stays so
 * @example bandedValue('cost_cents_12', 3_885_100) // 2_000_000
 */
export function bandedValue(feature: FeatureId, value: number | null): number | null {
  if (value === null || Number.isNaN(value)) return null;
  const { kind } = features[feature];
  if (kind === 'flag') return value > 0 ? 1 : 0;
  if (kind === 'years') return ageBands[ageBand(value)].fromYears;
  if (kind === 'change') return Math.abs(value) < leastChange ? 0 : Math.sign(value) * leastChange;
  return bandOf(feature, value).from;
}

const openBands = {
  fi: (from: string) => `vähintään ${from}`,
  sv: (from: string) => `minst ${from}`,
  en: (from: string) => `${from} or more`,
} as const satisfies Record<Language, (from: string) => string>;

const lowBands = {
  fi: (next: string) => `alle ${next}`,
  sv: (next: string) => `under ${next}`,
  en: (next: string) => `under ${next}`,
} as const satisfies Record<Language, (next: string) => string>;

/**
 * As `featureValue`, but a number is told by its band: `8–30 days`, `€5,000–20,000`, `101 or more`.
 * @example featureBand('hospital_days_12', 12, 'en') // '8–30 days'
 */
export function featureBand(
  feature: FeatureId,
  value: number | null | undefined,
  language: Language,
): string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  const { kind } = features[feature];
  if (kind === 'flag' || kind === 'years' || kind === 'change') return featureValue(feature, value, language);
  const { from, next } = bandOf(feature, value);
  const word = (amount: number) => featureValue(feature, amount, language)!;
  if (next === undefined) return openBands[language](word(from));
  if (kind === 'cents') {
    if (from === 0) return lowBands[language](word(next));
    return isCurrencyFirst(language)
      ? `${word(from)}–${figure(next / 100, language)}`
      : `${figure(from / 100, language)}–${word(next)}`;
  }
  return next - from === 1 ? word(from) : `${figure(from, language)}–${word(next - 1)}`;
}
