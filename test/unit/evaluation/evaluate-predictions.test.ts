import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { comparePredictions } from '../../../models/evaluation/compare-predictions.ts';
import { unoConcordance } from '../../../models/evaluation/concordance.ts';
import {
  type EvaluationInput,
  evaluatePredictions,
  evaluateTogether,
  type HorizonEvaluation,
} from '../../../models/evaluation/evaluate-predictions.ts';
import {
  bootstrapByPerson,
  estimateFrom,
  numberPeople,
} from '../../../models/evaluation/person-bootstrap.ts';
import { simulatedRows } from './predicted-rows.ts';

const random = xoroshiro128plus(3);
const { followUp, probability, person } = simulatedRows(4000, () => 1 - uniformFloat64(random));
const noisy = probability.map((p) => Math.min(1, p * (0.3 + 1.4 * uniformFloat64(random))));

const input: EvaluationInput = {
  ...followUp,
  person,
  probabilityByHorizon: [probability],
  horizons: [12],
  groups: [
    {
      name: 'municipality',
      labels: ['small', 'large'],
      labelOfRow: Int32Array.from(person, (own) => (own < 20 ? 0 : 1)),
    },
  ],
  seed: 4,
  bootstrapReplicates: 60,
};
const report = evaluatePredictions(input);
const evaluated = report.horizons[0] as HorizonEvaluation;

describe('an evaluation', () => {
  it('is plain data, the same when made again', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(evaluatePredictions(input)).toEqual(report);
  });

  it('finds true probabilities calibrated, with intervals around every estimate', () => {
    const { figures } = evaluated;
    expect(figures.calibrationSlope.lower95).toBeLessThan(1);
    expect(figures.calibrationSlope.upper95).toBeGreaterThan(1);
    expect(figures.observedExpectedRatio.lower95).toBeLessThan(1);
    expect(figures.observedExpectedRatio.upper95).toBeGreaterThan(1);
    for (const { estimate, lower95, upper95 } of Object.values(figures)) {
      expect(lower95).toBeLessThan(estimate!);
      expect(upper95).toBeGreaterThan(estimate!);
    }
  });

  it('gives every point of both curves an interval, from the same people', () => {
    for (const { observed, lower95, upper95 } of evaluated.calibrationCurve) {
      expect(lower95).toBeLessThan(observed);
      expect(upper95).toBeGreaterThan(observed);
    }
    for (const { byPrediction, lower95, upper95 } of evaluated.decisionCurve) {
      expect(lower95).toBeLessThanOrEqual(byPrediction);
      expect(upper95).toBeGreaterThanOrEqual(byPrediction);
    }
    const without = evaluatePredictions({ ...input, groups: [], bootstrapReplicates: 0 });
    const { calibrationCurve, decisionCurve } = without.horizons[0] as HorizonEvaluation;
    expect(calibrationCurve[9]!.upper95).toBeGreaterThan(calibrationCurve[9]!.observed);
    expect(decisionCurve[0]!.upper95).toBeNull();
  });

  it('gives Harrell’s, Uno’s and Wolbers’ concordance, each with an interval', () => {
    const { harrell, uno, wolbers } = evaluated.concordance;
    expect(uno.estimate).toBe(unoConcordance(followUp, probability, { horizon: 12 }).index);
    for (const { estimate, lower95, upper95 } of [harrell, uno, wolbers]) {
      expect(lower95).toBeLessThan(estimate!);
      expect(upper95).toBeGreaterThan(estimate!);
    }
  });

  it('counts every row once: cases, competing, censored before, or seen through', () => {
    const through = followUp.time.filter(
      (t, row) => t > 12 || (t === 12 && followUp.event[row] === 0),
    ).length;
    expect(evaluated.cases + evaluated.competing + evaluated.censoredBefore + through).toBe(4000);
  });

  it('does not depend on how people are numbered', () => {
    const renumbered = evaluatePredictions({ ...input, person: Array.from(person, (own) => 9000 - own) });
    expect(renumbered).toEqual(report);
  });

  it('says nothing but the label of a group of few people, and rounds the number of the others', () => {
    const [{ groups }] = evaluated.groups as [HorizonEvaluation['groups'][number]];
    expect(groups[0]).toEqual({ label: 'small', status: 'suppressed' });
    expect(groups[1]).toMatchObject({ label: 'large', status: 'reported', peopleRounded: 1980 });
  });

  it('says nothing of a group that nobody was followed in to the horizon', () => {
    const label = Int32Array.from(followUp.time, (time) => (time < 12 ? 0 : 1));
    const grouping = { name: 'early', labels: ['lost', 'seen'], labelOfRow: label };
    const time = followUp.time.map((own, row) => (label[row] === 0 ? Math.min(own, 11) : own));
    const event = followUp.event.map((code, row) => (time[row] === 11 && label[row] === 0 ? 0 : code));
    const [horizon] = evaluatePredictions({ ...input, time, event, groups: [grouping] }).horizons;
    expect((horizon as HorizonEvaluation).groups[0]!.groups[0]).toEqual({
      label: 'lost',
      status: 'suppressed',
    });
  });

  it('gives a group of everybody the figures of everybody; a slope is fitted from another start', () => {
    const closeTo = (figure: number | null) => expect.closeTo(figure!, 8);
    const everybody = { name: 'all', labels: ['all'], labelOfRow: new Int32Array(4000), hasSlope: true };
    const [horizon] = evaluatePredictions({ ...input, groups: [everybody] }).horizons as [HorizonEvaluation];
    expect(horizon.groups[0]!.groups[0]).toMatchObject({
      auc: horizon.figures.auc,
      brier: horizon.figures.brier,
      observedExpectedRatio: horizon.figures.observedExpectedRatio,
      calibrationSlope: {
        estimate: closeTo(horizon.figures.calibrationSlope.estimate),
        lower95: closeTo(horizon.figures.calibrationSlope.lower95),
        upper95: closeTo(horizon.figures.calibrationSlope.upper95),
      },
      truePositiveRate: horizon.figures.topTenthCapture.estimate,
    });
  });

  it('says so when nobody was followed to a horizon, and leaves out intervals that were not asked for', () => {
    const far = evaluatePredictions({
      ...input,
      groups: [],
      horizons: [12, 60],
      probabilityByHorizon: [probability, probability],
      bootstrapReplicates: 0,
    });
    expect(far.horizons[1]).toEqual({ status: 'too-little-follow-up', horizon: 60 });
    expect((far.horizons[0] as HorizonEvaluation).figures.auc).toMatchObject({
      lower95: null,
      upper95: null,
    });
  });

  it('says the same of several predictions together as of each alone, and of two as their comparison', () => {
    const horizons = [12, 60];
    const both = { probabilityByHorizon: [probability, probability], groups: input.groups };
    const other = { probabilityByHorizon: [noisy, noisy], groups: [] };
    const rows = { ...followUp, person, horizons, seed: 4, bootstrapReplicates: 60 };
    const { reports, firstAgainst } = evaluateTogether(rows, [both, other]);
    expect(reports).toEqual([
      evaluatePredictions({ ...rows, ...both }),
      evaluatePredictions({ ...rows, ...other }),
    ]);
    const pair = { first: both.probabilityByHorizon, second: other.probabilityByHorizon };
    expect(firstAgainst).toEqual([comparePredictions({ ...rows, ...pair })]);
  });

  it('refuses probabilities outside 0 … 1 and columns of another length', () => {
    expect(() =>
      evaluatePredictions({ ...input, probabilityByHorizon: [probability.map(() => 1.5)] }),
    ).toThrow(RangeError);
    expect(() => evaluatePredictions({ ...input, person: [1, 2] })).toThrow(RangeError);
    expect(() => evaluatePredictions({ ...input, horizons: [12, 24] })).toThrow(RangeError);
  });
});

