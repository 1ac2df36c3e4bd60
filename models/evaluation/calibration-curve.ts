import { aalenJohansen } from '../survival/aalen-johansen.ts';
import { z95 } from '../survival/confidence.ts';
import { type DistinctValues, sumPerValue } from '../survival/distinct-values.ts';
import { eventTable } from '../survival/event-table.ts';
import { type FollowUp, pickFollowUp } from '../survival/follow-up.ts';
import { valueAt } from '../survival/step-curve.ts';

/** One point of the curve: rows of similar prediction. */
export interface CalibrationPoint {
  readonly rows: number;
  readonly meanProbability: number;
  /** Aalen–Johansen incidence of these rows at the horizon. */
  readonly observed: number;
  /**
   * 95 % limits: of `calibrationCurve` on the log(−log) scale, rows taken as independent; of an evaluation, from
   * resamples of people. Null where nobody or everybody is a case.
   */
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/**
 * Calibration curve: rows in groups of equal size by prediction (equal predictions stay together), the mean
 * prediction of each against its Aalen–Johansen incidence at the horizon.
 *
 * @param probability of the outcome by the horizon, length n
 * @param ranked the distinct predictions
 * @param groups at most this many points; fewer where predictions are tied
 */
export function calibrationCurve(
  followUp: FollowUp,
  horizon: number,
  probability: Float64Array,
  ranked: DistinctValues,
  groups = 10,
): CalibrationPoint[] {
  return calibrationGroups(ranked, groups).map((rows) =>
    calibrationPoint(pickFollowUp(followUp, rows), horizon, rows, probability),
  );
}

/** Rows of each point of the curve, in the order of their predictions; none is empty. */
export function calibrationGroups(ranked: DistinctValues, groups = 10): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  const groupAt = groupOfValue(ranked, groups);
  ranked.positionOfRow.forEach((position, row) => {
    members[groupAt[position]!]!.push(row);
  });
  return members.filter((rows) => rows.length > 0);
}

/** Group of each distinct value: the tenth in which the middle of its rows falls. */
function groupOfValue(ranked: DistinctValues, groups: number): Int32Array {
  const total = ranked.positionOfRow.length;
  let before = 0;
  return Int32Array.from(sumPerValue(ranked), (rows) => {
    const middle = before + rows / 2;
    before += rows;
    return Math.min(groups - 1, Math.floor((groups * middle) / total));
  });
}

function calibrationPoint(
  followUp: FollowUp,
  horizon: number,
  rows: readonly number[],
  probability: Float64Array,
): CalibrationPoint {
  const { observed, standardError } = observedIncidence(followUp, horizon);
  return {
    rows: rows.length,
    meanProbability: rows.reduce((sum, row) => sum + probability[row]!, 0) / rows.length,
    observed,
    ...logLogLimits(observed, standardError),
  };
}

/**
 * Aalen–Johansen incidence of the outcome at a horizon, with its standard error.
 *
 * @param timeline the distinct times, when they are known already
 */
export function observedIncidence(
  followUp: FollowUp,
  horizon: number,
  rowWeight?: Float64Array,
  timeline?: DistinctValues,
) {
  const curve = aalenJohansen(eventTable(followUp, rowWeight, timeline)).incidence[0]!;
  const errors = { ...curve, start: 0, values: curve.standardErrors };
  return { observed: valueAt(curve, horizon), standardError: valueAt(errors, horizon) };
}

/** F^exp(±1.96 se / (F ln F)), which stays within 0 … 1. */
function logLogLimits(observed: number, standardError: number) {
  if (!(observed > 1e-12 && observed < 1 - 1e-12)) return { lower95: null, upper95: null };
  const spread = (z95 * standardError) / Math.abs(observed * Math.log(observed));
  const raisedTo = (power: number) => Math.exp(power * Math.log(observed));
  return { lower95: raisedTo(Math.exp(spread)), upper95: raisedTo(Math.exp(-spread)) };
}
