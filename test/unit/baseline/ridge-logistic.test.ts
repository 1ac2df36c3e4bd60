import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { encodeColumn, encodedValue } from '../../../models/baseline/column-encoding.ts';
import { logisticBaselineAtHorizon } from '../../../models/baseline/logistic-baseline.ts';
import { fitRidgeLogistic, type RidgeLogisticInput } from '../../../models/baseline/ridge-logistic.ts';
import { dynamicAuc } from '../../../models/evaluation/discrimination.ts';
import { distinctValues } from '../../../models/survival/distinct-values.ts';

const { NaN: missing } = Number;

/** Age, skewed days of which some are missing for a reason, noise, a constant. */
function register(rows: number, seed: number): RidgeLogisticInput {
  const random = xoroshiro128plus(seed);
  const uniform = () => 1 - uniformFloat64(random);
  const age = Float64Array.from({ length: rows }, () => 65 + 30 * uniform());
  const days = Float64Array.from({ length: rows }, () =>
    uniform() < 0.6 ? 0 : Math.floor(-20 * Math.log(uniform())),
  );
  const isMissing = Uint8Array.from({ length: rows }, () => (uniform() < 0.2 ? 1 : 0));
  const logit = (row: number) =>
    -3 + 0.1 * (age[row]! - 80) + 0.6 * Math.log1p(days[row]!) + 1.5 * isMissing[row]!;
  return {
    columns: [
      age,
      days.map((own, row) => (isMissing[row] ? missing : own)),
      Float64Array.from({ length: rows }, uniform),
      new Float64Array(rows).fill(3),
    ],
    rows,
    y: Uint8Array.from({ length: rows }, (_, row) => (uniform() < 1 / (1 + Math.exp(-logit(row))) ? 1 : 0)),
    weights: new Float64Array(rows).fill(1),
    person: Int32Array.from({ length: rows }, (_, row) => row >> 1),
    seed: 1,
  };
}

describe('column encoding', () => {
  it('takes the logarithm of skewed non-negative columns only', () => {
    const skewed = Float64Array.from({ length: 100 }, (_, row) => (row < 80 ? 0 : row));
    expect(encodeColumn(skewed)!.takesLog).toBe(true);
    expect(encodeColumn(skewed.map((own) => -own))!.takesLog).toBe(false);
    expect(encodeColumn(Float64Array.from({ length: 100 }, (_, row) => row))!.takesLog).toBe(false);
    expect(encodeColumn(Float64Array.from({ length: 100 }, (_, row) => (row < 95 ? 0 : 1)))!.takesLog).toBe(
      false,
    );
  });

  it('puts the median and missing values at 0, and the rest in standard deviations', () => {
    const encoding = encodeColumn(Float64Array.of(1, 2, 3, missing))!;
    expect(encoding.hasMissingFlag).toBe(true);
    expect(encodedValue(2, encoding)).toBe(0);
    expect(encodedValue(missing, encoding)).toBe(0);
    expect(encodedValue(3, encoding)).toBeCloseTo(Math.sqrt(1.5), 12);
  });

  it('leaves out columns that tell nothing', () => {
    expect(encodeColumn(Float64Array.of(3, 3, 3))).toBeUndefined();
    expect(encodeColumn(Float64Array.of(missing, missing))).toBeUndefined();
    expect(encodeColumn(Float64Array.of(3, missing))).toMatchObject({
      hasMissingFlag: true,
      standardDeviation: 0,
    });
  });
});

