import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LotOutcome,
  logRatioOf,
  offeredRateRatio,
  ratioWithInterval,
  takersRateRatio,
} from '../../../models/economics/effect-update.ts';

const lot: LotOutcome = { offeredEvents: 12, offeredMonths: 900, othersEvents: 20, othersMonths: 800 };
describe('the ratio seen where places were drawn by lot', () => {
  it('is the plain rate ratio with error √(1/a + 1/b) where there is one lot', () => {
    const { logRatio, standardError } = offeredRateRatio([lot]);
    expect(Math.exp(logRatio)).toBeCloseTo(12 / 900 / (20 / 800), 12);
    expect(standardError).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 20), 12);
  });

  it('is not moved by lots that differ in risk but not in effect', () => {
    const risky = { offeredEvents: 60, offeredMonths: 300, othersEvents: 100, othersMonths: 250 };
    const calm = { offeredEvents: 6, offeredMonths: 3_000, othersEvents: 4, othersMonths: 1_000 };
    const pooled = offeredRateRatio([risky, calm]).logRatio;
    expect(Math.exp(pooled)).toBeCloseTo(0.5, 12);
  });

  it('refuses lots without an event on one side, and counts below 0', () => {
    expect(() => offeredRateRatio([{ ...lot, offeredEvents: 0 }])).toThrow(/an event among those offered/);
    expect(() => offeredRateRatio([{ ...lot, othersMonths: -1 }])).toThrow(/months ≥ 0/);
  });
});

describe('the ratio among takers', () => {
  it('is the offered’s where everybody takes it up, and further from 1 the fewer do', () => {
    const seen = offeredRateRatio([lot]);
    expect(takersRateRatio(seen, 1)).toEqual({
      logRatio: expect.closeTo(seen.logRatio, 12),
      standardError: expect.closeTo(seen.standardError, 12),
    });
    expect(takersRateRatio(seen, 0.7).logRatio).toBeLessThan(seen.logRatio);
    expect(() => takersRateRatio(seen, 0.3)).toThrow(/uptakeShare: expected above/);
  });

  it('is what takers had, when the rest of the offered live as if not offered', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (ratio, uptake) => {
          const offered = { logRatio: Math.log(uptake * ratio + 1 - uptake), standardError: 0.1 };
          expect(Math.exp(takersRateRatio(offered, uptake).logRatio)).toBeCloseTo(ratio, 9);
        },
      ),
    );
  });
});

describe('a log ratio', () => {
  it('goes back into the catalogue as a ratio with its interval', () => {
    const kept = { ratio: 0.8, lower95: 0.72, upper95: 0.8888888889 };
    const same = ratioWithInterval(logRatioOf(kept));
    expect(same.ratio).toBeCloseTo(0.8, 12);
    expect(same.lower95).toBeCloseTo(0.72, 6);
    expect(same.upper95).toBeCloseTo(0.8889, 4);
  });
});
