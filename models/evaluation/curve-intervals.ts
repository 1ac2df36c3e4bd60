import { isFollowedTo, statusAtHorizon } from '../survival/censoring.ts';
import { distinctValues } from '../survival/distinct-values.ts';
import { pickFollowUp } from '../survival/follow-up.ts';
import { calibrationGroups, observedIncidence } from './calibration-curve.ts';
import type { PredictionsAtHorizon } from './horizon-figures.ts';
import { decisionCurve } from './net-benefit.ts';
import { bootstrapByPerson, estimateFrom, type People } from './person-bootstrap.ts';

/** 95 % limits; null where they cannot be estimated. */
export interface Limits {
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/**
 * Percentile limits, from resamples of people, of the observed incidence at each point of the calibration curve
 * and of the net benefit at each threshold. The points' rows stay those of the whole sample.
 *
 * @param thresholds of the decision curve
 */
export function curveIntervals(
  predictions: PredictionsAtHorizon,
  people: People,
  thresholds: readonly number[],
  options: { readonly replicates: number; readonly seed: number },
): { readonly calibration: readonly Limits[]; readonly decision: readonly Limits[] } {
  const { followUp, horizon, probability, ranked, timeline } = predictions;
  const points = calibrationGroups(ranked).map((rows) => {
    const own = pickFollowUp(followUp, rows);
    return { rows, followUp: own, timeline: distinctValues(own.time) };
  });
  const resampled = bootstrapByPerson(people, options, (rowWeight) => {
    const isFollowed = isFollowedTo(followUp, horizon, rowWeight);
    const status = isFollowed ? statusAtHorizon(followUp, horizon, { rowWeight, timeline }) : undefined;
    const observed = points.map((point) => {
      const own = Float64Array.from(point.rows, (row) => rowWeight[row]!);
      return observedIncidence(point.followUp, horizon, own, point.timeline).observed;
    });
    const benefits = status
      ? decisionCurve(probability, status, thresholds).map(({ byPrediction }) => byPrediction)
      : thresholds.map(() => Number.NaN);
    return [...observed, ...benefits];
  });
  const limitsAt = (at: number): Limits => {
    const { lower95, upper95 } = estimateFrom(
      Number.NaN,
      resampled.map((figures) => figures[at]!),
    );
    return { lower95, upper95 };
  };
  return {
    calibration: points.map((_, at) => limitsAt(at)),
    decision: thresholds.map((_, at) => limitsAt(points.length + at)),
  };
}
