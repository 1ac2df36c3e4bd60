import { describe, expect, it } from 'vitest';
import { foretellingLoss, foretoldValues, laterRows, learnForetold } from '../../../models/risk/foretold.ts';

/** Three people: one seen at 0, 6, 12 and 18 months, one at 0 and 12, one at 12 only. */
const person = Int32Array.of(0, 1, 0, 0, 1, 2, 0);
const landmark = Int32Array.of(0, 0, 6, 12, 12, 12, 18);
const later = laterRows(person, landmark, 12);

const [width, positions] = [3, Int32Array.of(0, 2)];
const table = Float32Array.from({ length: 7 * width }, (_, at) => at * at);
const inputsOf = (rows: Int32Array) =>
  Float32Array.from([...rows].flatMap((row) => [...table.subarray(row * width, (row + 1) * width)]));
const plainInputs = (rows: Int32Array) => inputsOf(rows).filter((_, at) => at % width !== 1);

describe('what is foretold', () => {
  it('is of the same person, exactly so much later', () => {
    expect([...later]).toEqual([3, 4, 6, -1, -1, -1, -1]);
  });

  it('is nothing where nobody is seen again, landmarks are not told, or it counts for nothing', () => {
    const unseen = laterRows(person, undefined, 12);
    expect([...unseen]).toEqual(new Array(7).fill(-1));
    expect(learnForetold(unseen, positions, plainInputs, 1)).toBeUndefined();
    expect(learnForetold(later, positions, plainInputs, 0)).toBeUndefined();
  });

  it('has mean 0 and deviation 1 over the later rows, and is unknown for rows without one', () => {
    const learnt = learnForetold(later, positions, plainInputs, 1)!;
    const values = foretoldValues(learnt, Int32Array.of(5, 0, 1, 2), width, inputsOf);
    expect([...values.subarray(0, 2)]).toEqual([Number.NaN, Number.NaN]);
    positions.forEach((position, one) => {
      const known = [0, 1, 2].map((at) => values[(at + 1) * 2 + one]!);
      expect(known.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
      expect(known.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(3, 5);
      const raw = [3, 4, 6].map((row) => table[row * width + position]!);
      expect(Math.sign(raw[1]! - raw[0]!)).toBe(Math.sign(known[1]! - known[0]!));
    });
  });

  it('loses squares up to three deviations, and beyond rises straight; unknown values lose nothing', () => {
    const told = Float32Array.of(1, 4, 0, -5);
    const slopes = new Float32Array(4);
    const loss = foretellingLoss(told, Float32Array.of(0, 0, Number.NaN, 0), 2, slopes);
    expect(loss).toBeCloseTo((2 / 4) * (1 + (2 * 3 * 4 - 9) + (2 * 3 * 5 - 9)), 6);
    expect([...slopes]).toEqual([1, 3, 0, -3]);
  });
});
