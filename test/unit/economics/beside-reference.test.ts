import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideReference, pairwise } from '../../../models/economics/beside-reference.ts';
import { incrementalAnalysis } from '../../../models/economics/incremental-analysis.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';

const drawsOf = (rows: readonly (readonly [cost: number, effect: number])[][]): StrategyDraws => ({
  strategies: rows[0]!.map((_, at) => `s${at}`),
  draws: rows.length,
  cost: Float64Array.from(rows.flat(), ([cost]) => cost),
  effect: Float64Array.from(rows.flat(), ([, effect]) => effect),
});

describe('strategies beside a reference', () => {
  it('have the differences of means, and intervals that hold the middle of the draws', () => {
    const drawn = drawsOf(
      Array.from({ length: 101 }, (_, draw) => [
        [100, 1],
        [200 + draw, 2 + draw / 100],
      ]),
    );
    const [beside, ...none] = besideReference(drawn, 's0', [0, 1000]);
    expect(none).toEqual([]);
    expect(beside).toMatchObject({ strategy: 's1', icer: expect.closeTo(150 / 1.5, 9) });
    expect(beside!.incrementalCost).toMatchObject({ mean: 150, lower95: 102.5, upper95: 197.5 });
    const [lower, upper] = beside!.icerInterval!;
    expect(lower).toBeCloseTo(100, 9);
    expect(upper).toBeCloseTo(100, 9);
    expect(beside!.netBenefit.map(({ incremental }) => incremental.mean)).toEqual([
      -150,
      expect.closeTo(1000 * 1.5 - 150, 6),
    ]);
    expect(beside!.netBenefit.map(({ probabilityAboveZero }) => probabilityAboveZero)).toEqual([0, 1]);
  });

  it('have no interval of a ratio where the effect may go either way, and no ratio where there is none', () => {
    const either = drawsOf(
      [0, 1].map((draw) => [
        [0, 0],
        [5, draw === 0 ? -1 : 1],
      ]),
    );
    expect(besideReference(either, 's0', [0])[0]).toMatchObject({ icer: null, icerInterval: null });
    expect(() => besideReference(either, 'nobody', [0])).toThrow('reference: expected one of the strategies');
  });

  it('in pairs are opposite both ways, and agree with the incremental table', () => {
    const numbers = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers), { minLength: 2, maxLength: 6 }), (all) => {
        const strategies = all.map(([cost, effect], at) => ({ strategy: `s${at}`, cost, effect }));
        const pairs = pairwise(strategies);
        expect(pairs).toHaveLength(all.length * (all.length - 1));
        for (const { strategy, beside, incrementalCost } of pairs) {
          const back = pairs.find((pair) => pair.strategy === beside && pair.beside === strategy)!;
          expect(back.incrementalCost + incrementalCost).toBe(0);
        }
        for (const row of incrementalAnalysis(strategies).filter(({ icer }) => icer !== null))
          expect(pairs.some(({ strategy, icer }) => strategy === row.strategy && icer === row.icer)).toBe(
            true,
          );
      }),
    );
  });
});
