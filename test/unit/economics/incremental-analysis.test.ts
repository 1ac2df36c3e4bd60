import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type IncrementalRow,
  incrementalAnalysis,
  type Strategy,
} from '../../../models/economics/incremental-analysis.ts';
import { randomStrategies } from './random-strategies.ts';

const table = (...rows: [string, number, number][]) =>
  incrementalAnalysis(rows.map(([strategy, cost, effect]) => ({ strategy, cost, effect })));
const statusOf = (rows: readonly IncrementalRow[]) =>
  Object.fromEntries(rows.map(({ strategy, status }) => [strategy, status]));
const frontierOf = (rows: readonly IncrementalRow[]) =>
  rows.filter(({ status }) => status === 'non-dominated');

/** Least cost of a mix of the frontier that does at least as much; Infinity when none does. */
function cheapestMix(frontier: readonly Strategy[], effect: number): number {
  let least = Infinity;
  for (const one of frontier) {
    if (one.effect >= effect) least = Math.min(least, one.cost);
    for (const other of frontier) {
      if (!(one.effect < effect && effect < other.effect)) continue;
      const share = (effect - one.effect) / (other.effect - one.effect);
      least = Math.min(least, one.cost + share * (other.cost - one.cost));
    }
  }
  return least;
}

describe('incremental analysis', () => {
  it('has a convex frontier: cost, effect and ratio rise along it', () => {
    fc.assert(
      fc.property(randomStrategies, (strategies) => {
        const frontier = frontierOf(incrementalAnalysis(strategies));
        frontier.slice(1).forEach((row, at) => {
          const before = frontier[at]!;
          const isEqual = row.cost === before.cost && row.effect === before.effect;
          if (isEqual) expect(row.icer).toBe(before.icer);
          else {
            expect(row.effect).toBeGreaterThan(before.effect);
            expect(row.cost).toBeGreaterThan(before.cost);
            const slack = 1e-9 * Math.abs(row.icer!);
            if (before.icer !== null) expect(row.icer! + slack).toBeGreaterThanOrEqual(before.icer);
          }
        });
      }),
    );
  });

  it('dominates exactly those whom one other, or a mix of others, beats', () => {
    fc.assert(
      fc.property(randomStrategies, (strategies) => {
        const rows = incrementalAnalysis(strategies);
        const frontier = frontierOf(rows);
        for (const { cost, effect, status } of rows) {
          const mix = cheapestMix(frontier, effect);
          const slack = 1e-9 * Math.max(1, Math.abs(cost));
          if (status === 'non-dominated') expect(cost).toBeLessThanOrEqual(mix + slack);
          else expect(mix).toBeLessThanOrEqual(cost + slack);
          const isBeaten = strategies.some(
            (other) =>
              other.cost <= cost && other.effect >= effect && (other.cost < cost || other.effect > effect),
          );
          expect(status === 'dominated').toBe(isBeaten);
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffled = randomStrategies.chain((strategies) =>
      fc.tuple(fc.constant(strategies), fc.shuffledSubarray(strategies, { minLength: strategies.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(incrementalAnalysis(other)).toEqual(incrementalAnalysis(one));
      }),
    );
  });

  it('does not depend on the currency or on a common shift', () => {
    const rough = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 8,
    });
    const change = fc.record({
      currency: fc.constantFrom(0.01, 0.1, 1.17, 5.94573, 100),
      costShift: fc.constantFrom(0, 0.3, -7.7, 1234.56),
      effectShift: fc.constantFrom(0, 0.1, -3.3, 77.7),
    });
    fc.assert(
      fc.property(rough, change, (pairs, { currency, costShift, effectShift }) => {
        const as = (cost: number, effect: number, at: number) => ({ strategy: `s${at}`, cost, effect });
        const plain = incrementalAnalysis(pairs.map(([cost, effect], at) => as(cost, effect, at)));
        const changed = incrementalAnalysis(
          pairs.map(([cost, effect], at) => as((cost + costShift) * currency, effect + effectShift, at)),
        );
        expect(changed.map(({ strategy, status }) => [strategy, status])).toEqual(
          plain.map(({ strategy, status }) => [strategy, status]),
        );
        changed.forEach(({ icer }, at) => {
          const expected = plain[at]!.icer;
          if (expected === null) expect(icer).toBeNull();
          else expect(icer! / currency).toBeCloseTo(expected, 9);
        });
      }),
    );
  });

  it('keeps what lies on the line between two others, however its decimals round', () => {
    const rows = table(['a', 0.1, 0.1], ['b', 0.2, 0.2], ['c', 0.3, 0.3], ['d', 0.7, 0.7]);
    expect(rows.map(({ status }) => status)).toEqual(new Array(4).fill('non-dominated'));
  });

  it('sees dominance among very large and very small numbers', () => {
    for (const [money, effect] of [
      [1e200, 1e200],
      [1e-200, 1e-200],
      [1e250, 1e-250],
    ] as const) {
      const rows = table(['a', 0, 0], ['b', 1.5 * money, effect], ['c', 2 * money, 2 * effect]);
      expect(statusOf(rows)).toMatchObject({ b: 'extended-dominated', c: 'non-dominated' });
    }
  });

  it('drops what lies above that line by a millionth', () => {
    expect(statusOf(table(['a', 0, 0], ['b', 1.000001, 1], ['c', 2, 2]))).toMatchObject({
      b: 'extended-dominated',
    });
  });

  it('gives equals the same row, neither dominating the other', () => {
    const rows = table(['b', 5, 2], ['a', 5, 2], ['none', 0, 0], ['worse', 5, 1.9]);
    expect(rows.map(({ strategy }) => strategy)).toEqual(['none', 'a', 'b', 'worse']);
    expect(rows[1]).toEqual({ ...rows[2], strategy: 'a' });
    expect(rows[1]!.icer).toBe(2.5);
  });

  it('dominates the dearer of two equal effects, and the lesser of two equal costs', () => {
    expect(statusOf(table(['a', 1, 1], ['b', 2, 1], ['c', 1, 0.5]))).toEqual({
      a: 'non-dominated',
      b: 'dominated',
      c: 'dominated',
    });
  });

  it('starts from the least costly that is not dominated, also where costs and effects are below 0', () => {
    const rows = table(['saves', -100, -1], ['usual', 0, 0], ['harms', 10, -2]);
    expect(rows.map(({ strategy, icer }) => [strategy, icer])).toEqual([
      ['saves', null],
      ['usual', 100],
      ['harms', null],
    ]);
  });

  it('finds one strategy alone not dominated', () => {
    expect(table(['only', 1, 2])).toEqual([
      {
        strategy: 'only',
        cost: 1,
        effect: 2,
        incrementalCost: null,
        incrementalEffect: null,
        icer: null,
        status: 'non-dominated',
      },
    ]);
  });

  it('refuses no strategy, a name twice, and what is no number', () => {
    expect(() => table()).toThrow('strategies: expected at least one, got none');
    expect(() => table(['a', 1, 1], ['a', 2, 2])).toThrow('strategy: expected each name once');
    expect(() => table(['a', Number.NaN, 1])).toThrow('cost: expected a finite number, got NaN');
    expect(() => table(['a', 1, Infinity])).toThrow('effect: expected a finite number, got Infinity');
  });
});
