import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import type { DesignMatrix } from '../../../models/baseline/design-matrix.ts';
import { linearPredictor, penalisedFit } from '../../../models/baseline/penalised-fit.ts';

function sample(rows: number, terms: number, seed: number) {
  const random = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(random);
  const cells = Float32Array.from({ length: rows * terms }, (_, cell) =>
    cell % terms === 0 ? 1 : uniform() < 0.4 ? 0 : 2 * uniform() - 1,
  );
  const design: DesignMatrix = { rows, terms, cells };
  const truth = Float64Array.from({ length: terms }, (_, term) => (term === 0 ? -1 : (term % 3) - 1));
  const y = Uint8Array.from({ length: rows }, (_, row) =>
    uniform() < 1 / (1 + Math.exp(-linearPredictor(design, row, truth))) ? 1 : 0,
  );
  const weight = Float64Array.from({ length: rows }, () => (uniform() < 0.2 ? 0 : 1 + uniform()));
  return { design, outcome: { y, weight } };
}

/** Gradient of the penalised log-likelihood: 0 at the maximum, whatever the way there. */
function gradient({ design, outcome }: ReturnType<typeof sample>, ridge: number, coefficients: Float64Array) {
  return coefficients.map((own, term) => {
    let sum = term === 0 ? 0 : -ridge * own;
    for (let row = 0; row < design.rows; row++) {
      const p = 1 / (1 + Math.exp(-linearPredictor(design, row, coefficients)));
      sum += outcome.weight[row]! * (outcome.y[row]! - p) * design.cells[row * design.terms + term]!;
    }
    return sum;
  });
}

describe('penalised logistic fit', () => {
  it('ends where the gradient is 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0.1, 1, 30), (seed, ridge) => {
        const given = sample(300, 5, seed);
        const { coefficients } = penalisedFit(given.design, given.outcome, ridge);
        for (const slope of gradient(given, ridge, coefficients)) expect(Math.abs(slope)).toBeLessThan(0.01);
      }),
      { numRuns: 20 },
    );
  });

  it('ends there too where the information is summed over some of the rows', () => {
    const given = sample(120_000, 5, 2);
    const { coefficients } = penalisedFit(given.design, given.outcome, 3);
    for (const slope of gradient(given, 3, coefficients)) expect(Math.abs(slope)).toBeLessThan(0.5);
  });

  it('is the same from a neighbouring fit as from the start', () => {
    const { design, outcome } = sample(500, 4, 3);
    const cold = penalisedFit(design, outcome, 1).coefficients;
    const warm = penalisedFit(design, outcome, 1, penalisedFit(design, outcome, 50)).coefficients;
    for (const [term, own] of warm.entries()) expect(own).toBeCloseTo(cold[term]!, 4);
  });

  it('counts a row of weight 2 as two rows, and a row of weight 0 not at all', () => {
    const { design, outcome } = sample(60, 3, 4);
    const twice = { rows: 120, terms: 3, cells: Float32Array.of(...design.cells, ...design.cells) };
    const weighted = { y: outcome.y, weight: outcome.weight.map((own) => 2 * own) };
    const copied = {
      y: Uint8Array.of(...outcome.y, ...outcome.y),
      weight: Float64Array.of(...outcome.weight, ...outcome.weight),
    };
    const [one, two] = [penalisedFit(design, weighted, 1), penalisedFit(twice, copied, 1)];
    for (const [term, own] of one.coefficients.entries()) expect(own).toBeCloseTo(two.coefficients[term]!, 6);
  });

  it('shrinks towards the incidence as the ridge grows, the intercept free', () => {
    const { design, outcome } = sample(400, 4, 5);
    const { coefficients } = penalisedFit(design, outcome, 1e9);
    const [cases, total] = outcome.weight.reduce(
      ([c, t], own, row) => [c! + own * outcome.y[row]!, t! + own],
      [0, 0],
    );
    expect(1 / (1 + Math.exp(-coefficients[0]!))).toBeCloseTo(cases! / total!, 4);
    for (const own of coefficients.slice(1)) expect(Math.abs(own)).toBeLessThan(1e-4);
  });

  it('stays finite under perfect separation', () => {
    const design = { rows: 4, terms: 2, cells: Float32Array.of(1, -2, 1, -1, 1, 1, 1, 2) };
    const outcome = { y: Uint8Array.of(0, 0, 1, 1), weight: Float64Array.of(1, 1, 1, 1) };
    for (const own of penalisedFit(design, outcome, 0.01).coefficients)
      expect(Number.isFinite(own)).toBe(true);
  });
});
