import { drifted } from './blend.ts';
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

/** Standard deviation of what is believed of slopes around 1, and of drifts around 0, before looking. */
const priorDeviation = 0.1;

/** How outputs are put right: by cause. */
export interface Stretch {
  /** What outputs are multiplied by. */
  readonly slopes: readonly number[];
  /** What the trend then gains for each unit of the level: how differences between people grow with log time. */
  readonly drifts: readonly number[];
}

/**
 * How far the outputs of each cause must be stretched for people not learnt from: the slopes and drifts that make
 * their likelihood greatest, held towards 1 and 0 by a normal prior, so that few people change little. Ridge,
 * weight decay and the mean over dropped-out units all make predictions too timid, and not equally soon and
 * late; this undoes it. Intercepts are fitted beside and thrown away: what few people would teach of the level,
 * `fitBaseline` learns from all.
 *
 * @param head up to the last interval that counts
 * @param person row to person: rows of one person together count as one
 * @source Steyerberg 2019, Clinical Prediction Models, 15.3 (shrunken recalibration)
 */
export function calibrationStretch(
  head: HazardHead,
  judged: readonly JudgedRows[],
  exposure: IntervalExposure,
  person: Int32Array,
): Stretch {
  const { causes } = head;
  const weight = peoplePerRow(judged, person);
  const point = new Float64Array(3 * causes);
  const believed = Float64Array.from(point, (_, at) => (causes <= at && at < 2 * causes ? 1 : 0));
  point.set(believed);
  const precision = 1 / (priorDeviation * priorDeviation);
  descend(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const one of judged) loss += addLoss(head, one, exposure, at, gradient);
      loss *= weight;
      for (let index = 0; index < at.length; index++) gradient[index]! *= weight;
      for (let index = causes; index < at.length; index++) {
        const apart = at[index]! - believed[index]!;
        loss += (precision * apart * apart) / 2;
        gradient[index]! += precision * apart;
      }
      return loss;
    },
    point,
    { iterations: 60, tolerance: 1e-10 },
  );
  return stretchAt(point, causes);
}

/** The stretch at a point (intercepts, slopes, slopes · drifts). */
function stretchAt(point: Float64Array, causes: number): Stretch {
  const slopes = [...point.subarray(causes, 2 * causes)];
  return { slopes, drifts: slopes.map((slope, cause) => point[2 * causes + cause]! / slope) };
}

/** Outputs as they are stretched: a copy. */
export function stretched(outputs: Float32Array, { slopes, drifts }: Stretch): Float32Array {
  const width = 2 * slopes.length;
  return drifted(
    outputs.map((output, cell) => output * slopes[(cell % width) >> 1]!),
    drifts,
  );
}

/**
 * The baseline that makes the likelihood of all training rows greatest, given their outputs: as many events of
 * each cause are then expected in each interval as were seen. A network's own baseline, trained with dropout and
 * for a limited time, is a little off the level, and off in time.
 *
 * @param start where to begin
 * @param outputs of the rows, in their order
 * @returns intervals × causes
 */
export function fitBaseline(
  head: HazardHead,
  start: Float32Array,
  outputs: Float32Array,
  exposure: IntervalExposure,
): number[] {
  const rows = Int32Array.from({ length: outputs.length / outputsOf(head) }, (_, row) => row);
  const point = Float64Array.from(start);
  const slopes = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(point.length) };
  descend(
    (at, gradient) => {
      const loss = headLoss(head, Float32Array.from(at), outputs, exposure, rows, slopes);
      gradient.set(slopes.baseline);
      return loss;
    },
    point,
    { iterations: 40, tolerance: 1e-9 },
  );
  return [...Float32Array.from(point)];
}

/** How many people there are for each judged row. */
export function peoplePerRow(judged: readonly JudgedRows[], person: Int32Array): number {
  const people = new Set<number>();
  let rows = 0;
  for (const one of judged) {
    rows += one.rows.length;
    for (const row of one.rows) people.add(person[row]!);
  }
  return people.size / rows;
}

/** Adds the summed loss's gradient by (intercepts, slopes, slopes · drifts); returns the loss. */
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
  const stretch = stretchAt(at, causes);
  const slopes = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(counted) };
  const loss = headLoss(head, moved, stretched(outputs, stretch), exposure, rows, slopes);
  for (let cell = 0; cell < counted; cell++) gradient[cell % causes]! += rows.length * slopes.baseline[cell]!;
  for (let cell = 0; cell < outputs.length; cell++) {
    const [cause, slope] = [(cell % width) >> 1, rows.length * slopes.outputs[cell]!];
    gradient[causes + cause]! += slope * outputs[cell]!;
    if (cell % 2 === 1) gradient[2 * causes + cause]! += slope * outputs[cell - 1]!;
  }
  return loss * rows.length;
}
