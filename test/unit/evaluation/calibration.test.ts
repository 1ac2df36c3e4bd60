import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { calibrationCurve } from '../../../models/evaluation/calibration-curve.ts';
import {
  calibrationInTheLarge,
  logits,
  oddsAgainst,
  recalibrate,
} from '../../../models/evaluation/recalibration.ts';
import { statusAtHorizon } from '../../../models/survival/censoring.ts';
import { distinctValues } from '../../../models/survival/distinct-values.ts';
import { simulatedRows } from './predicted-rows.ts';

const random = xoroshiro128plus(11);
const { followUp, probability } = simulatedRows(20_000, () => 1 - uniformFloat64(random));
const status = statusAtHorizon(followUp, 12);
const logit = logits(probability);

describe('recalibration', () => {
  it('finds slope 1 and intercept 0 for the true probabilities', () => {
    const { slope, intercept } = recalibrate(logit, status);
    expect(Math.abs(slope - 1)).toBeLessThan(0.1);
    expect(Math.abs(intercept)).toBeLessThan(0.2);
    expect(Math.abs(calibrationInTheLarge(oddsAgainst(logit), status))).toBeLessThan(0.06);
  });

  it('undoes a linear distortion of the logits exactly', () => {
    const plain = recalibrate(logit, status);
    const distorted = recalibrate(
      logit.map((x) => 2 * x - 0.7),
      status,
    );
    expect(distorted.slope).toBeCloseTo(plain.slope / 2, 8);
    expect(distorted.intercept).toBeCloseTo(plain.intercept + 0.35 * plain.slope, 8);
  });

  it('solves its score equations: weighted residuals sum to 0, also times the logit', () => {
    const { slope, intercept } = recalibrate(logit, status);
    let [residuals, moment] = [0, 0];
    for (const [row, x] of logit.entries()) {
      const residual =
        status.weight[row]! * (status.isCase[row]! - 1 / (1 + Math.exp(-intercept - slope * x)));
      residuals += residual;
      moment += residual * x;
    }
    expect(residuals).toBeCloseTo(0, 5);
    expect(moment).toBeCloseTo(0, 5);
  });

  it('is not identifiable from equal predictions, without cases, or under separation', () => {
    const cases = Uint8Array.of(1, 1, 0, 0);
    const weight = Float64Array.of(1, 1, 1, 1);
    expect(
      recalibrate(logits(Float64Array.of(0.2, 0.2, 0.2, 0.2)), { isCase: cases, weight }).slope,
    ).toBeNaN();
    expect(
      recalibrate(logits(Float64Array.of(0.9, 0.8, 0.1, 0.2)), { isCase: cases, weight }).slope,
    ).toBeNaN();
    const none = { isCase: new Uint8Array(4), weight };
    expect(calibrationInTheLarge(oddsAgainst(logits(Float64Array.of(0.9, 0.8, 0.1, 0.2))), none)).toBeNaN();
  });
});

describe('calibration curve', () => {
  const points = calibrationCurve(followUp, 12, probability, distinctValues(probability));

  it('has ten points of about equal size, rising, that hold every row', () => {
    expect(points).toHaveLength(10);
    expect(points.reduce((sum, point) => sum + point.rows, 0)).toBe(20_000);
    for (const [at, point] of points.entries()) {
      expect(point.rows).toBeCloseTo(2000, -1);
      if (at > 0) expect(point.meanProbability).toBeGreaterThan(points[at - 1]!.meanProbability);
    }
  });

  it('covers the true probability in most tenths', () => {
    const covered = points.filter((p) => p.lower95! <= p.meanProbability && p.meanProbability <= p.upper95!);
    expect(covered.length).toBeGreaterThanOrEqual(8);
  });

  it('has fewer points where predictions are tied, and no limits where nobody is a case', () => {
    const few = { time: Float64Array.of(1, 20, 20, 20), event: Uint8Array.of(1, 0, 0, 0) };
    const tied = Float64Array.of(0.4, 0.4, 0.1, 0.1);
    expect(calibrationCurve(few, 12, tied, distinctValues(tied))).toEqual([
      { rows: 2, meanProbability: 0.1, observed: 0, lower95: null, upper95: null },
      {
        rows: 2,
        meanProbability: 0.4,
        observed: 0.5,
        lower95: expect.any(Number),
        upper95: expect.any(Number),
      },
    ]);
  });
});
