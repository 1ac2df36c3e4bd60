import { type JudgedRows, peoplePerRow } from './calibrate-hazards.ts';
import type { KindStretch } from './calibration-kinds.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import type { IntervalExposure } from './interval-exposure.ts';
import { descend } from './lbfgs.ts';

/** Standard deviations of what is believed of a kind before looking: of slopes around 1, of offsets around 0. */
const believed = { slope: 0.15, level: 0.2, trend: 0.12 };

export interface JudgedKinds {
  /** Up to the last interval that counts. */
  readonly head: HazardHead;
  /** Outputs as the stretch of all has put them right. */
  readonly judged: readonly JudgedRows[];
  readonly exposure: IntervalExposure;
  /** Of every row in `exposure`: 0 … kinds − 1. */
  readonly kindOfRow: Uint8Array;
  readonly kinds: number;
  /** Row to person: rows of one person together count as one. */
  readonly person: Int32Array;
}

/**
 * How far the outputs of each kind of people must be stretched, for people not learnt from: what is true of all
 * together need not be true of those without services, of whom most never have the outcome, nor of those in home
 * care. Each kind's likelihood is made greatest, held by normal priors towards changing nothing, so that a kind with
 * few outcomes changes little. Offsets are fitted beside and thrown away: `fitKindLevels` learns them from all.
 *
 * @returns of each kind its slopes, and no offsets
 * @source Steyerberg 2019, Clinical Prediction Models, 15.3 (shrunken recalibration)
 */
export function stretchesOfKinds(rows: JudgedKinds): KindStretch[] {
  const { head, judged, exposure, kindOfRow, kinds, person } = rows;
  const weight = peoplePerRow(judged, person);
  const nothing = new Array<number>(head.causes).fill(0);
  return Array.from({ length: kinds }, (_, kind) => {
    const own = judged.map((one) => ofKind(one, kindOfRow, kind, outputsOf(head)));
    return { slopes: slopesOf(head, own, exposure, weight), levels: nothing, trends: nothing };
  });
}

function ofKind(
  { baseline, outputs, rows }: JudgedRows,
  kindOfRow: Uint8Array,
  kind: number,
  width: number,
): JudgedRows {
  const places = Int32Array.from(rows.keys()).filter((at) => kindOfRow[rows[at]!] === kind);
  const own = new Float32Array(places.length * width);
  places.forEach((place, at) => {
    own.set(outputs.subarray(place * width, (place + 1) * width), at * width);
  });
  return { baseline, outputs: own, rows: places.map((place) => rows[place]!) };
}

function slopesOf(
  head: HazardHead,
  judged: readonly JudgedRows[],
  exposure: IntervalExposure,
  weight: number,
): number[] {
  const { causes } = head;
  const point = new Float64Array(3 * causes);
  point.fill(1, 2 * causes);
  descend(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const one of judged) loss += addLoss(head, one, exposure, at, gradient);
      loss *= weight;
      for (let index = 0; index < at.length; index++) gradient[index]! *= weight;
      for (let index = 0; index < at.length; index++) loss += addBelief(at, gradient, index, causes);
      return loss;
    },
    point,
    { iterations: 60, tolerance: 1e-10 },
  );
  return [...point.subarray(2 * causes)];
}

/** What is lost by leaving what is believed of one of (levels, trends, slopes); adds its gradient. */
function addBelief(at: Float64Array, gradient: Float64Array, index: number, causes: number): number {
  const what = (['level', 'trend', 'slope'] as const)[Math.floor(index / causes)]!;
  const apart = (at[index]! - (what === 'slope' ? 1 : 0)) / believed[what];
  gradient[index]! += apart / believed[what];
  return (apart * apart) / 2;
}

