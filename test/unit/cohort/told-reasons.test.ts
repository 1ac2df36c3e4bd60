import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Language } from '../../../data-contracts/schemas/fields.ts';
import { bandedValue, featureBand } from '../../../data-contracts/vocabularies/feature-bands.ts';
import { FeatureId, features } from '../../../data-contracts/vocabularies/features.ts';
import {
  strongestReasons,
  toldReasons,
  type WordlessReason,
} from '../../../functions/core/cohort/strongest-reasons.ts';
import { wordNamedReason, wordOwnReason, wordReason } from '../../../wording/word-reason.ts';
import { scores } from './small-county.ts';

const all = FeatureId.options;
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('a value told to others', () => {
  it('is its band’s: the same figure and the same words for all values of the band, in each language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: -50, max: 5_000_000 }), (feature, value) => {
        fc.pre(value >= 0 || features[feature].kind === 'change');
        const banded = bandedValue(feature, value)!;
        expect(bandedValue(feature, banded)).toBe(banded);
        for (const language of Language.options)
          expect(featureBand(feature, value, language)).toBe(featureBand(feature, banded, language));
      }),
    );
  });

  it('is one of a few, and missing stays missing', () => {
    for (const feature of all) {
      const high = Array.from({ length: 2_000 }, (_, place) => bandedValue(feature, place * 2_000));
      const low = Array.from({ length: 2_000 }, (_, place) => bandedValue(feature, place));
      expect(new Set([...high, ...low]).size, feature).toBeLessThanOrEqual(6);
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
    contributions: JSON.stringify({
      typical: { h1: 0.05, h2: 0.1 },
      h1: { cost_cents_12: 0.0612, has_memory_disorder_24: memory, is_male: 0.001 },
      h2: {},
      against: { cost_cents_12: 150_000, has_memory_disorder_24: 0, is_male: 1 },
      contrary: { h1: [], h2: [] },
    }),
    feature_values: JSON.stringify({ cost_cents_12: cents, has_memory_disorder_24: 1, is_male: 0 }),
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

describe('a reason in words', () => {
  const reason = (changes: Partial<WordlessReason>): WordlessReason => ({
    group: 'home-care',
    feature: 'home_care_months_12',
    value: 7,
    typical: 0,
    comparison: 'more',
    direction: 'raises',
    contribution: 0.135,
    certainty: 'clear',
    ...changes,
  });
  const inAll = (changes: Partial<WordlessReason>) =>
    Language.options.map((language) => plain(wordReason(reason(changes), language)));

  it('names the feature with its value, the size in percentage points, and the sureness apart from it', () => {
    expect(inAll({})).toEqual([
      'Kotihoitoa viimeisten 12 kuukauden aikana: 7–12 kuukautta – +13,5 %-yksikköä (varma)',
      'Hemvård under de senaste 12 månaderna: 7–12 månader – +13,5 procentenheter (säker)',
      'Home care in the last 12 months: 7–12 months – +13.5 percentage points (sure)',
    ]);
    expect(inAll({ certainty: 'uncertain' })[0]).toMatch(/yksikköä \(melko varma\)$/);
    expect(inAll({ certainty: 'not-measured' })[0]).toMatch(/yksikköä$/);
  });

  it('says of an absence against what it stands out', () => {
    const visits = { feature: 'primary_visits_12', group: 'outpatient', value: 0, typical: 3 } as const;
    expect(inAll({ ...visits, comparison: 'less', contribution: 0.02 })).toEqual([
      'Perusterveydenhuollon käyntejä viimeisten 12 kuukauden aikana: 0 (samanikäisillä yleensä 3–5) – +2,0 %-yksikköä (varma)',
      'Besök inom primärvården under de senaste 12 månaderna: 0 (i samma ålder vanligen 3–5) – +2,0 procentenheter (säker)',
      'Primary-care visits in the last 12 months: 0 (usually 3–5 at this age) – +2.0 percentage points (sure)',
    ]);
    const alone = { feature: 'lives_alone', group: 'living-alone', value: 0, typical: 1 } as const;
    expect(inAll({ ...alone, comparison: 'less', direction: 'lowers', contribution: -0.01 })[0]).toBe(
      'Ei asu yksin (toisin kuin useimmat samanikäiset) – −1,0 %-yksikköä (varma)',
    );
    const rai = { feature: 'rai_adlh', group: 'functional-ability' } as const;
    expect(inAll({ ...rai, value: 0, typical: null, comparison: 'other' })[0]).toContain(
      'useimmilla samanikäisillä ei ole',
    );
    expect(inAll({ ...rai, value: null, typical: 0, comparison: 'other' })[0]).toContain(
      'Ei RAI-arviointia (useimmilla samanikäisillä on)',
    );
  });

  it('never lets an absence raise the estimate without saying against what', () => {
    const value = fc.constantFrom(0, null);
    const typical = fc.constantFrom(null, 0, 1, 2, 40);
    fc.assert(
      fc.property(fc.constantFrom(...all), value, typical, (feature, own, usual) => {
        fc.pre(own !== usual);
        const comparison = own === null || usual === null ? 'other' : 'less';
        const { group } = features[feature];
        const words = inAll({ feature, group, value: own, typical: usual, comparison });
        const beside = feature === 'is_male' || feature === 'age_years' ? /./ : /\(.*\) – \+/;
        for (const text of words) expect(text).toMatch(beside);
      }),
    );
  });

  it('says which way a value lies that is of the same band as the typical one', () => {
    const contacts = { feature: 'contacts_12', group: 'service-change', value: 21, typical: 21 } as const;
    expect(inAll({ ...contacts, comparison: 'more' })[2]).toContain('21–100 (more than usual at this age)');
    expect(inAll({ ...contacts, comparison: 'less' })[2]).toContain('21–100 (less than usual at this age)');
    const cost = { feature: 'cost_cents_12', group: 'cost', value: 0, typical: 0 } as const;
    expect(inAll({ ...cost, comparison: 'more' })[2]).toContain('under €5,000 (more than usual at this age)');
  });

  it('beside a name tells the direction and no size', () => {
    const told = Language.options.map((language) => plain(wordNamedReason(reason({}), language)));
    expect(told).toEqual([
      'Kotihoitoa viimeisten 12 kuukauden aikana: 7–12 kuukautta – suurentaa arviota (varma)',
      'Hemvård under de senaste 12 månaderna: 7–12 månader – höjer uppskattningen (säker)',
      'Home care in the last 12 months: 7–12 months – raises the estimate (sure)',
    ]);
  });

  it('is still found for a list that an earlier version made', () => {
    const { typical: _, comparison: __, ...earlier } = reason({ value: 0 });
    expect(plain(wordNamedReason(earlier, 'fi'))).toContain('Kotihoitoa viimeisten 12 kuukauden aikana: 0');
  });
});
