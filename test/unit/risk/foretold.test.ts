import { describe, expect, it } from 'vitest';
import { foretellingLoss, foretoldValues, laterRows, learnForetold } from '../../../models/risk/foretold.ts';

/** Four people: seen at 0, 6, 12 and 18 months; at 0 and 12; at 12 only; at 0, 6 and 24. */
const person = Int32Array.of(0, 1, 3, 0, 3, 0, 1, 2, 0, 3);
const landmark = Int32Array.of(0, 0, 0, 6, 6, 12, 12, 12, 18, 24);
const later = laterRows(person, landmark, 12);

const [width, positions] = [3, Int32Array.of(0, 2)];
const table = Float32Array.from({ length: 10 * width }, (_, at) => at ** 2);
const inputsOf = (rows: Int32Array) =>
  Float32Array.from([...rows].flatMap((row) => [...table.subarray(row * width, (row + 1) * width)]));
const plainInputs = (rows: Int32Array) => inputsOf(rows).filter((_, at) => at % width !== 1);

describe('what is foretold', () => {
  it('is of the same person, at the first landmark so much later or more', () => {
    expect([...later]).toEqual([5, 6, 9, 8, 9, -1, -1, -1, -1, -1]);
  });

  it('is nothing where nobody is seen again, landmarks are not told, or it counts for nothing', () => {
    const unseen = laterRows(person, undefined, 12);
    expect([...unseen]).toEqual(new Array(10).fill(-1));
    expect(learnForetold(unseen, positions, plainInputs, 1)).toBeUndefined();
    expect(learnForetold(later, positions, plainInputs, 0)).toBeUndefined();
  });

  it('is told in deviations from the mean of the later rows, and unknown for rows without one', () => {
    const { mean, deviation } = learnForetold(later, positions, plainInputs, 1)!;
    const rows = Int32Array.of(7, 0, 1, 3);
    const values = foretoldValues(
      { laterRow: later, positions, mean, deviation, weight: 1 },
      rows,
      width,
      inputsOf,
    );
    expect([...values.subarray(0, 2)]).toEqual([Number.NaN, Number.NaN]);
    positions.forEach((position, one) => {
      const known = [5, 6, 9, 8, 9].map((row) => table[row * width + position]!);
      const own = known.reduce((sum, value) => sum + value, 0) / 5;
      const squares = known.reduce((sum, value) => sum + (value - own) ** 2, 0) / 5;
      [5, 6, 8].forEach((row, at) => {
        const expected = (table[row * width + position]! - own) / Math.sqrt(squares);
        expect(values[2 * (at + 1) + one]).toBeCloseTo(expected, 5);
      });
    });
  });

  it('loses squares up to three deviations, and beyond rises straight; unknown values lose nothing', () => {
    const told = Float32Array.of(1, 4, 0, -5);
    const slopes = new Float32Array(4);
    const loss = foretellingLoss(told, Float32Array.of(0, 0, Number.NaN, 0), 2, slopes);
    expect(loss).toBeCloseTo((2 / 3) * (1 + (2 * 3 * 4 - 9) + (2 * 3 * 5 - 9)), 6);
    [1, 3, 0, -3].forEach((slope, at) => {
      expect(slopes[at]).toBeCloseTo((4 / 3) * slope, 6);
    });
  });
});
