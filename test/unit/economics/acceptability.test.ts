import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptabilityCurves,
  breakEvenPrice,
  usualWillingnessToPay,
} from '../../../models/economics/acceptability.ts';
import { againstReference, drawnMean, type StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import { randomDraws } from './random-strategies.ts';

const willingness = [0, 1, 2.5, 20_000];
const sum = (numbers: Float64Array) => numbers.reduce((total, own) => total + own, 0);

/** Draws in rows `[cost, effect]` a strategy. */
function drawsOf(...rows: [number, number][][]): StrategyDraws {
  return {
    strategies: rows[0]!.map((_, at) => `s${at}`),
    draws: rows.length,
    cost: Float64Array.from(rows.flat().map(([cost]) => cost)),
    effect: Float64Array.from(rows.flat().map(([, effect]) => effect)),
  };
}

/** The same draws with strategies and draws in another order. */
function reordered(drawn: StrategyDraws, columns: readonly number[], rows: readonly number[]): StrategyDraws {
  const count = drawn.strategies.length;
  const cells = rows.flatMap((row) => columns.map((column) => row * count + column));
  return {
    strategies: columns.map((column) => drawn.strategies[column]!),
    draws: drawn.draws,
    cost: Float64Array.from(cells, (cell) => drawn.cost[cell]!),
    effect: Float64Array.from(cells, (cell) => drawn.effect[cell]!),
  };
}

describe('acceptability', () => {
  it('sums to 1 at every willingness to pay', () => {
    fc.assert(
      fc.property(randomDraws, (drawn) => {
        for (const { acceptability } of acceptabilityCurves(drawn, willingness)) {
          expect(sum(acceptability)).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('shares a draw among equals', () => {
    const drawn = drawsOf(
      [
        [0, 0],
        [10, 1],
        [5, 0.5],
      ],
      [
        [0, 0],
        [9, 1],
        [9, 1],
      ],
      [
        [0, 0],
        [10, 1],
        [30, 1],
      ],
      [
        [0, 0],
        [20, 1],
        [10, 2],
      ],
    );
    const [at10] = acceptabilityCurves(drawn, [10]);
    expect([...at10!.acceptability]).toEqual([
      (1 / 3 + 0 + 1 / 2 + 0) / 4,
      (1 / 3 + 1 / 2 + 1 / 2 + 0) / 4,
      (1 / 3 + 1 / 2 + 0 + 1) / 4,
    ]);
  });

  it('sees equals whose decimals round differently', () => {
    const drawn = drawsOf([
      [0, 0],
      [300, 0.1],
      [900, 0.3],
      [2100, 0.7],
    ]);
    expect([...acceptabilityCurves(drawn, [3000])[0]!.acceptability]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('does not depend on the order of strategies or draws', () => {
    const orders = randomDraws.chain((drawn) => {
      const [columns, rows] = [
        [...drawn.strategies.keys()],
        Array.from({ length: drawn.draws }, (_, at) => at),
      ];
      return fc.record({
        drawn: fc.constant(drawn),
        columns: fc.shuffledSubarray(columns, { minLength: columns.length }),
        rows: fc.shuffledSubarray(rows, { minLength: rows.length }),
      });
    });
    fc.assert(
      fc.property(orders, ({ drawn, columns, rows }) => {
        const plain = acceptabilityCurves(drawn, willingness);
        const other = acceptabilityCurves(reordered(drawn, columns, rows), willingness);
        plain.forEach((one, at) => {
          const scale = Math.max(1, ...one.expectedLoss);
          expect(other[at]!.evpi / scale).toBeCloseTo(one.evpi / scale, 9);
          columns.forEach((column, place) => {
            expect(other[at]!.acceptability[place]).toBeCloseTo(one.acceptability[column]!, 12);
          });
        });
      }),
    );
  });

  it('does not depend on the currency, or on what all strategies share in a draw', () => {
    const change = fc.record({
      currency: fc.constantFrom(0.01, 1.17, 100),
      shift: fc.constantFrom(0, 3.3, -50),
    });
    fc.assert(
      fc.property(randomDraws, change, (drawn, { currency, shift }) => {
        const changed = { ...drawn, cost: drawn.cost.map((cost) => (cost + shift) * currency) };
        const plain = acceptabilityCurves(drawn, willingness);
        const other = acceptabilityCurves(
          changed,
          willingness.map((own) => own * currency),
        );
        plain.forEach((one, at) => {
          expect(other[at]!.optimal).toBe(one.optimal);
          one.acceptability.forEach((own, place) => {
            expect(other[at]!.acceptability[place]).toBeCloseTo(own, 12);
          });
        });
      }),
    );
  });
});

describe('expected loss and the value of information', () => {
  it('EVPI is the least expected loss, that of the frontier, and E[max] − max E', () => {
    fc.assert(
      fc.property(randomDraws, (drawn) => {
        const count = drawn.strategies.length;
        for (const at of acceptabilityCurves(drawn, willingness)) {
          const scale = 1e-9 * Math.max(1, ...at.expectedLoss, ...at.expectedNetBenefit.map(Math.abs));
          expect(at.evpi).toBeGreaterThanOrEqual(0);
          expect(at.evpi).toBe(Math.min(...at.expectedLoss));
          expect(Math.abs(at.expectedLoss[at.optimal]! - at.evpi)).toBeLessThanOrEqual(scale);
          let expectedMaximum = 0;
          for (let row = 0; row < drawn.cost.length; row += count) {
            const benefits = Array.from(
              { length: count },
              (_, own) => at.willingnessToPay * drawn.effect[row + own]! - drawn.cost[row + own]!,
            );
            expectedMaximum += Math.max(...benefits) / drawn.draws;
          }
          const best = Math.max(...at.expectedNetBenefit);
          expect(Math.abs(expectedMaximum - best - at.evpi)).toBeLessThanOrEqual(scale);
        }
      }),
    );
  });

  it('is 0 when one draw is all there is, or one strategy', () => {
    expect(
      acceptabilityCurves(
        drawsOf([
          [3, 1],
          [1, 1],
        ]),
        [5],
      )[0]!.evpi,
    ).toBe(0);
    expect(acceptabilityCurves(drawsOf([[3, 1]], [[4, 2]]), [5])[0]!.evpi).toBe(0);
  });

  it('is 1/√(2π) when the difference of net benefits is standard normal, within its own error', () => {
    const draws = 20_000;
    const shares = Float64Array.from({ length: draws }, (_, at) => (at + 0.5) / draws);
    // Box–Muller over a lattice: even in both dimensions.
    const difference = shares.map(
      (share, at) => Math.sqrt(-2 * Math.log(share)) * Math.cos(2 * Math.PI * ((at * 0.618033988749895) % 1)),
    );
    const effect = Float64Array.from({ length: 2 * draws }, (_, cell) => (cell % 2) * difference[cell >> 1]!);
    const drawn = { strategies: ['a', 'b'], draws, cost: new Float64Array(2 * draws), effect };
    const { evpi, evpiError } = acceptabilityCurves(drawn, [1])[0]!;
    expect(Math.abs(evpi - 1 / Math.sqrt(2 * Math.PI))).toBeLessThan(3 * evpiError);
    expect(evpiError).toBeCloseTo(0.583 / Math.sqrt(draws), 4);
  });

  it('puts the less costly of two equals on the frontier', () => {
    const drawn = drawsOf([
      [20, 2],
      [10, 1],
    ]);
    expect(acceptabilityCurves(drawn, [0, 10, 11]).map(({ optimal }) => optimal)).toEqual([1, 1, 0]);
  });
});

describe('draws', () => {
  it('say how often a strategy saves money and how often it harms; equal is neither', () => {
    const drawn = drawsOf(
      [
        [5, 1],
        [4, 2],
      ],
      [
        [5, 1],
        [5, 0],
      ],
      [
        [5, 1],
        [6, 1],
      ],
      [
        [5, 1],
        [1, 0],
      ],
    );
    const [reference, other] = againstReference(drawn, 's0');
    expect(other!.probabilitySavesMoney.mean).toBe(0.5);
    expect(other!.probabilityHarm.mean).toBe(0.5);
    expect(other!.probabilityHarm.standardError).toBeCloseTo(Math.sqrt(0.25 / 3), 12);
    expect(reference!.probabilitySavesMoney.mean).toBe(0);
    expect(() => againstReference(drawn, 'nobody')).toThrow('reference: expected one of the strategies');
  });

  it('have the same mean and error wherever they lie', () => {
    const near = drawnMean([1, 2, 4]);
    const far = drawnMean([1e9 + 1, 1e9 + 2, 1e9 + 4]);
    expect(near.standardError).toBeCloseTo(Math.sqrt(7 / 9), 12);
    expect(far.standardError).toBeCloseTo(near.standardError, 12);
    expect(drawnMean([3]).standardError).toBeNaN();
  });

  it('break even at the price that net benefit leaves', () => {
    const drawn = drawsOf(
      [
        [0, 0],
        [-10, 1],
      ],
      [
        [0, 0],
        [10, 2],
      ],
    );
    const { mean, prices } = breakEvenPrice(drawn, 1, 0, 100);
    expect([...prices]).toEqual([110, 190]);
    expect(mean).toBe(150);
  });

  it('are refused when incomplete, and with them a willingness to pay below 0', () => {
    const drawn = drawsOf([[1, 1]]);
    expect(() => acceptabilityCurves({ ...drawn, draws: 2 }, [0])).toThrow('cost: expected 2 numbers, got 1');
    expect(() => acceptabilityCurves({ ...drawn, effect: Float64Array.of(Number.NaN) }, [0])).toThrow(
      'effect[0]: expected a finite number, got NaN',
    );
    expect(() => acceptabilityCurves(drawn, [-1])).toThrow(
      'willingnessToPay: expected a finite number from 0',
    );
    expect(usualWillingnessToPay.at(-1)).toBe(200_000);
  });
});
