import { type JudgedRows, peoplePerRow } from './calibrate-hazards.ts';
import type { KindStretch } from './calibration-kinds.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import type { IntervalExposure } from './interval-exposure.ts';
import { descend } from './lbfgs.ts';

/** Standard deviations of what is believed of a kind before looking: of slopes around 1, of offsets around 0. */
const believed = { slope: 0.15, level: 0.3, trend: 0.2 };

/** What becomes of the hazards of a kind of which nothing is known. */
const asTheyAre = (causes: number): KindStretch => ({
  slopes: new Array<number>(causes).fill(1),
  levels: new Array<number>(causes).fill(0),
  trends: new Array<number>(causes).fill(0),
});

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
 * How the outputs of each kind of people must be put right, for people not learnt from: what is true of all together
 * need not be true of those without services, of whom most never have the outcome, nor of those in home care. Each
 * kind's likelihood is made greatest, held by normal priors towards changing nothing, so that a kind with few
 * outcomes changes little.
 *
 * @source Steyerberg 2019, Clinical Prediction Models, 15.3 (shrunken recalibration)
 */
export function kindStretches({
  head,
  judged,
  exposure,
  kindOfRow,
  kinds,
  person,
}: JudgedKinds): KindStretch[] {
  const weight = peoplePerRow(judged, person);
  return Array.from({ length: kinds }, (_, kind) => {
    const own = judged.map((one) => ofKind(one, kindOfRow, kind, outputsOf(head)));
    if (own.every(({ rows }) => rows.length === 0)) return asTheyAre(head.causes);
    return stretchOf(head, own, exposure, weight);
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

function stretchOf(
  head: HazardHead,
  judged: readonly JudgedRows[],
  exposure: IntervalExposure,
  weight: number,
): KindStretch {
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
      return loss + addBelief(at, gradient, causes);
    },
    point,
    { iterations: 60, tolerance: 1e-10 },
  );
  const [levels, trends, slopes] = [0, 1, 2].map((what) => [
    ...point.subarray(what * causes, (what + 1) * causes),
  ]) as [number[], number[], number[]];
  return { slopes, levels, trends };
}

/** Adds the summed loss's gradient by (levels, trends, slopes); returns the loss. */
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
  return rows.length === 0 ? 0 : loss * rows.length;
}

/** What is lost by leaving what is believed of (levels, trends, slopes); adds its gradient. */
function addBelief(at: Float64Array, gradient: Float64Array, causes: number): number {
  let loss = 0;
  [believed.level, believed.trend, believed.slope].forEach((deviation, what) => {
    for (let index = what * causes; index < (what + 1) * causes; index++) {
      const apart = (at[index]! - (what === 2 ? 1 : 0)) / deviation;
      loss += (apart * apart) / 2;
      gradient[index]! += apart / deviation;
    }
  });
  return loss;
}
