import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureId, features } from '../../../data-contracts/vocabularies/features.ts';
import { reasonLimits } from '../../../data-contracts/vocabularies/reason-limits.ts';
import { strongestReasons } from '../../../functions/core/cohort/strongest-reasons.ts';
import { scores } from './small-county.ts';

type Numbers = Readonly<Record<string, number>>;
type Values = Readonly<Record<string, number | null>>;
const score = (h1: Numbers, values: Values = {}, against: Values = {}, contrary: readonly string[] = []) => ({
  ...scores[0]!,
  contributions: JSON.stringify({
    typical: { h1: 0.1, h2: 0.2 },
    h1,
    h2: {},
    against,
    contrary: { h1: contrary, h2: [] },
  }),
  feature_values: JSON.stringify(values),
});

/** By group, the sum of its features, strongest first. */
function sumsOf(h1: Numbers): [string, number][] {
  const sums: Record<string, number> = {};
  for (const name of Object.keys(h1).sort()) {
    const { group } = features[name as FeatureId];
    sums[group] = (sums[group] ?? 0) + h1[name]!;
  }
  return Object.entries(sums);
}

describe('the strongest reasons', () => {
  const contributions = fc.dictionary(
    fc.constantFrom(...FeatureId.options),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );

  it('are the raising groups by size and, only where these are too few, the lowering ones by size', () => {
    fc.assert(
      fc.property(contributions, fc.nat(5), (h1, count) => {
        const reasons = strongestReasons(score(h1), 'h1', count, null);
        const least = reasonLimits.leastShareOfEstimate * scores[0]!.probability_h1;
        const told = sumsOf(h1)
          .map(([, sum]) => sum)
          .filter((sum) => Math.abs(sum) >= least);
        expect(reasons).toHaveLength(Math.min(count, told.length));
        const raising = told.filter((each) => each > 0).sort((a, b) => b - a);
        const lowering = told.filter((each) => each < 0).sort((a, b) => a - b);
        const expected = [...raising, ...lowering].slice(0, count);
        expect(reasons.map(({ contribution }) => contribution)).toEqual(expected);
        for (const { direction, contribution } of reasons) {
          expect(direction).toBe(contribution > 0 ? 'raises' : 'lowers');
        }
      }),
    );
  });

  it('name the feature of the group that takes the estimate furthest where the group takes it', () => {
    fc.assert(
      fc.property(contributions, (h1) => {
        for (const { group, feature, direction } of strongestReasons(score(h1), 'h1', 99, null)) {
          const own = Object.entries(h1).filter(([name]) => features[name as FeatureId].group === group);
          const sizes = own.map(([, part]) => (direction === 'raises' ? part : -part));
          expect(direction === 'raises' ? h1[feature] : -h1[feature]!).toBe(Math.max(...sizes));
        }
      }),
    );
  });

  it('are none that moves the estimate by less than a hundredth of it', () => {
    const { probability_h1: estimate } = scores[0]!;
    const h1 = {
      has_stroke_24: 0.0101 * estimate,
      falls_24: 0.0099 * estimate,
      lives_alone: -0.0099 * estimate,
    };
    expect(strongestReasons(score(h1), 'h1', 9, null).map(({ feature }) => feature)).toEqual([
      'has_stroke_24',
    ]);
  });

  it('are no group whose feature alone would move the estimate another way', () => {
    const h1 = { falls_24: 0.2, falls_12: 0.1, has_stroke_24: 0.1 };
    const groups = (contrary: string[]) =>
      strongestReasons(score(h1, {}, {}, contrary), 'h1', 9, null).map(({ group }) => group);
    expect(groups([])).toEqual(['falls', 'illness']);
    expect(groups(['falls_24'])).toEqual(['illness']);
    expect(groups(['falls_12'])).toEqual(['falls', 'illness']);
  });

  it('carry the value, what is typical and how the two lie, or that one is not known', () => {
    const h1 = { has_memory_disorder_24: 0.2, contacts_12: -0.1, falls_24: 0.05, rai_adlh: 0.04 };
    const values = { has_memory_disorder_24: 1, contacts_12: 4, falls_24: null, rai_adlh: 0 };
    const against = { has_memory_disorder_24: 0, contacts_12: 12, falls_24: 0, rai_adlh: null };
    const reasons = strongestReasons(score(h1, values, against), 'h1', 4, null);
    const told = reasons.map((reason) => [reason.feature, reason.value, reason.typical, reason.comparison]);
    expect(told).toEqual([
      ['has_memory_disorder_24', 1, 0, 'more'],
      ['falls_24', null, 0, 'other'],
      ['rai_adlh', 0, null, 'other'],
      ['contacts_12', 4, 12, 'less'],
    ]);
  });

  it('are clear from the size on from which the model’s parts agree, at the horizon asked', () => {
    const h1 = { rai_cps: 0.2, home_care_months_12: 0.1, falls_24: 0.05, cost_cents_12: 0.04 };
    const clear = {
      h1: { memory: 0.2, 'home-care': 0.11, falls: null },
      h2: { 'home-care': 0.01, cost: 0.01 },
    };
    const certainties = (known: typeof clear | null) =>
      strongestReasons(score(h1), 'h1', 4, known).map(({ certainty }) => certainty);
    expect(certainties(clear)).toEqual(['clear', 'uncertain', 'uncertain', 'not-measured']);
    expect(certainties(null)).toEqual(new Array(4).fill('not-measured'));
  });

  it('are not guessed at when the feature is not one of ours', () => {
    expect(() => strongestReasons(score({ horoscope: 0.4 }), 'h1', 3, null)).toThrow();
  });
});
