import type { HazardCalibration } from './blend.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import type { IntervalExposure } from './interval-exposure.ts';
import { descend } from './lbfgs.ts';

/** Predictions of people not learnt from, and what happened to them. */
export interface JudgedRows {
  /** intervals × causes */
  readonly baseline: Float32Array;
  /** rows × outputs, in the order of `rows` */
  readonly outputs: Float32Array;
  /** Positions in `exposure`. */
  readonly rows: Int32Array;
}

/** Standard deviation of what is believed of slopes around 1, and of intercepts around 0, before looking. */
const priorDeviation = 0.1;

/**
 * Recalibrates hazards on people not learnt from: the intercept and slope of each cause that make their
 * likelihood greatest, held towards 0 and 1 by a normal prior, so that few people change little. Ridge, weight
 * decay and the mean over dropped-out units all make predictions too timid; this undoes it.
 *
 * @param head up to the last interval that counts
 * @source Steyerberg 2019, Clinical Prediction Models, 15.3 (shrunken recalibration)
 */
export function calibrateHazards(
  head: HazardHead,
  judged: readonly JudgedRows[],
  exposure: IntervalExposure,
): HazardCalibration {
  const { causes } = head;
  const point = new Float64Array(2 * causes);
  point.fill(1, causes);
  const precision = 1 / (priorDeviation * priorDeviation);
  descend(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const one of judged) loss += addLoss(head, one, exposure, at, gradient);
      for (let index = 0; index < at.length; index++) {
        const away = at[index]! - (index < causes ? 0 : 1);
        loss += (precision * away * away) / 2;
        gradient[index]! += precision * away;
      }
      return loss;
    },
    point,
    { iterations: 60, tolerance: 1e-10 },
  );
  return { intercepts: [...point.subarray(0, causes)], slopes: [...point.subarray(causes)] };
}

/** Adds the summed loss's gradient by (intercepts, slopes); returns the loss. */
function addLoss(
  head: HazardHead,
  { baseline, outputs, rows }: JudgedRows,
  exposure: IntervalExposure,
  at: Float64Array,
  gradient: Float64Array,
): number {
  const { causes } = head;
  const width = outputsOf(head);
  const counted = head.ends.length * causes;
  const moved = Float32Array.from({ length: counted }, (_, cell) => baseline[cell]! + at[cell % causes]!);
  const scaled = outputs.map((output, cell) => output * at[causes + ((cell % width) >> 1)]!);
  const slopes = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(counted) };
  const loss = headLoss(head, moved, scaled, exposure, rows, slopes);
  for (let cell = 0; cell < counted; cell++) gradient[cell % causes]! += rows.length * slopes.baseline[cell]!;
  for (let cell = 0; cell < outputs.length; cell++) {
    gradient[causes + ((cell % width) >> 1)]! += rows.length * slopes.outputs[cell]! * outputs[cell]!;
  }
  return loss * rows.length;
}
