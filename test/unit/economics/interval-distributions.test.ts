import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, drawFrom } from '../../../models/economics/distributions.ts';
import { betaOf, gammaOf, logNormalOf, meanOf } from '../../../models/economics/interval-distributions.ts';
import { drawsFor } from '../../../models/risk/random-draws.ts';

const draw = (distribution: Distribution, count = 40_000, seed = 5) => {
  const draws = drawsFor(seed, 1);
  return Float64Array.from({ length: count }, () => drawFrom(distribution, draws));
};
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const quantile = (values: Float64Array, share: number) =>
  values.slice().sort()[Math.floor(share * values.length)]!;
const deviation = (values: Float64Array) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) * (value - middle))));
};

describe('distributions', () => {
  it('of a ratio have the published interval, and the estimate in the middle', () => {
    const drawn = draw(logNormalOf({ estimate: 0.8, lower95: 0.72, upper95: 0.89 }));
    expect(quantile(drawn, 0.025)).toBeCloseTo(0.72, 2);
    expect(quantile(drawn, 0.5)).toBeCloseTo(0.8, 2);
    expect(quantile(drawn, 0.975)).toBeCloseTo(0.89, 2);
  });

  it('have the mean that they say, within Monte-Carlo error', () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const width = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(share, width, (estimate, relative) => {
        const interval = {
          estimate,
          lower95: estimate * (1 - relative),
          upper95: estimate + Math.min(1 - estimate, estimate * relative),
        };
        for (const distribution of [gammaOf(interval), betaOf(interval), logNormalOf(interval)]) {
          const drawn = draw(distribution, 4_000);
          const error = deviation(drawn) / Math.sqrt(drawn.length);
          expect(Math.abs(mean(drawn) - meanOf(distribution))).toBeLessThanOrEqual(4.5 * error + 1e-12);
        }
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('have the spread of the interval where they are gamma or beta', () => {
    const cost = draw(gammaOf({ estimate: 600, lower95: 300, upper95: 1_000 }));
    expect(deviation(cost)).toBeCloseTo(700 / 3.919928, 0);
    const skewed = draw(gammaOf({ estimate: 100, lower95: 0, upper95: 700 }));
    expect(deviation(skewed) / (700 / 3.919928)).toBeCloseTo(1, 1);
    const uptake = draw(betaOf({ estimate: 0.6, lower95: 0.45, upper95: 0.75 }));
    expect(deviation(uptake)).toBeCloseTo(0.3 / 3.919928, 2);
  });

  it('stay in their range: costs from 0, shares from 0 to 1', () => {
    expect(Math.min(...draw(gammaOf({ estimate: 1, lower95: 0, upper95: 20 })))).toBeGreaterThanOrEqual(0);
    const shares = draw(betaOf({ estimate: 0.5, lower95: 0, upper95: 1 }));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('are the estimate itself where the interval has no width', () => {
    const known = { estimate: 0.5, lower95: 0.5, upper95: 0.5 };
    for (const of of [logNormalOf, gammaOf, betaOf]) expect([...draw(of(known), 3)]).toEqual([0.5, 0.5, 0.5]);
    expect(meanOf(gammaOf({ estimate: 0, lower95: 0, upper95: 0 }))).toBe(0);
  });
});
