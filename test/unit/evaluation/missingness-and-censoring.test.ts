import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { missingnessAndCensoring } from '../../../models/evaluation/missingness-and-censoring.ts';

/** Rows with a moving-out hazard that may be higher where a value is missing; data end after 24 or 36 months. */
function register(ratio: number, seed: number, rows = 6000) {
  const random = xoroshiro128plus(seed);
  const uniform = () => 1 - uniformFloat64(random);
  const stratumOfRow = Int32Array.from({ length: rows }, () => (uniform() < 0.5 ? 24 : 36));
  const column = Float64Array.from(stratumOfRow, (end) =>
    uniform() < (end === 24 ? 0.7 : 0.2) ? Number.NaN : 1,
  );
  const [time, event] = [new Float64Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const moves = Math.floor(-Math.log(uniform()) / (0.01 * (Number.isNaN(column[row]!) ? ratio : 1)));
    const falls = Math.ceil(-Math.log(uniform()) / 0.02);
    time[row] = Math.min(moves, falls, stratumOfRow[row]!);
    event[row] = falls === time[row] ? 1 : 0;
  }
  const person = Int32Array.from({ length: rows }, (_, row) => row);
  return { followUp: { time, event }, person, names: ['rai_cps'], columns: [column], stratumOfRow };
}

describe('missingness and censoring', () => {
  it('raises nothing when the missing move out like the others, within landmarks', () => {
    const [check] = missingnessAndCensoring(register(1, 5));
    expect(check!.predictsCensoring).toBe(false);
    expect(check!.censoringRatio).toBeCloseTo(1, 0);
    expect(Math.abs(check!.z!)).toBeLessThan(3);
  });

  it('is raised when they move out twice as often', () => {
    const [check] = missingnessAndCensoring(register(2, 5));
    expect(check).toMatchObject({ name: 'rai_cps', predictsCensoring: true });
    expect(check!.censoringRatio).toBeGreaterThan(1.25);
  });

  it('has a standard normal statistic under no association', () => {
    const zs = Array.from(
      { length: 60 },
      (_, seed) => missingnessAndCensoring(register(1, seed, 800))[0]!.z!,
    );
    const variance = zs.reduce((sum, z) => sum + z * z, 0) / zs.length;
    expect(variance).toBeGreaterThan(0.6);
    expect(variance).toBeLessThan(1.5);
  });

  it('gives observed over expected as counted by hand', () => {
    const [check] = missingnessAndCensoring({
      followUp: { time: Float64Array.of(1, 2, 3, 4, 5), event: Uint8Array.of(0, 1, 0, 0, 0) },
      person: [0, 1, 2, 3, 4],
      names: ['a'],
      columns: [Float64Array.of(Number.NaN, 1, 1, Number.NaN, 1)],
    });
    // Missing at risk of all at risk, at months 1, 3 and 4; at 5 everyone left is censored.
    const expected = 2 / 5 + 1 / 3 + 1 / 2;
    expect(check!.censoringRatio).toBeCloseTo(2 / expected / (1 / (3 - expected)), 12);
  });

  it('says nothing of columns that are complete, or wholly missing', () => {
    const rows = register(1, 5, 100);
    const columns = [new Float64Array(100), new Float64Array(100).fill(Number.NaN)];
    expect(missingnessAndCensoring({ ...rows, names: ['a', 'b'], columns })).toEqual([]);
  });
});
