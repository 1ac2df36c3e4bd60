import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brierScore,
  indexOfPredictionAccuracy,
  nullBrierScore,
  weightedIncidence,
} from '../../../models/evaluation/brier.ts';
import { dynamicAuc } from '../../../models/evaluation/discrimination.ts';
import { decisionCurve } from '../../../models/evaluation/net-benefit.ts';
import { captureOfCases, listCut, shareOnList } from '../../../models/evaluation/top-of-list.ts';
import { aalenJohansen } from '../../../models/survival/aalen-johansen.ts';
import { statusAtHorizon } from '../../../models/survival/censoring.ts';
import { distinctValues } from '../../../models/survival/distinct-values.ts';
import { eventTable } from '../../../models/survival/event-table.ts';
import { valueAt } from '../../../models/survival/step-curve.ts';
import { horizon, type PredictedRows, predictedRows } from './predicted-rows.ts';

const statusOf = ({ followUp }: PredictedRows) => statusAtHorizon(followUp, horizon);
const aucOf = (rows: PredictedRows) => dynamicAuc(distinctValues(rows.probability), statusOf(rows));

/** Second way: all pairs. */
function naiveAuc(rows: PredictedRows): number {
  const { isCase, weight } = statusOf(rows);
  let [won, all] = [0, 0];
  for (let i = 0; i < weight.length; i++) {
    for (let j = 0; j < weight.length; j++) {
      if (isCase[i] !== 1 || isCase[j] === 1) continue;
      const [a, b] = [rows.probability[i]!, rows.probability[j]!];
      won += weight[i]! * weight[j]! * (a > b ? 1 : a === b ? 0.5 : 0);
      all += weight[i]! * weight[j]!;
    }
  }
  return won / all;
}

describe('cumulative/dynamic AUC', () => {
  it('agrees with counting all pairs', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        expect(aucOf(rows)).toBeCloseTo(naiveAuc(rows), 9);
      }),
    );
  });

  it('does not change under a rising transform, and mirrors under a falling one', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const auc = aucOf(rows);
        expect(aucOf({ ...rows, probability: rows.probability.map((p) => p ** 3 / 2) })).toBeCloseTo(auc, 12);
        expect(aucOf({ ...rows, probability: rows.probability.map((p) => 1 - p) })).toBeCloseTo(1 - auc, 12);
      }),
    );
  });

  it('is one half when everyone is given the same', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        expect(aucOf({ ...rows, probability: rows.probability.fill(0.3) })).toBeCloseTo(0.5, 12);
      }),
    );
  });
});

describe('Brier score', () => {
  it('of a constant c is (1 − c)² F + c² (1 − F), F the Aalen–Johansen incidence', () => {
    fc.assert(
      fc.property(predictedRows(), fc.double({ min: 0, max: 1, noNaN: true }), (rows, c) => {
        const incidence = valueAt(aalenJohansen(eventTable(rows.followUp)).incidence[0]!, horizon);
        const found = brierScore(rows.probability.fill(c), statusOf(rows));
        expect(found).toBeCloseTo((1 - c) ** 2 * incidence + c * c * (1 - incidence), 9);
      }),
    );
  });

  it('of the incidence itself is the reference, with index 0', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const status = statusOf(rows);
        const same = rows.probability.fill(weightedIncidence(status));
        expect(brierScore(same, status)).toBeCloseTo(nullBrierScore(status), 9);
        if (nullBrierScore(status) > 1e-6) expect(indexOfPredictionAccuracy(same, status)).toBeCloseTo(0, 6);
      }),
    );
  });

  it('of the truth is 0, with index 1', () => {
    const status = { isCase: Uint8Array.of(1, 0, 1), weight: Float64Array.of(1, 2, 1.5) };
    expect(brierScore(Float64Array.of(1, 0, 1), status)).toBe(0);
    expect(indexOfPredictionAccuracy(Float64Array.of(1, 0, 1), status)).toBe(1);
  });
});

describe('the top of the list', () => {
  it('holds exactly its share of the rows, ties in part', () => {
    fc.assert(
      fc.property(
        predictedRows(),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        ({ probability }, share) => {
          const cut = listCut(distinctValues(probability), share);
          const onList = probability.reduce((sum, p) => sum + shareOnList(p, cut), 0);
          expect(onList).toBeCloseTo(share * probability.length, 9);
        },
      ),
    );
  });

  it('holds everyone above the cut and nobody below', () => {
    const cut = listCut(distinctValues(Float64Array.of(0.1, 0.9, 0.5, 0.5, 0.2)), 0.4);
    expect([0.9, 0.5, 0.2].map((p) => shareOnList(p, cut))).toEqual([1, 0.5, 0]);
  });

  it('catches its own share of cases when everyone is given the same', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const same = rows.probability.fill(0.2);
        expect(captureOfCases(same, statusOf(rows), listCut(distinctValues(same), 0.1))).toBeCloseTo(0.1, 9);
      }),
    );
  });
});

describe('decision curve', () => {
  it('contacts everybody at a threshold below all predictions', () => {
    fc.assert(
      fc.property(predictedRows(), (rows) => {
        const [point] = decisionCurve(rows.probability, statusOf(rows), [0.01]);
        expect(point!.byPrediction).toBeCloseTo(point!.everybody, 9);
        expect(point!.contactedShare).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is the incidence for perfect predictions at any threshold', () => {
    const status = { isCase: Uint8Array.of(1, 0, 0, 0), weight: Float64Array.of(1, 1, 1, 1) };
    const points = decisionCurve(Float64Array.of(1, 0, 0, 0), status, [0.1, 0.5, 0.9]);
    expect(points.map((point) => point.byPrediction)).toEqual([0.25, 0.25, 0.25]);
  });

  it('refuses thresholds of 0 and 1', () => {
    const status = { isCase: Uint8Array.of(1), weight: Float64Array.of(1) };
    expect(() => decisionCurve(Float64Array.of(0.5), status, [1])).toThrow(RangeError);
  });
});