describe('ridge logistic regression', () => {
  const training = register(6000, 1);
  const fit = fitRidgeLogistic(training);

  it('finds the coefficients that made the data', () => {
    const [intercept, age, days, missingFlag, noise] = fit.coefficients;
    expect(fit.terms.map(({ column, isMissingFlag }) => [column, isMissingFlag])).toEqual([
      [-1, false],
      [0, false],
      [1, false],
      [1, true],
      [2, false],
    ]);
    expect(age! / fit.encoding[0]!.standardDeviation).toBeCloseTo(0.1, 1);
    expect(Math.abs(days! / fit.encoding[1]!.standardDeviation - 0.6)).toBeLessThan(0.1);
    expect(Math.abs(noise!)).toBeLessThan(0.1);
    expect(missingFlag).toBeGreaterThan(1);
    expect(intercept).toBeLessThan(0);
  });

  it('gives training rows the weighted share of cases on average', () => {
    const mean = fit.predict(training.columns, 6000).reduce((sum, p) => sum + p, 0) / 6000;
    expect(mean).toBeCloseTo(training.y.reduce((sum, own) => sum + own, 0) / 6000, 5);
  });

  it('predicts new rows, values never seen among them', () => {
    const [ordinary, strange] = fit.predict(
      [
        Float64Array.of(80, 120),
        Float64Array.of(0, missing),
        Float64Array.of(0.5, missing),
        Float64Array.of(3, missing),
      ],
      2,
    );
    expect(ordinary).toBeGreaterThan(0);
    expect(strange).toBeGreaterThan(ordinary!);
    expect(strange).toBeLessThanOrEqual(1);
  });

  it('is the same when fitted again, and another only in its folds with another seed', () => {
    expect(fitRidgeLogistic(training).coefficients).toEqual(fit.coefficients);
    expect(fitRidgeLogistic({ ...training, seed: 2 }).encoding).toEqual(fit.encoding);
  });

  it('shrinks strongly when the columns are noise', () => {
    const noise = register(2000, 9);
    const coin = xoroshiro128plus(5);
    const y = noise.y.map(() => (uniformFloat64(coin) < 0.1 ? 1 : 0));
    expect(fitRidgeLogistic({ ...noise, y }).ridgeShare).toBeGreaterThanOrEqual(0.01);
  });

  it('ignores rows of weight 0', () => {
    const half = Float64Array.from({ length: 6000 }, (_, row) => (row < 3000 ? 1 : 0));
    const flipped = training.y.map((own, row) => (row < 3000 ? own : 1 - own));
    const [one, other] = [training.y, flipped].map((y) =>
      fitRidgeLogistic({ ...training, y, weights: half }),
    );
    expect(one!.coefficients).toEqual(other!.coefficients);
  });

  it('refuses a sample of one kind, and lengths that differ', () => {
    expect(() => fitRidgeLogistic({ ...training, y: new Uint8Array(6000) })).toThrow(RangeError);
    expect(() => fitRidgeLogistic({ ...training, rows: 5999 })).toThrow(RangeError);
  });
});

describe('logistic baseline at a horizon', () => {
  const { columns, rows, person } = register(4000, 3);
  const { y } = register(4000, 3);
  const fullTime = Float64Array.from(y, (own) => (own ? 6 : 24));
  const random = xoroshiro128plus(8);
  const censoredAt = fullTime.map(() => Math.floor(30 * uniformFloat64(random)));
  const followUp = {
    time: fullTime.map((time, row) => Math.min(time, censoredAt[row]!)),
    event: y.map((own, row) => (own === 1 && censoredAt[row]! >= 6 ? 1 : 0)),
  };

  it('is not biased by censoring: its mean is that of the data without censoring', () => {
    const fit = logisticBaselineAtHorizon({ rows, columns }, followUp, person, 12, 1);
    const mean = fit.predict(columns, rows).reduce((sum, p) => sum + p, 0) / rows;
    const truth = y.reduce((sum, own) => sum + own, 0) / rows;
    expect(Math.abs(mean - truth)).toBeLessThan(0.03);
  });

  it('orders clients as well as a fit to the uncensored data, nearly', () => {
    const fit = logisticBaselineAtHorizon({ rows, columns }, followUp, person, 12, 1);
    const status = { isCase: y, weight: new Float64Array(rows).fill(1) };
    const full = fitRidgeLogistic({ columns, rows, y, weights: status.weight, person, seed: 1 });
    const auc = (probability: Float64Array) => dynamicAuc(distinctValues(probability), status);
    expect(auc(fit.predict(columns, rows))).toBeGreaterThan(auc(full.predict(columns, rows)) - 0.01);
  });

  it('does not exist when nobody was followed to the horizon', () => {
    expect(() => logisticBaselineAtHorizon({ rows, columns }, followUp, person, 60, 1)).toThrow(RangeError);
  });
});
