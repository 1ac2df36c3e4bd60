import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LogRatio,
  type LotOutcome,
  logRatioOf,
  offeredRateRatio,
  ratioWithInterval,
  takersRateRatio,
  updatedRatio,
} from '../../../models/economics/effect-update.ts';

const lot: LotOutcome = { offeredEvents: 12, offeredMonths: 900, othersEvents: 20, othersMonths: 800 };
const logRatios = fc.record({
  logRatio: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  standardError: fc.double({ min: 0.02, max: 2, noNaN: true }),
});

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

describe('a prior updated by what was seen', () => {
  it('lies between the two and is surer than either', () => {
    fc.assert(
      fc.property(logRatios, logRatios, (prior, seen) => {
        const { logRatio, standardError } = updatedRatio(prior, seen);
        const ends = [prior.logRatio, seen.logRatio].sort((a, b) => a - b);
        expect(logRatio).toBeGreaterThanOrEqual(ends[0]! - 1e-12);
        expect(logRatio).toBeLessThanOrEqual(ends[1]! + 1e-12);
        expect(standardError).toBeLessThan(Math.min(prior.standardError, seen.standardError));
      }),
    );
  });

  it('does not depend on the order in which two outcomes come in', () => {
    fc.assert(
      fc.property(logRatios, logRatios, logRatios, (prior, first, second) => {
        const one: LogRatio = updatedRatio(updatedRatio(prior, first), second);
        const other = updatedRatio(updatedRatio(prior, second), first);
        expect(one.logRatio).toBeCloseTo(other.logRatio, 9);
        expect(one.standardError).toBeCloseTo(other.standardError, 9);
      }),
    );
  });

  it('goes back into the catalogue as a ratio with its interval', () => {
    const kept = { ratio: 0.8, lower95: 0.72, upper95: 0.8888888889 };
    const same = ratioWithInterval(logRatioOf(kept));
    expect(same.ratio).toBeCloseTo(0.8, 12);
    expect(same.lower95).toBeCloseTo(0.72, 6);
    expect(same.upper95).toBeCloseTo(0.8889, 4);
  });
});
