import { describe, expect, it } from 'vitest';
import { PublishedByEarlierVersion } from '../../../functions/core/require-current.ts';
import { leadingFeatures } from '../../../functions/core/risk/leading-features.ts';

describe('groups that lead a reason', () => {
  it('add up their features, and name the one that acts', () => {
    const [found, ...others] = leadingFeatures({ falls_12: 0.05, falls_24: 0.02 }, 0.1);
    expect(found).toMatchObject({ feature: 'falls_12' });
    expect(found!.contribution).toBeCloseTo(0.07, 12);
    expect(others).toEqual([]);
  });

  it('are not read of scores whose features an earlier version knew', () => {
    expect(() => leadingFeatures({ has_diabetes: 0.05 }, 0.1)).toThrow(PublishedByEarlierVersion);
  });
});
