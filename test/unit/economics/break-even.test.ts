import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalsWorthIt } from '../../../models/economics/break-even.ts';

const close = (from: number, to: number) => ({ from: expect.closeTo(from, 9), to: expect.closeTo(to, 9) });

describe('the intervals in which an offer is worth it', () => {
  it('is the side of one turning point on which the benefit is above 0, whichever side that is', () => {
    const root = fc.double({ min: -4.9, max: 4.9, noNaN: true });
    fc.assert(
      fc.property(root, (at) => {
        expect(intervalsWorthIt((value) => value - at, -5, 5)).toEqual([close(at, 5)]);
        expect(intervalsWorthIt((value) => at - value, -5, 5)).toEqual([close(-5, at)]);
      }),
    );
  });

  it('is the top of a hill, both feet of a valley, and every one of several', () => {
    expect(intervalsWorthIt((factor) => (factor > 4 && factor < 16 ? 1 : -1), 1 / 64, 64)).toEqual([
      close(4, 16),
    ]);
    expect(intervalsWorthIt((value) => value * value - 4, -5, 5)).toEqual([close(-5, -2), close(2, 5)]);
    expect(intervalsWorthIt((value) => Math.sin(value * Math.PI), 0.5, 4.5)).toEqual([
      close(0.5, 1),
      close(2, 3),
      close(4, 4.5),
    ]);
  });

  it('sees a hill, or a dip, that is narrower than a step, wherever it lies', () => {
    const middle = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(middle, (at) => {
        const hill = (value: number) => 1e-6 - (value - at) * (value - at);
        expect(intervalsWorthIt(hill, -1, 1)).toEqual([close(at - 1e-3, at + 1e-3)]);
        expect(intervalsWorthIt((value) => -hill(value), -1, 1)).toHaveLength(2);
      }),
    );
  });

  it('is the whole range, or nothing, where nothing turns', () => {
    expect(intervalsWorthIt(() => 1, 0, 1)).toEqual([{ from: 0, to: 1 }]);
    expect(intervalsWorthIt(() => -1, 0, 1)).toEqual([]);
    expect(intervalsWorthIt(() => 0, 0, 1)).toEqual([]);
  });

  it('is refused of an empty range and of what is no number', () => {
    expect(() => intervalsWorthIt(() => 1, 1, 0)).toThrow('range: expected lower < upper');
    expect(() => intervalsWorthIt(() => Number.NaN, 0, 1)).toThrow('netBenefitAt: expected a number');
  });
});
