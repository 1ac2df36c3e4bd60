import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { describe, expect, it } from 'vitest';
import { populationStability, stabilityBorders } from '../../../models/evaluation/population-stability.ts';
import { drawsFor } from '../../../models/risk/random-draws.ts';

const counts = (bins = 6) =>
  fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: bins, maxLength: bins });

/** Second way: the two Kullback–Leibler divergences, added. */
function naiveIndex(before: readonly number[], now: readonly number[]): number {
  const sharesOf = (rows: readonly number[]) => {
    const all = rows.reduce((sum, one) => sum + one);
    return rows.map((one) => one / all);
  };
  const divergence = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, share, bin) => sum + share * (Math.log(share) - Math.log(q[bin]!)), 0);
  const [p, q] = [sharesOf(before), sharesOf(now)];
  return divergence(p, q) + divergence(q, p);
}

describe('the population stability index', () => {
  it('is 0 when the shares are the same, however many rows', () => {
    fc.assert(
      fc.property(counts(), fc.integer({ min: 1, max: 50 }), (before, times) => {
        const now = before.map((rows) => rows * times);
        expect(populationStability(before, now).index).toBeCloseTo(0, 12);
        expect(populationStability(before, now).level).toBe('alike');
      }),
    );
  });

  it('is .2 ln 1.4 − .2 ln .6 when half and half become .7 and .3', () => {
    const { index, byChance, level } = populationStability([5000, 5000], [7000, 3000]);
    expect(index).toBeCloseTo(0.2 * Math.log(1.4) - 0.2 * Math.log(0.6), 12);
    expect(byChance).toBeCloseTo(2 / 10_000, 12);
    expect(level).toBe('shifted');
    expect(populationStability([5000, 5000], [8000, 2000]).level).toBe('strongly-shifted');
  });

  it('equals two divergences added, is the same both ways, and does not know the order of bins', () => {
    fc.assert(
      fc.property(counts(), counts(), (before, now) => {
        const { index } = populationStability(before, now);
        expect(index).toBeCloseTo(naiveIndex(before, now), 9);
        expect(populationStability(now, before).index).toBeCloseTo(index, 9);
        expect(populationStability([...before].reverse(), [...now].reverse()).index).toBeCloseTo(index, 9);
        expect(index).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('grows no larger when bins are merged', () => {
    fc.assert(
      fc.property(counts(), counts(), (before, now) => {
        const merged = ([first, second, ...rest]: number[]) => [first! + second!, ...rest];
        const whole = populationStability(before, now).index;
        expect(populationStability(merged(before), merged(now)).index).toBeLessThanOrEqual(whole + 1e-9);
      }),
    );
  });

  it('takes an empty bin for half a row, and one empty on both sides for none', () => {
    const half = populationStability([100, 0, 0], [90, 10, 0]);
    expect(half.index).toBeCloseTo(-0.1 * Math.log(0.9) + (0.1 - 0.005) * Math.log(0.1 / 0.005), 12);
    expect(half.byChance).toBeCloseTo(1 / 100 + 1 / 100, 12);
    expect(populationStability([100], [7])).toEqual({ index: 0, byChance: 0, level: 'alike' });
  });

  it('refuses an empty side and other bins', () => {
    expect(() => populationStability([0, 0], [1, 2])).toThrow('rows: expected some on both sides, got 0, 3');
    expect(() => populationStability([1], [1, 2])).toThrow('bins: expected 1, got 2');
  });
});

describe('chance', () => {
  const shares = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04];
  const drawn = (rows: number, next: () => number) => {
    const bins = shares.map(() => 0);
    for (let row = 0; row < rows; row += 1) {
      let left = next();
      const bin = shares.findIndex((share) => {
        left -= share;
        return left < 0;
      });
      bins[bin === -1 ? bins.length - 1 : bin]! += 1;
    }
    return bins;
  };
  const runs = (before: number, now: number) => {
    const draws = drawsFor(7, 0);
    const next = () => uniformFloat64(draws);
    return Array.from({ length: 2000 }, () => populationStability(drawn(before, next), drawn(now, next)));
  };

  it('gives the index that is told when nothing has changed, on average', () => {
    const told = runs(900, 600);
    const mean = told.reduce((sum, { index }) => sum + index, 0) / told.length;
    expect(mean / told[0]!.byChance).toBeGreaterThan(0.95);
    expect(mean / told[0]!.byChance).toBeLessThan(1.08);
    expect(told.every(({ level }) => level === 'alike')).toBe(true);
  });

  it('raises an alarm among a hundred people about once in a thousand times, though the index passes .10 often', () => {
    const told = runs(100, 60);
    const passing = told.filter(({ index }) => index >= stabilityBorders.shifted).length;
    expect(passing / told.length).toBeGreaterThan(0.3);
    expect(told.filter(({ level }) => level !== 'alike').length / told.length).toBeLessThan(0.006);
  });

  it('is larger where rows are of fewer people', () => {
    const [before, now] = [
      [4000, 4000],
      [2100, 1900],
    ] as const;
    expect(populationStability(before, now, 800).byChance).toBeCloseTo(1 / 800 + 1 / 4000, 12);
  });
});
