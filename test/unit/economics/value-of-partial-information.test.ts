import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptabilityCurves } from '../../../models/economics/acceptability.ts';
import type { Distribution } from '../../../models/economics/distributions.ts';
import { drawParameters, type ParameterDraws } from '../../../models/economics/parameter-draws.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import { partialInformation } from '../../../models/economics/value-of-partial-information.ts';

const standardNormal: Distribution = { name: 'normal', mean: 0, standardError: 1 };

/** Two strategies: one has net benefit 0, the other what is given of the parameters; λ = 1. */
function twoStrategies(parameters: ParameterDraws, netBenefit: (draw: number) => number): StrategyDraws {
  const draws = Object.values(parameters)[0]!.length;
  const effect = Float64Array.from({ length: 2 * draws }, (_, cell) =>
    cell % 2 === 0 ? 0 : netBenefit(cell >> 1),
  );
  return { strategies: ['none', 'some'], draws, cost: new Float64Array(2 * draws), effect };
}

const drawn = (names: readonly string[], draws: number, seed: number) =>
  drawParameters(
    { distributions: Object.fromEntries(names.map((name) => [name, standardNormal])) },
    draws,
    seed,
  );

describe('EVPPI', () => {
  it('is σ/√(2π) for the one of two normal parameters of a sum that is known', () => {
    const parameters = drawn(['x', 'y'], 10_000, 1);
    const draws = twoStrategies(parameters, (draw) => 2 * parameters.x![draw]! + 3 * parameters.y![draw]!);
    for (const [name, sigma] of [['x', 2] as const, ['y', 3] as const]) {
      const { evppi, evppiError } = partialInformation(draws, { [name]: parameters[name]! }, [1])[0]!;
      expect(Math.abs(evppi - sigma / Math.sqrt(2 * Math.PI))).toBeLessThan(4 * evppiError + 0.03);
    }
  });

  it('is that of all when both parameters are known', () => {
    const parameters = drawn(['x', 'y'], 5000, 2);
    const draws = twoStrategies(parameters, (draw) => 2 * parameters.x![draw]! + 3 * parameters.y![draw]!);
    const [both] = partialInformation(draws, parameters, [1]);
    expect(both!.evppi / acceptabilityCurves(draws, [1])[0]!.evpi).toBeCloseTo(1, 3);
  });

  it('sees a curve: E max(0, x² − 1) = 2 φ(1) for a net benefit of x² − 1 and noise', () => {
    const parameters = drawn(['x', 'noise'], 10_000, 3);
    const square = (draw: number) => parameters.x![draw]! * parameters.x![draw]! - 1;
    const draws = twoStrategies(parameters, (draw) => square(draw) + parameters.noise![draw]!);
    const { evppi, evppiError } = partialInformation(draws, { x: parameters.x! }, [1])[0]!;
    const exact = 2 * (Math.exp(-0.5) / Math.sqrt(2 * Math.PI));
    expect(Math.abs(evppi - exact)).toBeLessThan(4 * evppiError + 0.02);
  });

  it('sees that two parameters matter by their product only', () => {
    const parameters = drawn(['x', 'y'], 5000, 4);
    const draws = twoStrategies(parameters, (draw) => parameters.x![draw]! * parameters.y![draw]!);
    const evpi = acceptabilityCurves(draws, [1])[0]!.evpi;
    expect(partialInformation(draws, { x: parameters.x! }, [1])[0]!.evppi).toBeLessThan(0.12 * evpi);
    expect(partialInformation(draws, parameters, [1])[0]!.evppi / evpi).toBeCloseTo(1, 3);
  });

  it('is 0 within its interval for what is worth nothing alone, and true for what is worth something', () => {
    const seeds = 100;
    const within = { x: 0, y: 0 };
    for (let seed = 0; seed < seeds; seed++) {
      const parameters = drawn(['x', 'y'], 1000, 1000 + seed);
      const { x, y } = parameters as { x: Float64Array; y: Float64Array };
      const draws = twoStrategies(parameters, (draw) => -(1000 * x[draw]! * y[draw]! + 300 * x[draw]!));
      for (const [name, worth] of [['x', 300 / Math.sqrt(2 * Math.PI)] as const, ['y', 0] as const]) {
        const { evppi, evppiError } = partialInformation(draws, { [name]: parameters[name]! }, [1])[0]!;
        if (Math.abs(evppi - worth) <= 1.96 * evppiError) within[name] += 1;
      }
    }
    expect(within.y / seeds).toBeGreaterThanOrEqual(0.95);
    expect(within.x / seeds).toBeGreaterThanOrEqual(0.9);
  });

  it('rises with what is known, also where many parameters leave room for straight lines only', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const parameters = drawn(names, 1000, 9);
    const draws = twoStrategies(parameters, (draw) =>
      names.reduce((sum, name) => sum + parameters[name]![draw]!, 0),
    );
    const worth = [1, 4, 8].map((known) => {
      const some = Object.fromEntries(names.slice(0, known).map((name) => [name, parameters[name]!]));
      return partialInformation(draws, some, [1])[0]!.evppi;
    });
    expect(worth[1]).toBeGreaterThan(worth[0]!);
    expect(worth[2]).toBeGreaterThan(worth[1]!);
    expect(worth[2]! / acceptabilityCurves(draws, [1])[0]!.evpi).toBeGreaterThan(0.99);
  });

  it('is exact for a parameter of few values: the mean of the best of each', () => {
    const coin = Float64Array.from({ length: 1000 }, (_, draw) => draw % 2);
    const draws = twoStrategies({ coin }, (draw) => (draw % 2 === 0 ? -1 : 3) + (draw % 4 < 2 ? 5 : -5));
    expect(partialInformation(draws, { coin }, [1])[0]!.evppi).toBeCloseTo((0 + 3) / 2 - 1, 9);
  });

  it('is 0 for what tells nothing new, and lies between 0 and EVPI always', () => {
    const fixed = new Float64Array(500).fill(7);
    const parameters = drawn(['x'], 500, 5);
    const draws = twoStrategies(parameters, (draw) => parameters.x![draw]!);
    expect(partialInformation(draws, { fixed }, [1])[0]!.evppi).toBeCloseTo(0, 12);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (seed, weight) => {
          const some = drawn(['x', 'y', 'z'], 400, seed);
          const of = twoStrategies(some, (draw) => weight * some.x![draw]! + Math.abs(some.y![draw]!) - 1);
          const willingness = [0, 0.5, 1];
          const evpi = acceptabilityCurves(of, willingness).map((at) => at.evpi);
          const knowns: ParameterDraws[] = [{ x: some.x! }, { z: some.z! }, { x: some.x!, y: some.y! }];
          for (const known of knowns) {
            partialInformation(of, known, willingness).forEach(({ evppi }, at) => {
              expect(evppi).toBeGreaterThanOrEqual(0);
              expect(evppi).toBeLessThanOrEqual(evpi[at]!);
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused with too few draws for its terms, or a parameter of another length', () => {
    const parameters = drawn(['x', 'y'], 15, 6);
    const draws = twoStrategies(parameters, (draw) => parameters.x![draw]!);
    expect(() => partialInformation(draws, parameters, [1])).toThrow('draws: expected at least 20, got 15');
    expect(() => partialInformation(draws, { x: new Float64Array(3) }, [1])).toThrow('x: expected 15 finite');
    expect(() => partialInformation(draws, {}, [1])).toThrow('parameters: expected at least one');
  });
});
