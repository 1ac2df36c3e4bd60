import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { horizonFigures, predictionsAtHorizon } from '../../../models/evaluation/horizon-figures.ts';
import { statusAtHorizon } from '../../../models/survival/censoring.ts';
import { statusInStrata } from '../../../models/survival/status-in-strata.ts';
import { followUps } from './follow-ups.ts';

const horizon = 6;
const followed = followUps(2).map(({ time, event }) => ({
  time: Float64Array.of(...time, horizon + 1),
  event: Uint8Array.of(...event, 0),
}));

/** Whose risk no column tells, half of them followed for a short while only. */
function recruitedInTwoYears(rows: number, seed: number) {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random);
  const stratumOfRow = Int32Array.from({ length: rows }, (_, row) => row % 2);
  const people = [...stratumOfRow].map((late) => {
    const outcome = -Math.log(1 - draw()) * 40;
    const censored = (late ? 7 : 60) * draw();
    return { time: Math.min(outcome, censored), event: outcome <= censored ? 1 : 0 };
  });
  const followUp = {
    time: Float64Array.from(people, ({ time }) => time),
    event: Uint8Array.from(people, ({ event }) => event),
  };
  return { followUp, stratumOfRow };
}

describe('weights for censoring in strata', () => {
  it('are those of all rows together where there is one stratum', () => {
    fc.assert(
      fc.property(followed, (followUp) => {
        const one = new Int32Array(followUp.time.length);
        expect(statusInStrata(followUp, horizon, one)?.status).toEqual(statusAtHorizon(followUp, horizon));
      }),
    );
  });

  it('sum to the rows of each stratum that was followed, and leave the others out', () => {
    fc.assert(
      fc.property(followed, followed, (one, other) => {
        const time = Float64Array.of(...one.time, ...other.time, 1, 2);
        const event = Uint8Array.of(...one.event, ...other.event, 0, 0);
        const stratum = Int32Array.from(time, (_, row) =>
          row < one.time.length ? 0 : row < time.length - 2 ? 1 : 2,
        );
        const { status, rowWeight } = statusInStrata({ time, event }, horizon, stratum)!;
        const totalOf = (wanted: number) =>
          status.weight.reduce((sum, own, row) => sum + (stratum[row] === wanted ? own : 0), 0);
        expect(totalOf(0)).toBeCloseTo(one.time.length, 9);
        expect(totalOf(1)).toBeCloseTo(other.time.length, 9);
        expect([totalOf(2), ...rowWeight.slice(-2)]).toEqual([0, 0, 0]);
      }),
    );
  });

  it('do not reward who knows nothing but the year of recruitment', () => {
    const { followUp, stratumOfRow } = recruitedInTwoYears(4000, 3);
    const byYear = Float64Array.from(stratumOfRow, (late) => (late ? 0.3 : 0.1));
    const aucOf = (strata?: Int32Array) =>
      horizonFigures(predictionsAtHorizon(followUp, horizon, byYear, strata), ['auc'])[0]!;
    expect(Math.abs(aucOf() - 0.5)).toBeGreaterThan(0.03);
    expect(Math.abs(aucOf(stratumOfRow) - 0.5)).toBeLessThan(0.025);
  });
});
