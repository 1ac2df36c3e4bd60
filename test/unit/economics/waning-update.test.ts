import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remainingByMonth } from '../../../models/economics/waning-ratio.ts';
import {
  remainingOver,
  type SeenPeriod,
  updatedWaning,
  type WaningBelief,
} from '../../../models/economics/waning-update.ts';

const stated: WaningBelief = { logRatio: Math.log(0.8), standardError: 0.05, halvesInMonths: 12 };

/** Person-time spread evenly from one month to another, and what the offered show of an effect in it. */
function periodOf(
  from: number,
  to: number,
  truth: WaningBelief,
  uptake: number,
  standardError: number,
): SeenPeriod {
  const when = { meanMonth: (from + to) / 2, sdMonth: (to - from) / Math.sqrt(12) };
  const left = remainingOver(when, truth.halvesInMonths);
  const logRatio = Math.log(1 - uptake + uptake * Math.exp(truth.logRatio * left));
  return { ...when, ofOffered: { logRatio, standardError } };
}

describe('what is left of an effect over a time', () => {
  it('is the mean of what is left in its months', () => {
    for (const halvesInMonths of [3, 12, 24]) {
      const byMonth = remainingByMonth(36, halvesInMonths);
      const mean = byMonth.reduce((sum, left) => sum + left, 0) / 36;
      const when = { meanMonth: 18, sdMonth: 36 / Math.sqrt(12) };
      expect(Math.abs(remainingOver(when, halvesInMonths) / mean - 1)).toBeLessThan(
        halvesInMonths < 6 ? 0.12 : 0.002,
      );
    }
    expect(remainingOver({ meanMonth: 18, sdMonth: 10 }, undefined)).toBe(1);
  });
});

describe('an effect that fades, updated by what follow-up shows', () => {
  it('stays as it was believed where what is seen is what it foretells, and is surer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 1.5, noNaN: true }),
        fc.double({ min: 6, max: 40, noNaN: true }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.constantFrom([0, 36], [0, 12, 36], [0, 6, 12, 24, 36]),
        (ratio, halvesInMonths, uptake, cuts) => {
          const prior = { logRatio: Math.log(ratio), standardError: 0.1, halvesInMonths };
          const seen = cuts.slice(1).map((to, at) => periodOf(cuts[at]!, to, prior, uptake, 0.05));
          const now = updatedWaning(prior, seen, uptake);
          expect(now.logRatio).toBeCloseTo(prior.logRatio, 6);
          expect(now.halvesInMonths! / halvesInMonths).toBeCloseTo(1, 6);
          expect(now.standardError).toBeLessThan(0.1);
        },
      ),
    );
  });

  it('is .80 at the offer where .910 was seen on average over 36 months, with a half-life of 12', () => {
    const left = remainingByMonth(36, 12).reduce((sum, one) => sum + one, 0) / 36;
    const seen = { meanMonth: 18, sdMonth: 36 / Math.sqrt(12) };
    const ofOffered = { logRatio: Math.log(0.8) * left, standardError: 1e-4 };
    const now = updatedWaning(
      { ...stated, logRatio: Math.log(0.9), standardError: 0.2 },
      [{ ...seen, ofOffered }],
      1,
    );
    expect(Math.exp(ofOffered.logRatio)).toBeCloseTo(0.91, 3);
    expect(Math.exp(now.logRatio)).toBeCloseTo(0.8, 3);
    expect(now.halvesInMonths).toBe(12);
  });

  it('learns a half-life from two periods and more, and none where none is believed in', () => {
    const truth = { ...stated, halvesInMonths: 6 };
    const seen = [0, 6, 12, 24].map((from, at) => periodOf(from, [6, 12, 24, 36][at]!, truth, 0.8, 0.005));
    const now = updatedWaning({ ...stated, halvesInMonths: 24 }, seen, 0.8);
    expect(now.halvesInMonths).toBeGreaterThan(5);
    expect(now.halvesInMonths).toBeLessThan(8);
    expect(Math.exp(now.logRatio)).toBeCloseTo(0.8, 1);
    expect(updatedWaning({ ...stated, halvesInMonths: 24 }, seen.slice(0, 1), 0.8).halvesInMonths).toBe(24);
    expect(updatedWaning({ ...stated, halvesInMonths: undefined }, seen, 0.8).halvesInMonths).toBeUndefined();
  });

  it('without waning and with everybody taking it up, is the mean weighted by precision', () => {
    const prior = { logRatio: -0.1, standardError: 0.1 };
    const seen = { meanMonth: 6, sdMonth: 3, ofOffered: { logRatio: -0.4, standardError: 0.2 } };
    const now = updatedWaning(prior, [seen], 1);
    expect(now.logRatio).toBeCloseTo((-0.1 / 0.01 - 0.4 / 0.04) / (1 / 0.01 + 1 / 0.04), 6);
    expect(now.standardError).toBeCloseTo(1 / Math.sqrt(1 / 0.01 + 1 / 0.04), 6);
  });

  it('is refused without a period, an error or an uptake', () => {
    const seen = periodOf(0, 12, stated, 1, 0.1);
    expect(() => updatedWaning(stated, [], 1)).toThrow('periods: expected at least one');
    expect(() => updatedWaning(stated, [seen], 0)).toThrow('uptakeShare: expected above 0');
    expect(() => updatedWaning({ ...stated, standardError: 0 }, [seen], 1)).toThrow(
      'standardError: expected > 0',
    );
  });
});
