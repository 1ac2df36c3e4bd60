import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../../models/survival/aalen-johansen.ts';
import { censoringSurvival, statusAtHorizon } from '../../../models/survival/censoring.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import type { FollowUp } from '../../../models/survival/follow-up.ts';
import { kaplanMeier } from '../../../models/survival/kaplan-meier.ts';
import { valueAt } from '../../../models/survival/step-curve.ts';
import { followUps } from './follow-ups.ts';

const horizon = 6;
/** With someone seen through the horizon, so that weights exist. */
const followed = followUps(2).map(({ time, event }) => ({
  time: Float64Array.of(...time, horizon + 1),
  event: Uint8Array.of(...event, 0),
}));

/** Second way: G as a product over all pairs of rows, O(n²). */
function naiveWeight({ time, event }: FollowUp, row: number): number {
  const hadEvent = time[row]! <= horizon && event[row]! > 0;
  if (!hadEvent && time[row]! < horizon) return 0;
  const until = hadEvent ? time[row]! : horizon;
  let uncensored = 1;
  for (const moment of new Set([...time].filter((t, other) => t < until && event[other] === 0))) {
    const rows = [...time.keys()];
    const censored = rows.filter((other) => time[other] === moment && event[other] === 0).length;
    const atRisk = rows.filter((other) => time[other]! > moment).length + censored;
    uncensored *= 1 - censored / atRisk;
  }
  return 1 / uncensored;
}

describe('weights for censoring at a horizon', () => {
  it('sum to the number of rows', () => {
    fc.assert(
      fc.property(followed, (followUp) => {
        const total = statusAtHorizon(followUp, horizon).weight.reduce((sum, weight) => sum + weight, 0);
        expect(total).toBeCloseTo(followUp.time.length, 9);
      }),
    );
  });

  it('give weighted cases at the Aalen–Johansen incidence', () => {
    fc.assert(
      fc.property(followed, (followUp) => {
        const { isCase, weight } = statusAtHorizon(followUp, horizon);
        const cases = weight.reduce((sum, own, row) => sum + own * isCase[row]!, 0);
        const incidence = aalenJohansen(eventTable(followUp)).incidence[0]!;
        expect(cases / weight.length).toBeCloseTo(valueAt(incidence, horizon), 9);
      }),
    );
  });

  it('agree with a second, quadratic way', () => {
    fc.assert(
      fc.property(followed, (followUp) => {
        const { weight } = statusAtHorizon(followUp, horizon);
        for (const [row, own] of weight.entries()) expect(own).toBeCloseTo(naiveWeight(followUp, row), 9);
      }),
    );
  });

  it('are all 1 when nobody is censored before the horizon', () => {
    const followUp = { time: Float64Array.of(1, 3, 6, 6, 9), event: Uint8Array.of(1, 2, 1, 0, 0) };
    const { isCase, weight } = statusAtHorizon(followUp, horizon);
    expect([...weight]).toEqual([1, 1, 1, 1, 1]);
    expect([...isCase]).toEqual([1, 0, 1, 0, 0]);
  });

  it('count a row of weight k as k rows', () => {
    const followUp = { time: Float64Array.of(1, 2, 3, 7), event: Uint8Array.of(1, 0, 2, 0) };
    const doubled = { time: Float64Array.of(1, 2, 2, 3, 7), event: Uint8Array.of(1, 0, 0, 2, 0) };
    const weighted = statusAtHorizon(followUp, horizon, { rowWeight: Float64Array.of(1, 2, 1, 1) }).weight;
    const copied = statusAtHorizon(doubled, horizon).weight;
    expect(weighted[0]).toBeCloseTo(copied[0]!, 12);
    expect(weighted[2]).toBeCloseTo(copied[3]!, 12);
    expect(weighted[3]).toBeCloseTo(copied[4]!, 12);
  });

  it('do not exist when nobody is followed to the horizon', () => {
    const followUp = { time: Float64Array.of(1, 2, 3), event: Uint8Array.of(1, 0, 0) };
    expect(() => statusAtHorizon(followUp, horizon)).toThrow(RangeError);
  });
});

describe('censoring survival', () => {
  it('times event-free survival is the share still under observation', () => {
    fc.assert(
      fc.property(followed, (followUp) => {
        const table = eventTable(followUp);
        const product = valueAt(kaplanMeier(table), horizon) * valueAt(censoringSurvival(table), horizon);
        const later = followUp.time.filter((time) => time > horizon).length;
        expect(product).toBeCloseTo(later / followUp.time.length, 12);
      }),
    );
  });
});
