import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, grayVariance } from '../../../models/survival/aalen-johansen.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import { kaplanMeier, nelsonAalen } from '../../../models/survival/kaplan-meier.ts';
import { valueAt, valueJustBefore } from '../../../models/survival/step-curve.ts';
import { followUps } from './follow-ups.ts';

describe('Aalen–Johansen', () => {
  it('adds up to 1 with event-free survival at every time', () => {
    fc.assert(
      fc.property(followUps(3), (followUp) => {
        const { eventFree, incidence } = aalenJohansen(eventTable(followUp));
        for (const [at, survival] of eventFree.values.entries()) {
          const total = incidence.reduce((sum, curve) => sum + curve.values[at]!, survival);
          expect(total).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it('is 1 − Kaplan–Meier, with its standard error, when there is one cause', () => {
    fc.assert(
      fc.property(followUps(1), (followUp) => {
        const table = eventTable(followUp);
        const survival = kaplanMeier(table);
        const incidence = aalenJohansen(table).incidence[0]!;
        for (const [at, value] of survival.values.entries()) {
          expect(incidence.values[at]).toBeCloseTo(1 - value, 12);
          if (value > 1e-9) expect(incidence.standardErrors[at]).toBeCloseTo(survival.standardErrors[at]!, 9);
        }
      }),
    );
  });

  it('is the plain share, with the binomial standard error, when nobody is censored', () => {
    fc.assert(
      fc.property(followUps(2), ({ time, event }) => {
        const all = event.map((code) => Math.max(code, 1));
        const curve = aalenJohansen(eventTable({ time, event: all })).incidence[0]!;
        const share = [...time].filter((t, row) => t <= 6 && all[row] === 1).length / time.length;
        expect(valueAt(curve, 6)).toBeCloseTo(share, 12);
        const error = valueAt({ ...curve, values: curve.standardErrors }, 6);
        expect(error).toBeCloseTo(Math.sqrt((share * (1 - share)) / time.length), 9);
      }),
    );
  });

  it('gives the jackknife standard error: the sum of squared changes when a row counts a little more', () => {
    fc.assert(
      fc.property(followUps(2, 3), (followUp) => {
        const curve = aalenJohansen(eventTable(followUp)).incidence[0]!;
        const step = 1e-6;
        let squares = 0;
        for (let row = 0; row < followUp.time.length; row++) {
          const weight = new Float64Array(followUp.time.length).fill(1);
          weight[row]! += step;
          const moved = aalenJohansen(eventTable(followUp, weight)).incidence[0]!;
          squares += ((valueAt(moved, 8) - valueAt(curve, 8)) / step) ** 2;
        }
        const error = valueAt({ ...curve, values: curve.standardErrors }, 8);
        expect(error).toBeCloseTo(Math.sqrt(squares), 4);
      }),
      { numRuns: 40 },
    );
  });

  it('knows no cause beyond those seen', () => {
    const table = eventTable({ time: Float64Array.of(1, 2), event: Uint8Array.of(1, 0) });
    expect(() => grayVariance(table, 2)).toThrow(RangeError);
    expect(() => nelsonAalen(table, 2)).toThrow(RangeError);
  });
});

describe('event table', () => {
  it('counts a row of weight two as two rows', () => {
    fc.assert(
      fc.property(followUps(2), ({ time, event }) => {
        const twice = { time: Float64Array.of(...time, ...time), event: Uint8Array.of(...event, ...event) };
        const weighted = eventTable({ time, event }, new Float64Array(time.length).fill(2));
        expect(weighted).toEqual(eventTable(twice));
      }),
    );
  });

  it('refuses no rows, unequal lengths and times that are negative or not finite', () => {
    const table = (time: number[], event: number[]) => () =>
      eventTable({ time: Float64Array.from(time), event: Uint8Array.from(event) });
    expect(table([], [])).toThrow(RangeError);
    expect(table([1, 2], [0])).toThrow(RangeError);
    expect(table([-1], [0])).toThrow(RangeError);
    expect(table([Number.NaN], [0])).toThrow(RangeError);
  });
});

describe('step curve', () => {
  const curve = { times: Float64Array.of(1, 3), start: 1, values: Float64Array.of(0.8, 0.5) };
  it('includes a step at the very time', () =>
    expect([0, 1, 2, 3].map((t) => valueAt(curve, t))).toEqual([1, 0.8, 0.8, 0.5]));
  it('leaves it out just before', () =>
    expect([0, 1, 2, 3, 4].map((t) => valueJustBefore(curve, t))).toEqual([1, 1, 0.8, 0.8, 0.5]));
});
