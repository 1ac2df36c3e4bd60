import { type JudgedRows, peoplePerRow } from './calibrate-hazards.ts';
import type { KindStretch } from './calibration-kinds.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import type { IntervalExposure } from './interval-exposure.ts';
import { descend } from './lbfgs.ts';

/**
 * Standard deviations of what is believed before looking. Of slopes: around 1 their mean over kinds, around 0 how much
 * they change with each unit by which a kind's hazards are above all's, around the line so drawn a kind's own. Of
 * offsets: around 0.
 */
const believed = { mean: 0.2, steepness: 0.3, slope: 0.05, level: 0.3, trend: 0.12 };

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
 * care. Likelihood is made greatest, held by normal priors: a kind's slope towards a line over kinds, from those least
 * to those most at risk, and that line towards 1 everywhere. A kind with few outcomes so leans on what all show.
 * Offsets are fitted beside and thrown away: `fitKindLevels` learns them from all.
 *
 * @returns of each kind its slopes, and no offsets
 * @source Steyerberg 2019, Clinical Prediction Models, 15.3 (shrunken recalibration); Gelman & Hill 2007, Data Analysis
 *   Using Regression and Multilevel/Hierarchical Models, 13 (slopes with a group-level predictor)
 */
export function stretchesOfKinds(rows: JudgedKinds): KindStretch[] {
  const { head, judged, exposure, kindOfRow, kinds, person } = rows;
  const { causes } = head;
  const width = outputsOf(head);
  const weight = peoplePerRow(judged, person);
  const ofKinds = Array.from({ length: kinds }, (_, kind) =>
    judged.map((one) => ofKind(one, kindOfRow, kind, width)),
  );
  const above = levelsAbove(judged, ofKinds, causes);
  const point = new Float64Array(placeOf(kinds, causes));
  point.fill(1, 0, causes);
  for (let kind = 0; kind < kinds; kind++) ofPoint(point, kind, causes).fill(1, 2 * causes);
  descend(
    (at, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let kind = 0; kind < kinds; kind++) {
        const [own, slopes] = [ofPoint(at, kind, causes), ofPoint(gradient, kind, causes)];
        for (const one of ofKinds[kind]!) loss += addLoss(head, one, exposure, own, slopes);
      }
      loss *= weight;
      for (let index = 0; index < at.length; index++) gradient[index]! *= weight;
      return loss + addBeliefs(at, gradient, above, causes);
    },
    point,
    { iterations: 100, tolerance: 1e-10 },
  );
  const nothing = new Array<number>(causes).fill(0);
  return Array.from({ length: kinds }, (_, kind) => ({
    slopes: [...ofPoint(point, kind, causes).subarray(2 * causes)],
    levels: nothing,
    trends: nothing,
  }));
}

/** Where a kind’s numbers begin in a point: after the line’s mean and steepness; its levels, trends and slopes. */
const placeOf = (kind: number, causes: number) => (2 + 3 * kind) * causes;
const ofPoint = (point: Float64Array, kind: number, causes: number) =>
  point.subarray(placeOf(kind, causes), placeOf(kind + 1, causes));

/** By kind and cause, how far the mean level of its judged rows is above that of all. */
function levelsAbove(
  judged: readonly JudgedRows[],
  ofKinds: readonly (readonly JudgedRows[])[],
  causes: number,
): number[][] {
  const all = meanLevels(judged, causes);
  return ofKinds.map((own) =>
    meanLevels(own, causes).map((level, cause) => (Number.isNaN(level) ? 0 : level - all[cause]!)),
  );
}

function meanLevels(judged: readonly JudgedRows[], causes: number): number[] {
  const width = 2 * causes;
  return Array.from({ length: causes }, (_, cause) => {
    let [sum, count] = [0, 0];
    for (const { outputs } of judged)
      for (let at = 2 * cause; at < outputs.length; at += width, count++) sum += outputs[at]!;
    return sum / count;
  });
}

/** What is lost by leaving what is believed; adds its gradient. */
function addBeliefs(
  at: Float64Array,
  gradient: Float64Array,
  above: readonly (readonly number[])[],
  causes: number,
): number {
  let loss = 0;
  const add = (apart: number, deviation: number, ...slopes: (readonly [number, number])[]) => {
    const precision = 1 / (deviation * deviation);
    loss += (precision * apart * apart) / 2;
    for (const [index, by] of slopes) gradient[index]! += by * precision * apart;
  };
  for (let cause = 0; cause < causes; cause++) {
    const [mean, steepness] = [cause, causes + cause];
    add(at[mean]! - 1, believed.mean, [mean, 1]);
    add(at[steepness]!, believed.steepness, [steepness, 1]);
    above.forEach((own, kind) => {
      const from = placeOf(kind, causes) + cause;
      const slope = from + 2 * causes;
      add(at[from]!, believed.level, [from, 1]);
      add(at[from + causes]!, believed.trend, [from + causes, 1]);
      const expected = at[mean]! + at[steepness]! * own[cause]!;
      add(at[slope]! - expected, believed.slope, [slope, 1], [mean, -1], [steepness, -own[cause]!]);
    });
  }
  return loss;
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
