import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceSums } from '../../../models/risk/place-sums.ts';
import { binInputs } from '../../../models/risk/threshold-bins.ts';

const row = fc.record({
  often: fc.constantFrom(0, 0, 0, 1, 2),
  any: fc.integer({ min: 0, max: 5 }),
  sides: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  excess: fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround),
  curvature: fc.double({ min: 0.01, max: 0.25, noNaN: true }).map(Math.fround),
});

describe('sums by leaf and place', () => {
  it('are those of a plain count of the rows seen, however leaves are parted', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 60 }), (rows) => {
        const binned = binInputs(Float32Array.from(rows.flatMap(({ often, any }) => [often, any])), 2);
        const seen = { inputs: Int32Array.of(1, 0), start: 1, end: rows.length - 1 };
        const some = rows.slice(1, -1);
        const sums = new PlaceSums(binned, seen, {
          excess: Float32Array.from(some, ({ excess }) => excess),
          curvature: Float32Array.from(some, ({ curvature }) => curvature),
        });
        for (let depth = 0; depth <= 3; depth++) {
          const leafOf = Uint8Array.from(rows, ({ sides }) =>
            sides.slice(0, depth).reduce((leaf, side) => 2 * leaf + Number(side), 0),
          );
          const counted = sums.ofLeaves(leafOf, 2 ** depth);
          seen.inputs.forEach((input, at) => {
            const places = binned.thresholds[input]!.length + 1;
            const plain = new Float64Array(2 * 2 ** depth * places);
            some.forEach(({ excess, curvature }, place) => {
              const cell = 2 * (leafOf[place + 1]! * places + binned.places[input]![place + 1]!);
              plain[cell]! += excess;
              plain[cell + 1]! += curvature;
            });
            expect(counted[at]!.length).toBe(plain.length);
            plain.forEach((sum, cell) => {
              expect(counted[at]![cell]).toBeCloseTo(sum, 9);
            });
          });
        }
      }),
    );
  });
});
