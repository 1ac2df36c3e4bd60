import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { describe, expect, it } from 'vitest';
import { drawsFor, normalDraw } from '../../../models/risk/random-draws.ts';
import { byTruth, expectedAuc } from '../../evaluate/by-truth.ts';
import { toldTheTruth } from '../../evaluate/told-the-truth.ts';

const people = 9000;
const draws = drawsFor(3, 3);
const columns = [0, 1, 2].map(() => Float64Array.from({ length: people }, () => normalDraw(draws)));
const chance = (logit: number) => 1 / (1 + Math.exp(-logit));
const [first, second, noise] = columns as [Float64Array, Float64Array, Float64Array];
/** Decided by two columns, and not by the third. */
const truth = first.map((one, row) => chance(-3 + one + Math.max(0, second[row]!)));

describe('predictions held against true risks', () => {
  it('are perfect where they are the true risks', () => {
    const { auc, trueAuc, slope, ratio } = byTruth(truth, truth);
    expect(auc).toBe(trueAuc);
    expect(slope).toBeCloseTo(1, 6);
    expect(ratio).toBe(1);
  });

  it('are too timid above a slope of 1, and too low above a ratio of 1', () => {
    const timid = truth.map((risk) => chance(0.5 * Math.log(risk / (1 - risk))));
    expect(byTruth(timid, truth).slope).toBeCloseTo(2, 5);
    expect(
      byTruth(
        truth.map((risk) => risk / 2),
        truth,
      ).ratio,
    ).toBeCloseTo(2, 10);
  });

  it('have the AUC that outcomes drawn from the true risks have on average', () => {
    const rng = drawsFor(4, 4);
    const drawn = Array.from({ length: 40 }, () =>
      expectedAuc(
        first,
        truth.map((risk) => (uniformFloat64(rng) < risk ? 1 : 0)),
      ),
    );
    const mean = drawn.reduce((sum, auc) => sum + auc / drawn.length, 0);
    const variance = drawn.reduce((sum, auc) => sum + (auc - mean) ** 2 / (drawn.length - 1), 0);
    const error = Math.sqrt(variance / drawn.length);
    expect(Math.abs(mean - expectedAuc(first, truth))).toBeLessThan(4 * error);
  });
});

describe('boosting that is told the truth', () => {
  const person = Int32Array.from({ length: people }, (_, row) => row >> 1);
  const table = (values: readonly Float64Array[]) => ({
    names: values.map((_, at) => `x${at}`),
    rows: people,
    columns: values,
  });

  it('finds of other people what the registers hold, and calibrated', () => {
    const told = toldTheTruth({ predictors: table(columns), person, truth }, 5);
    const { auc, trueAuc, slope, ratio } = byTruth(told, truth);
    expect(auc / trueAuc).toBeGreaterThan(0.995);
    expect(Math.abs(slope - 1)).toBeLessThan(0.05);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
  });

  it('finds nothing where they hold nothing: nobody is told their own truth', () => {
    const told = toldTheTruth({ predictors: table([noise]), person, truth }, 5);
    expect(Math.abs(expectedAuc(told, truth) - 0.5)).toBeLessThan(0.02);
  });
});
