import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  daysPerMonth,
  expectedHeavyServiceCost,
  type HeavyServiceInput,
} from '../../../models/economics/expected-heavy-cost.ts';

const example: HeavyServiceInput = {
  cumulativeIncidence: [0.05, 0.12, 0.3],
  gridEnds: [6, 12, 36],
  horizonMonths: 30,
  centsPerDay: 20_000,
  meanDays: 790,
  discountRatePerYear: 0.03,
};

/** Second way: starts and months on a fine grid, midpoint rule. */
function integrate(input: HeavyServiceInput, steps = 600) {
  const mean = input.meanDays / daysPerMonth;
  const step = input.horizonMonths / steps;
  let [months, discounted] = [0, 0];
  for (let i = 0; i < steps; i++) {
    const begin = (i + 0.5) * step;
    const interval = Array.from(input.gridEnds).findIndex((end) => begin <= end);
    const [from, to] = [interval === 0 ? 0 : input.gridEnds[interval - 1]!, input.gridEnds[interval]!];
    const mass =
      input.cumulativeIncidence[interval]! - (interval === 0 ? 0 : input.cumulativeIncidence[interval - 1]!);
    const density = (mass / (to - from)) * step;
    for (let j = i; j < steps; j++) {
      const width = j === i ? step / 2 : step;
      const now = j === i ? begin + step / 4 : (j + 0.5) * step;
      const inService = density * Math.exp(-(now - begin) / mean) * width;
      months += inService;
      discounted += inService * (1 + input.discountRatePerYear) ** (-now / 12);
    }
  }
  return { expectedMonths: months, expectedCostCents: discounted * daysPerMonth * input.centsPerDay };
}

const inputs = fc
  .record({
    masses: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 3, maxLength: 3 }),
    horizonMonths: fc.constantFrom(3, 6, 12, 30, 36),
    meanDays: fc.double({ min: 60, max: 3000, noNaN: true }),
    discountRatePerYear: fc.constantFrom(0, 0.03, 0.05),
  })
  .map(({ masses, ...rest }) => {
    let total = 0;
    return { ...example, ...rest, cumulativeIncidence: masses.map((mass) => (total += mass)) };
  });

describe('expected cost of heavy service', () => {
  it('agrees with numerical integration', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [exact, numeric] = [expectedHeavyServiceCost(input), integrate(input)];
        expect(exact.expectedMonths).toBeCloseTo(numeric.expectedMonths, 4);
        const scale = Math.max(1, numeric.expectedCostCents);
        expect(exact.expectedCostCents / scale).toBeCloseTo(numeric.expectedCostCents / scale, 4);
      }),
      { numRuns: 25 },
    );
  });

  it('agrees with a seeded simulation of clients', () => {
    const random = xoroshiro128plus(20_260);
    const [clients, mean] = [200_000, example.meanDays / daysPerMonth];
    let [months, cents] = [0, 0];
    for (let client = 0; client < clients; client++) {
      const draw = uniformFloat64(random);
      const interval = [0.05, 0.12, 0.3].findIndex((incidence) => draw < incidence);
      if (interval < 0) continue;
      const [from, to] = [[0, 6, 12][interval]!, [6, 12, 36][interval]!];
      const start = from + (to - from) * uniformFloat64(random);
      const end = Math.min(30, start - mean * Math.log(1 - uniformFloat64(random)));
      if (start >= 30) continue;
      months += end - start;
      const rate = Math.log(1.03) / 12;
      cents += ((Math.exp(-rate * start) - Math.exp(-rate * end)) / rate) * daysPerMonth * 20_000;
    }
    const exact = expectedHeavyServiceCost(example);
    expect(Math.abs(months / clients / exact.expectedMonths - 1)).toBeLessThan(0.01);
    expect(Math.abs(cents / clients / exact.expectedCostCents - 1)).toBeLessThan(0.01);
  });

  it('is cost per day times days without discounting', () => {
    const { expectedMonths, expectedCostCents } = expectedHeavyServiceCost({
      ...example,
      discountRatePerYear: 0,
    });
    expect(expectedCostCents).toBeCloseTo(expectedMonths * daysPerMonth * 20_000, 6);
  });

  it('is the whole time left for a stay that does not end, half of it for even starts', () => {
    const lasting = {
      ...example,
      cumulativeIncidence: [1],
      gridEnds: [12],
      horizonMonths: 12,
      meanDays: 1e9,
    };
    expect(expectedHeavyServiceCost(lasting).expectedMonths).toBeCloseTo(6, 5);
  });

  it('does not change when the grid is cut finer', () => {
    const finer = { ...example, cumulativeIncidence: [0.025, 0.05, 0.12, 0.3], gridEnds: [3, 6, 12, 36] };
    const [coarse, fine] = [expectedHeavyServiceCost(example), expectedHeavyServiceCost(finer)];
    expect(fine.expectedCostCents).toBeCloseTo(coarse.expectedCostCents, 6);
  });

  it('refuses a horizon beyond the grid, a stay of no length and curves that do not fit', () => {
    expect(() => expectedHeavyServiceCost({ ...example, horizonMonths: 37 })).toThrow(RangeError);
    expect(() => expectedHeavyServiceCost({ ...example, meanDays: 0 })).toThrow(RangeError);
    expect(() => expectedHeavyServiceCost({ ...example, cumulativeIncidence: [0.1] })).toThrow(RangeError);
    expect(() => expectedHeavyServiceCost({ ...example, discountRatePerYear: -0.1 })).toThrow(RangeError);
  });
});
