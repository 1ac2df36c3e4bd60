import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureGroups } from '../../../data-contracts/vocabularies/feature-groups.ts';
import { strongestReasons } from '../../../functions/core/cohort/strongest-reasons.ts';
import { scores } from './small-county.ts';

const groups = Object.keys(featureGroups) as (keyof typeof featureGroups)[];
const score = (h1: Record<string, number>, values: Record<string, number | null> = {}) => ({
  ...scores[0]!,
  contributions: JSON.stringify({ h1, h2: {} }),
  feature_values: JSON.stringify(values),
});

describe('the strongest reasons', () => {
  it('are the raising ones by size and, only where these are too few, the lowering ones by size', () => {
    const contributions = fc.dictionary(
      fc.constantFrom(...groups),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(contributions, fc.nat(5), (h1, count) => {
        const reasons = strongestReasons(score(h1), 'h1', count, null);
        const told = Object.values(h1).filter((each) => Math.abs(each) >= 0.0005);
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

  it('carry the value of the group’s headline, or that it is not known', () => {
    const h1 = { memory: 0.2, age: 0.1, falls: 0.05 };
    const reasons = strongestReasons(score(h1, { has_memory_disorder: 1, age_years: null }), 'h1', 3, null);
    expect(reasons.map(({ feature, value }) => [feature, value])).toEqual([
      ['has_memory_disorder', 1],
      ['age_years', null],
      ['falls_24', null],
    ]);
  });

  it('are clear from the size on from which the model’s parts agree, at the horizon asked', () => {
    const h1 = { memory: 0.2, age: 0.1, falls: 0.05, cost: 0.04 };
    const clear = { h1: { memory: 0.2, age: 0.11, falls: null }, h2: { age: 0.01, cost: 0.01 } };
    const certainties = (known: typeof clear | null) =>
      strongestReasons(score(h1), 'h1', 4, known).map(({ certainty }) => certainty);
    expect(certainties(clear)).toEqual(['clear', 'uncertain', 'uncertain', 'not-measured']);
    expect(certainties(null)).toEqual(new Array(4).fill('not-measured'));
  });

  it('are not guessed at when the group is not one of ours', () => {
    expect(() => strongestReasons(score({ horoscope: 0.4 }), 'h1', 3, null)).toThrow();
  });
});
