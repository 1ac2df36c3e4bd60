import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { describe, expect, it } from 'vitest';
import { serviceStatusRules } from '../../../data-contracts/catalogues/index.ts';
import { statusOfEachRow } from '../../../functions/core/client-months/service-status.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { calibrationKinds } from '../../../functions/core/risk/calibration-kinds.ts';
import type { LandmarkRows } from '../../../functions/core/risk/landmark-rows.ts';
import { kindCount, kindOfEachRow } from '../../../models/risk/calibration-kinds.ts';
import { drawsFor } from '../../../models/risk/random-draws.ts';
import { judgeByStatus } from '../../evaluate/by-status.ts';

const people = 6000;
const { predictors: names } = requireProgramme('older-people');
const draws = drawsFor(2, 2);

/** Every third in home care, every third with day activities alone, the others without anything. */
const filled: Readonly<Record<string, (row: number) => number>> = {
  age_years: (row) => 65 + (row % 20),
  has_home_care_decision: (row) => (row % 3 === 0 ? 1 : 0),
  has_day_activities: (row) => (row % 3 === 1 ? 1 : 0),
};
const columns = names.map((name) =>
  Float64Array.from({ length: people }, (_, row) => filled[name]?.(row) ?? 0),
);
const truth = Float64Array.from({ length: people }, () => 0.02 + 0.4 * uniformFloat64(draws) ** 3);
const every = Array.from({ length: people }, (_, row) => row);
const rows = {
  clients: every.map(String),
  person: Int32Array.from(every),
  landmark: new Int32Array(people),
  predictors: { names, rows: people, columns },
  followUp: {
    time: new Float64Array(people).fill(12),
    event: Uint8Array.from(truth, (risk) => (uniformFloat64(draws) < risk ? 1 : 0)),
  },
  audit: { sex: [], municipality: [], service_language: [], study_group: [] },
  serviceStatus: statusOfEachRow(serviceStatusRules, {
    rows: people,
    numbers: Object.fromEntries(names.map((name, at) => [name, columns[at]!])),
  }),
} satisfies LandmarkRows;

const judged = (predicted: Float64Array) =>
  judgeByStatus({ rows, predicted: [predicted], truth: [truth], ceiling: [truth] }, [12], 1, 40);

describe('judged by service status', () => {
  it('is everybody, each status that somebody has, and those without regular service by age', () => {
    expect(judged(truth).map(({ name, people: count }) => [name, count])).toEqual([
      ['everybody', 6000],
      ['none', 2000],
      ['regular-home-care', 2000],
      ['other', 2000],
      ['no regular service', 2000],
      ['– under 75', 1000],
      ['– 75 or older', 1000],
    ]);
  });

  it('is the true risk perfect by itself, and within the interval of what happened', () => {
    for (const { horizons } of judged(truth)) {
      const { byTruth, ceilingAuc, happened } = horizons[0]!;
      expect(byTruth).toMatchObject({ auc: ceilingAuc, trueAuc: ceilingAuc, ratio: 1 });
      expect(byTruth.slope).toBeCloseTo(1, 6);
      expect(happened.observedExpectedRatio.lower95).toBeLessThan(1.1);
      expect(happened.observedExpectedRatio.upper95).toBeGreaterThan(0.9);
    }
  });

  it('tells of one status alone that its predictions are twice too high', () => {
    const high = truth.map((risk, row) => (row % 3 === 0 ? 2 * risk : risk));
    const ratios = new Map(judged(high).map(({ name, horizons }) => [name, horizons[0]!.byTruth.ratio]));
    expect(ratios.get('regular-home-care')).toBeCloseTo(0.5, 10);
    expect(ratios.get('none')).toBe(1);
  });
});

describe('the kinds for which hazards are put right', () => {
  it('are the service statuses below 75 and from 75 on', () => {
    const kinds = calibrationKinds({ predictors: names })!;
    const ofRow = kindOfEachRow(kinds, rows.predictors);
    expect(kindCount(kinds)).toBe(14);
    expect(new Set(ofRow).size).toBe(6);
    const cells = new Set(every.map((row) => `${ofRow[row]} ${row % 3} ${row % 20 >= 10}`));
    expect(cells.size).toBe(6);
  });

  it('are none where the programme does not know the age', () => {
    expect(calibrationKinds({ predictors: names.filter((name) => name !== 'age_years') })).toBeUndefined();
  });
});
