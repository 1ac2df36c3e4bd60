import fc from 'fast-check';
import type { FollowUp } from '../../../models/survival/follow-up.ts';

export interface PredictedRows {
  readonly followUp: FollowUp;
  readonly probability: Float64Array;
}

/** The horizon of the random rows; the last row is seen beyond it, so that weights exist. */
export const horizon = 6;

/** Random follow-up in whole months with predictions of few distinct values, so that everything is tied somewhere. */
export const predictedRows = (causes = 2): fc.Arbitrary<PredictedRows> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: causes }),
        fc.integer({ min: 1, max: 19 }),
      ),
      { minLength: 8, maxLength: 50 },
    )
    .map((rows) => ({
      followUp: {
        time: Float64Array.of(...rows.map(([time]) => time), 2, horizon + 1),
        event: Uint8Array.of(...rows.map(([, event]) => event), 1, 0),
      },
      probability: Float64Array.of(...rows.map(([, , twentieths]) => twentieths / 20), 0.5, 0.25),
    }));

/** A seeded register: exponential times, whole months, some people with several rows. */
export function simulatedRows(rows: number, uniform: () => number) {
  const followUp = { time: new Float64Array(rows), event: new Uint8Array(rows) };
  const probability = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const hazard = 0.01 * Math.exp(2 * (uniform() - 0.5));
    const death = 0.006;
    const ends = [
      -Math.log(uniform()) / hazard,
      -Math.log(uniform()) / death,
      6 + Math.floor(36 * uniform()),
    ];
    const first = ends.indexOf(Math.min(...ends));
    followUp.time[row] = first === 2 ? ends[2]! : Math.ceil(ends[first]!);
    followUp.event[row] = [1, 2, 0][first]!;
    probability[row] = (hazard / (hazard + death)) * -Math.expm1(-12 * (hazard + death));
  }
  return { followUp, probability, person: Int32Array.from({ length: rows }, (_, row) => row >> 1) };
}