/** Adds the summed loss's gradient by (levels, trends, slopes); returns the loss. */
function addLoss(
  head: HazardHead,
  { baseline, outputs, rows }: JudgedRows,
  exposure: IntervalExposure,
  at: Float64Array,
  gradient: Float64Array,
): number {
  if (rows.length === 0) return 0;
  const { causes } = head;
  const width = outputsOf(head);
  const counted = head.ends.length * causes;
  const moved = outputs.map((output, cell) => {
    const cause = (cell % width) >> 1;
    return at[(cell % 2) * causes + cause]! + at[2 * causes + cause]! * output;
  });
  const slopes = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(counted) };
  const loss = headLoss(head, baseline.subarray(0, counted), moved, exposure, rows, slopes);
  for (let cell = 0; cell < outputs.length; cell++) {
    const [cause, slope] = [(cell % width) >> 1, rows.length * slopes.outputs[cell]!];
    gradient[(cell % 2) * causes + cause]! += slope;
    gradient[2 * causes + cause]! += slope * outputs[cell]!;
  }
  return loss * rows.length;
}

/** Rows to whose level a model is brought, with their outputs as they are stretched. */
export interface LevelledRows {
  readonly head: HazardHead;
  /** Where to begin: intervals × causes. */
  readonly baseline: Float32Array;
  /** rows × outputs, in the order of `exposure` */
  readonly outputs: Float32Array;
  readonly exposure: IntervalExposure;
  readonly kindOfRow: Uint8Array;
  readonly stretches: readonly KindStretch[];
  /** As many as there are among the rows. */
  readonly people: number;
}

/**
 * The baseline, and the offsets of each kind, that make the likelihood of all training rows greatest, offsets held
 * towards 0: as many events are then expected of each kind as were seen, sooner and later. What a share of the people
 * would teach of the level, a few hundred outcomes at most, all of them teach better.
 *
 * @returns intervals × causes, and the stretches with their offsets
 */
export function fitKindLevels(rows: LevelledRows): { baseline: number[]; stretches: KindStretch[] } {
  const { head, baseline, outputs, exposure, kindOfRow, stretches, people } = rows;
  const width = outputsOf(head);
  const every = Int32Array.from(kindOfRow.keys());
  const cells = baseline.length;
  const point = new Float64Array(cells + stretches.length * width);
  point.set(baseline);
  const slopes = { outputs: new Float32Array(outputs.length), baseline: new Float64Array(cells) };
  const moved = new Float32Array(outputs.length);
  const offsetAt = (output: number) =>
    cells + kindOfRow[Math.floor(output / width)]! * width + (output % width);
  descend(
    (at, gradient) => {
      for (let output = 0; output < moved.length; output++)
        moved[output] = outputs[output]! + at[offsetAt(output)]!;
      const levelled = Float32Array.from(at.subarray(0, cells));
      const loss = headLoss(head, levelled, moved, exposure, every, slopes);
      gradient.fill(0);
      gradient.set(slopes.baseline);
      for (let output = 0; output < moved.length; output++)
        gradient[offsetAt(output)]! += slopes.outputs[output]!;
      return loss + addOffsetBelief(at.subarray(cells), gradient.subarray(cells), people);
    },
    point,
    { iterations: 80, tolerance: 1e-9 },
  );
  const offsetsOf = (kind: number, what: 0 | 1) =>
    Array.from({ length: head.causes }, (_, cause) => point[cells + kind * width + 2 * cause + what]!);
  return {
    baseline: [...Float32Array.from(point.subarray(0, cells))],
    stretches: stretches.map(({ slopes: own }, kind) => ({
      slopes: own,
      levels: offsetsOf(kind, 0),
      trends: offsetsOf(kind, 1),
    })),
  };
}

/** What is lost by offsets that leave 0, for each of the people; adds its gradient. Levels and trends take turns. */
function addOffsetBelief(offsets: Float64Array, gradient: Float64Array, people: number): number {
  let loss = 0;
  offsets.forEach((offset, at) => {
    const deviation = at % 2 === 0 ? believed.level : believed.trend;
    loss += (offset * offset) / (2 * deviation * deviation * people);
    gradient[at]! += offset / (deviation * deviation * people);
  });
  return loss;
}