describe('a comparison', () => {
  const shared = { ...followUp, person, horizons: [12], seed: 4, bootstrapReplicates: 60 };

  it('tells the true probabilities from noisy ones', () => {
    const [{ differences }] = comparePredictions({ ...shared, first: [probability], second: [noisy] }) as [
      ReturnType<typeof comparePredictions>[number],
    ];
    expect(differences.auc.lower95).toBeGreaterThan(0);
    expect(differences.brier.upper95).toBeLessThan(0);
  });

  it('finds no difference between predictions and themselves', () => {
    const [{ differences }] = comparePredictions({ ...shared, first: [noisy], second: [noisy] }) as [
      ReturnType<typeof comparePredictions>[number],
    ];
    for (const difference of Object.values(differences)) {
      expect(difference).toEqual({ estimate: 0, lower95: 0, upper95: 0 });
    }
  });
});

describe('bootstrap by person', () => {
  it("draws whole people: a person's rows count alike, and the draws are as many as people", () => {
    const people = numberPeople([5, 5, 9, 9, 9, 2]);
    for (const [first, second, third, , , last] of bootstrapByPerson(
      people,
      { replicates: 30, seed: 1 },
      (w) => [...w],
    )) {
      expect(second).toBe(first);
      expect(first! + third! + last!).toBe(3);
    }
  });

  it('has the standard error of a mean', () => {
    const values = Float64Array.from({ length: 200 }, (_, row) => row % 10);
    const people = numberPeople(Int32Array.from({ length: 200 }, (_, row) => row));
    const mean = (weight: Float64Array) =>
      values.reduce((sum, value, row) => sum + value * weight[row]!, 0) / 200;
    const means = bootstrapByPerson(people, { replicates: 800, seed: 1 }, (weight) => [mean(weight)]).map(
      ([m]) => m!,
    );
    const { lower95, upper95 } = estimateFrom(4.5, means);
    expect((upper95! - lower95!) / (2 * 1.96)).toBeCloseTo(Math.sqrt(8.25 / 200), 1);
  });

  it('has no limits when many resamples could not be estimated', () => {
    const half = Array.from({ length: 100 }, (_, at) => (at % 2 ? at : Number.NaN));
    expect(estimateFrom(1, half)).toEqual({ estimate: 1, lower95: null, upper95: null });
    expect(estimateFrom(Number.NaN, [])).toEqual({ estimate: null, lower95: null, upper95: null });
  });
});
