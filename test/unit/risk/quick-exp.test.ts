import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickExp } from '../../../models/risk/quick-exp.ts';

describe('the quick exponential', () => {
  it('is e^x but for a few of the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: -45, max: 45, noNaN: true }), (x) => {
        expect(Math.abs(quickExp(x) / Math.exp(x) - 1)).toBeLessThan(4e-15);
      }),
      { numRuns: 2000 },
    );
  });

  it('never falls from one step of its table to the next', () => {
    for (let step = -360; step < 360; step++) {
      const border = ((step + 0.5) * Math.LN2) / 8;
      expect(quickExp(border + 1e-9)).toBeGreaterThan(quickExp(border - 1e-9));
    }
  });

  it('takes what is below −45, minus infinity too, as −45', () => {
    expect(quickExp(Number.NEGATIVE_INFINITY)).toBe(quickExp(-45));
    expect(quickExp(0)).toBe(1);
  });
});
