import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { bandedValue, featureBand } from '../../../data-contracts/vocabularies/feature-bands.ts';
import { featureGroups } from '../../../data-contracts/vocabularies/feature-groups.ts';
import { wordOwnReason, wordReason } from '../../../functions/adapters/intl/intl-wording.ts';
import { strongestReasons, toldReasons } from '../../../functions/core/cohort/strongest-reasons.ts';
import { scores } from './small-county.ts';

const headlines = Object.values(featureGroups).map(({ headline }) => headline);
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('a value told to others', () => {
  it('is its band’s: the same figure and the same words for all values of the band, in each language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...headlines), fc.integer({ min: 0, max: 5_000_000 }), (feature, value) => {
        const banded = bandedValue(feature, value)!;
        expect(bandedValue(feature, banded)).toBe(banded);
        for (const language of Language.options)
          expect(featureBand(feature, value, language)).toBe(featureBand(feature, banded, language));
      }),
    );
  });

  it('is one of a few, and missing stays missing', () => {
    for (const feature of headlines) {
      const all = Array.from({ length: 2_000 }, (_, place) => bandedValue(feature, place * 2_000));
      const low = Array.from({ length: 2_000 }, (_, place) => bandedValue(feature, place));
      expect(new Set([...all, ...low]).size, feature).toBeLessThanOrEqual(6);
      expect([bandedValue(feature, null), featureBand(feature, null, 'fi')]).toEqual([null, undefined]);
    }
  });

  it('is told in words of its unit', () => {
    expect(plain(featureBand('contacts_12', 1259, 'fi'))).toBe('vähintään 101');
    expect(plain(featureBand('cost_cents_12', 3_885_100, 'en'))).toBe('€20,000 or more');
    expect(plain(featureBand('cost_cents_12', 700_000, 'fi'))).toBe('5 000–20 000 €');
    expect(plain(featureBand('cost_cents_12', 700_000, 'en'))).toBe('€5,000–20,000');
    expect(plain(featureBand('cost_cents_12', 1, 'sv'))).toBe('under 5 000 €');
    expect(plain(featureBand('home_care_months_12', 8, 'sv'))).toBe('7–12 månader');
    expect(plain(featureBand('hospital_days_12', 0, 'en'))).toBe('0 days');
  });
});

it('people of nearly the same figures have the same reasons told, and each their own', () => {
  const of = (cents: number, memory: number) => ({
    ...scores[0]!,
    contributions: JSON.stringify({ h1: { cost: 0.0612, memory, sex: 0.001 }, h2: {} }),
    feature_values: JSON.stringify({ cost_cents_12: cents, has_memory_disorder: 1, is_male: 0 }),
  });
  const [one, other] = [of(3_885_100, 0.0587), of(4_123_400, 0.0621)];
  const toldOf = (score: typeof one) =>
    toldReasons(score, 'h1', 3, null).map((reason) => [reason, wordReason(reason, 'fi')]);
  expect(toldOf(one)).toEqual(toldOf(other));
  expect(toldOf(one).map(([reason]) => (reason as { contribution: number }).contribution)).toEqual([
    0.06, 0.06,
  ]);
  const own = strongestReasons(one, 'h1', 3, null).map((reason) => plain(wordOwnReason(reason, 'fi')));
  expect(own.join()).toContain('38 851 €');
});
