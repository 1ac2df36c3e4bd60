import { distinctValues } from '../survival/distinct-values.ts';
import { pickFollowUp } from '../survival/follow-up.ts';
import { calibrationGroups, observedIncidence } from './calibration-curve.ts';
import type { CountedRows, PredictionsAtHorizon } from './horizon-figures.ts';
import { decisionCurve } from './net-benefit.ts';
import { estimateFrom } from './person-bootstrap.ts';

/** 95 % limits; null where they cannot be estimated. */
export interface Limits {
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/** Heights of both curves. */
export interface CurveHeights {
  /** Observed incidence at each point of the calibration curve. */
  readonly calibration: readonly number[];
  /** Net benefit at each threshold. */
  readonly decision: readonly number[];
}

/**
 * How both curves lie where rows count otherwise. The calibration curve's points keep the rows that they have in the
 * whole sample.
 *
 * @param thresholds of the decision curve
 */
export function curvesOf(
  { followUp, horizon, probability, ranked }: PredictionsAtHorizon,
  thresholds: readonly number[],
): (counted: CountedRows) => CurveHeights {
  const points = calibrationGroups(ranked).map((rows) => {
    const own = pickFollowUp(followUp, rows);
    return { rows, followUp: own, timeline: distinctValues(own.time), weight: new Float64Array(rows.length) };
  });
  return ({ rowWeight, status }) => ({
    calibration: points.map(({ rows, followUp, timeline, weight }) => {
      for (let at = 0; at < weight.length; at++) weight[at] = rowWeight ? rowWeight[rows[at]!]! : 1;
      return observedIncidence(followUp, horizon, weight, timeline).observed;
    }),
    decision: status
      ? decisionCurve(probability, status, thresholds).map(({ byPrediction }) => byPrediction)
      : thresholds.map(() => Number.NaN),
  });
}

/** Percentile limits of one curve's heights from those of its resamples. */
export function curveLimits(curve: keyof CurveHeights, resampled: readonly CurveHeights[]): Limits[] {
  return (resampled[0]?.[curve] ?? []).map((_, at) => {
    const heights = resampled.map((curves) => curves[curve][at]!);
    const { lower95, upper95 } = estimateFrom(Number.NaN, heights);
    return { lower95, upper95 };
  });
}
