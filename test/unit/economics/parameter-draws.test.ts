import { describe, expect, it } from 'vitest';
import { type Distribution, standardErrorOf } from '../../../models/economics/distributions.ts';
import { drawParameters } from '../../../models/economics/parameter-draws.ts';
import { drawnMean } from '../../../models/economics/strategy-draws.ts';

const draws = 20_000;
const drawOne = (distribution: Distribution, seed = 1) =>
  drawParameters({ distributions: { it: distribution } }, draws, seed).it!;

function correlationOf(one: Float64Array, other: Float64Array): number {
  const [a, b] = [drawnMean(one).mean, drawnMean(other).mean];
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    ab += (one[at]! - a) * (other[at]! - b);
    aa += (one[at]! - a) * (one[at]! - a);
    bb += (other[at]! - b) * (other[at]! - b);
  }
  return ab / Math.sqrt(aa * bb);
}

describe('a drawn parameter', () => {
  const moments: [Distribution, number, number][] = [
    [{ name: 'normal', mean: 5, standardError: 2 }, 5, 2],
    [{ name: 'gamma', mean: 3000, standardError: 600 }, 3000, 600],
    [{ name: 'gamma', mean: 10, standardError: 20 }, 10, 20],
    [{ name: 'beta', mean: 0.3, standardError: 0.1 }, 0.3, 0.1],
    [{ name: 'beta', mean: 0.9, standardError: 0.29 }, 0.9, 0.29],
    [{ name: 'uniform', lower: 1, upper: 4 }, 2.5, 3 / Math.sqrt(12)],
  ];
  for (const [distribution, mean, deviation] of moments) {
    it(`has the mean and the spread that are told: ${JSON.stringify(distribution)}`, () => {
      const got = drawnMean(drawOne(distribution));
      expect(Math.abs(got.mean - mean)).toBeLessThan(4 * got.standardError);
      expect((got.standardError * Math.sqrt(draws)) / deviation).toBeCloseTo(1, 1);
    });
  }

  it('of a ratio has the ratio as its median and 95 % within its interval', () => {
    const values = drawOne({ name: 'log-normal', ratio: 0.8, lower95: 0.64, upper95: 1 }).sort();
    expect(values[draws / 2]).toBeCloseTo(0.8, 2);
    expect(values[draws * 0.025]).toBeCloseTo(0.64, 2);
    expect(values[draws * 0.975]).toBeCloseTo(1, 1);
  });

  it('stays where it can be: costs above 0, shares between 0 and 1', () => {
    expect(drawOne({ name: 'gamma', mean: 1, standardError: 5 }).every((own) => own > 0)).toBe(true);
    const shares = drawOne({ name: 'beta', mean: 0.05, standardError: 0.1 });
    expect(shares.every((own) => own >= 0 && own <= 1)).toBe(true);
    expect(new Set(drawOne({ name: 'fixed', value: 4 }))).toEqual(new Set([4]));
    expect(standardErrorOf(-1.959963984540054, 1.959963984540054)).toBe(1);
  });
});

describe('drawn parameters', () => {
  const cost: Distribution = { name: 'gamma', mean: 1000, standardError: 800 };
  const ratio: Distribution = { name: 'log-normal', ratio: 0.8, lower95: 0.6, upper95: 1.1 };

  it('are the same for the same seed, in whatever order they are written, and others for another', () => {
    const [one, other] = [
      { cost, ratio },
      { ratio, cost },
    ].map((distributions) => drawParameters({ distributions }, 100, 7));
    expect(other).toEqual(one);
    expect(drawParameters({ distributions: { cost } }, 100, 8).cost).not.toEqual(one!.cost);
  });

  it('are correlated as told, and each keeps its own values', () => {
    const distributions = { cost, ratio, alone: cost };
    const free = drawParameters({ distributions }, draws, 3);
    const correlations = [{ between: ['ratio', 'cost'], correlation: -0.7 }] as const;
    const bound = drawParameters({ distributions, correlations }, draws, 3);
    const logs = (values: Float64Array) => values.map(Math.log);
    expect(correlationOf(free.cost!, logs(free.ratio!))).toBeCloseTo(0, 1);
    const ranks = (values: Float64Array) => {
      const sorted = Float64Array.from(values).sort();
      const rank = new Map([...sorted].map((value, at) => [value, at]));
      return values.map((value) => rank.get(value)!);
    };
    // Spearman's of normal scores with Pearson's −.7.
    const spearman = (6 / Math.PI) * Math.asin(-0.7 / 2);
    expect(correlationOf(ranks(bound.cost!), ranks(bound.ratio!))).toBeCloseTo(spearman, 1);
    expect(correlationOf(bound.alone!, bound.cost!)).toBeCloseTo(0, 1);
    for (const name of ['cost', 'ratio'] as const) {
      expect(Float64Array.from(bound[name]!).sort()).toEqual(Float64Array.from(free[name]!).sort());
    }
    expect(bound.alone).toEqual(free.alone);
  });

  it('are refused when a distribution is none, or correlations cannot hold together', () => {
    const wrong: [Distribution, string][] = [
      [{ name: 'beta', mean: 1.2, standardError: 0.1 }, 'beta: expected a mean between 0 and 1'],
      [{ name: 'beta', mean: 0.5, standardError: 0.5 }, 'beta: expected a standard error below'],
      [{ name: 'gamma', mean: -1, standardError: 1 }, 'gamma: expected a mean from 0'],
      [{ name: 'normal', mean: 0, standardError: -1 }, 'normal: expected a standard error from 0'],
      [{ name: 'log-normal', ratio: 0.8, lower95: 0.9, upper95: 1 }, 'log-normal: expected 0 < lower95'],
      [{ name: 'uniform', lower: 2, upper: 1 }, 'uniform: expected lower ≤ upper'],
      [{ name: 'fixed', value: Number.NaN }, 'fixed: expected finite numbers'],
    ];
    for (const [distribution, message] of wrong) expect(() => drawOne(distribution)).toThrow(message);
    const distributions = { a: cost, b: cost, c: cost };
    const impossible = [
      { between: ['a', 'b'], correlation: 0.9 },
      { between: ['b', 'c'], correlation: 0.9 },
      { between: ['a', 'c'], correlation: -0.9 },
    ] as const;
    expect(() => drawParameters({ distributions, correlations: impossible }, 10, 1)).toThrow('hold together');
    const unknown = [{ between: ['a', 'd'], correlation: 0.1 }] as const;
    expect(() => drawParameters({ distributions, correlations: unknown }, 10, 1)).toThrow(
      'two of the parameters',
    );
  });
});
