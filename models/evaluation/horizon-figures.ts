import { isFollowedTo, type StatusAtHorizon, statusAtHorizon } from '../survival/censoring.ts';
import { type DistinctValues, distinctValues } from '../survival/distinct-values.ts';
import type { FollowUp } from '../survival/follow-up.ts';
import { statusInStrata } from '../survival/status-in-strata.ts';
import { accuracyIndex, brierScore, weightedIncidence } from './brier.ts';
import { dynamicAuc } from './discrimination.ts';
import {
  calibrationInTheLarge,
  logits,
  oddsAgainst,
  type Recalibration,
  recalibrate,
} from './recalibration.ts';
import { captureOfCases, listCut } from './top-of-list.ts';

/** Predictions at one horizon, sorted once for every figure and every resample. */
export interface PredictionsAtHorizon {
  readonly horizon: number;
  readonly followUp: FollowUp;
  readonly timeline: DistinctValues;
  readonly probability: Float64Array;
  readonly ranked: DistinctValues;
  readonly logit: Float64Array;
  /** (1 − p) / p of each probability. */
  readonly oddsAgainst: Float64Array;
  /** Weights for censoring are estimated in each stratum apart; absent: on all rows together. */
  readonly stratumOfRow?: Int32Array | undefined;
}

/** @throws RangeError when a probability is outside 0 … 1 or their number is not that of the rows */
export function predictionsAtHorizon(
  followUp: FollowUp,
  horizon: number,
  probability: Float64Array,
  stratumOfRow?: Int32Array,
): PredictionsAtHorizon {
  if (probability.length !== followUp.time.length) {
    throw new RangeError(`probability: expected ${followUp.time.length} rows, got ${probability.length}`);
  }
  for (const p of probability) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: expected 0 … 1, got ${p}`);
  }
  const [timeline, ranked] = [distinctValues(followUp.time), distinctValues(probability)];
  const logit = logits(probability);
  return {
    ...{ horizon, followUp, timeline, probability, ranked, logit, stratumOfRow },
    oddsAgainst: oddsAgainst(logit),
  };
}

/** Where recalibration begins: a resample's is near the whole sample's. */
export interface RecalibrationStart extends Recalibration {
  readonly inTheLarge: number;
}

/** Where a resample's recalibration begins: at the whole sample's, if it has one. */
export function startAt(
  names: readonly FigureName[],
  whole: readonly number[],
): RecalibrationStart | undefined {
  const figure = (name: FigureName) => whole[names.indexOf(name)] ?? Number.NaN;
  const start = {
    intercept: figure('calibrationIntercept'),
    slope: figure('calibrationSlope'),
    inTheLarge: figure('calibrationInTheLarge'),
  };
  return Number.isFinite(start.slope) ? start : undefined;
}

/** How often each row counts, and what holds of the rows then whatever was predicted. */
export interface CountedRows {
  /** Absent: each row counts once. */
  readonly rowWeight: Float64Array | undefined;
  /** Absent: of those who count nobody was followed to the horizon. */
  readonly status: StatusAtHorizon | undefined;
  readonly incidence: number;
}

/** Counts rows once for all predictions of them. */
export function countedRows(
  { followUp, horizon, timeline, stratumOfRow }: PredictionsAtHorizon,
  rowWeight?: Float64Array,
): CountedRows {
  const options = rowWeight ? { rowWeight, timeline } : { timeline };
  if (stratumOfRow) {
    const counted = statusInStrata(followUp, horizon, stratumOfRow, options);
    if (!counted) return { rowWeight, status: undefined, incidence: Number.NaN };
    return { ...counted, incidence: weightedIncidence(counted.status) };
  }
  if (!isFollowedTo(followUp, horizon, rowWeight))
    return { rowWeight, status: undefined, incidence: Number.NaN };
  const status = statusAtHorizon(followUp, horizon, options);
  return { rowWeight, status, incidence: weightedIncidence(status) };
}

/** What a figure is computed from. */
interface Sample extends PredictionsAtHorizon, CountedRows {
  readonly status: StatusAtHorizon;
  /** Computed when first asked for. */
  readonly brier: () => number;
  readonly recalibration: () => Recalibration;
  readonly start: RecalibrationStart | undefined;
}

const figureOf = {
  auc: ({ ranked, status }) => dynamicAuc(ranked, status),
  brier: ({ brier }) => brier(),
  indexOfPredictionAccuracy: ({ brier, incidence }) => accuracyIndex(brier(), incidence),
  observedExpectedRatio: ({ probability, incidence, rowWeight }) =>
    incidence / meanOf(probability, rowWeight),
  calibrationSlope: ({ recalibration }) => recalibration().slope,
  calibrationIntercept: ({ recalibration }) => recalibration().intercept,
  calibrationInTheLarge: (sample) =>
    calibrationInTheLarge(sample.oddsAgainst, sample.status, sample.start?.inTheLarge),
  topTenthCapture: ({ probability, ranked, status, rowWeight }) =>
    captureOfCases(probability, status, listCut(ranked, 0.1, rowWeight)),
} as const satisfies Record<string, (sample: Sample) => number>;

export type FigureName = keyof typeof figureOf;
export const figureNames = Object.keys(figureOf) as FigureName[];

/**
 * Figures of predictions at a horizon, with weights for censoring estimated on the very rows that count.
 *
 * @param names which figures
 * @param rowWeight how often each row counts; absent: once
 * @param start where recalibration begins
 * @returns one number per name; NaN where it cannot be estimated, all of them when nobody was followed so far
 */
export function horizonFigures(
  predictions: PredictionsAtHorizon,
  names: readonly FigureName[],
  rowWeight?: Float64Array,
  start?: RecalibrationStart,
): number[] {
  return figuresOfCounted(predictions, names, countedRows(predictions, rowWeight), start);
}

/** The same of rows that are counted already. */
export function figuresOfCounted(
  predictions: PredictionsAtHorizon,
  names: readonly FigureName[],
  counted: CountedRows,
  start?: RecalibrationStart,
): number[] {
  const { status } = counted;
  if (!status) return names.map(() => Number.NaN);
  let brier: number | undefined;
  let fitted: Recalibration | undefined;
  const sample = {
    ...predictions,
    ...counted,
    status,
    start,
    brier: () => (brier ??= brierScore(predictions.probability, status)),
    recalibration: () => (fitted ??= recalibrate(predictions.logit, status, start)),
  };
  return names.map((name) => figureOf[name](sample));
}

/** Mean of a column with rows counted as often as they weigh. */
function meanOf(column: Float64Array, rowWeight?: Float64Array): number {
  let [sum, rows] = [0, 0];
  for (let row = 0; row < column.length; row++) {
    const own = rowWeight ? rowWeight[row]! : 1;
    sum += own * column[row]!;
    rows += own;
  }
  return sum / rows;
}
