import { beforeAll, describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../../models/risk/gauss-legendre.ts';
import { pickPredictors } from '../../../models/risk/predictor-table.ts';
import type { RiskModel } from '../../../models/risk/risk-model.ts';
import { trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import { quickSettings, simulatedStudy, startWasm } from './simulated-study.ts';

const study = simulatedStudy(4000, 6);
const others = simulatedStudy(600, 7).predictors;
let model: RiskModel;
let groups: number;
beforeAll(async () => {
  await startWasm();
  const trained = await trainRiskModel(study, { ...quickSettings, strengths: ['free'] });
  model = trained.blend!;
  groups = model.fitted.groupNames.length;
});

describe('contributions', () => {
  it('sum to the difference from the programme’s average, for every row and horizon', () => {
    const { probability, contributions } = model.explained(others);
    const { averageProbability } = model.fitted.reference;
    probability.forEach((p, cell) => {
      const parts = contributions.subarray(cell * groups, (cell + 1) * groups);
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(Math.abs(sum - (p - averageProbability[cell % 2]!))).toBeLessThan(1e-6);
    });
  });

  it('start from the average prediction over the training rows', () => {
    const { probability } = model.probabilities(study.predictors);
    model.fitted.reference.averageProbability.forEach((average, h) => {
      const ofHorizon = probability.filter((_, at) => at % 2 === h);
      expect(average).toBeCloseTo(ofHorizon.reduce((sum, p) => sum + p, 0) / ofHorizon.length, 9);
    });
  });

  it('give next to nothing to noise', () => {
    const { contributions } = model.explained(others);
    const meanSize = (group: string) => {
      const at = model.fitted.groupNames.indexOf(group);
      const sizes = contributions.filter((_, cell) => cell % groups === at).map(Math.abs);
      return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    };
    expect(meanSize('noise')).toBeLessThan(0.25 * meanSize('age'));
  });

  it('are faithful: putting the top group at its average moves the prediction more than another does', () => {
    const { probability, contributions } = model.explained(others);
    const moved = new Map<string, number[]>([
      ['top', []],
      ['other', []],
    ]);
    const averages = study.predictors.columns.map((column) => {
      const seen = column.filter((value) => !Number.isNaN(value));
      return seen.reduce((sum, value) => sum + value, 0) / seen.length;
    });
    for (let row = 0; row < 200; row++) {
      const cell = row * 2 + 1;
      const sizes = contributions.subarray(cell * groups, (cell + 1) * groups).map(Math.abs);
      const top = sizes.indexOf(Math.max(...sizes));
      model.fitted.groupNames.forEach((group, at) => {
        const one = pickPredictors(others, [row]);
        const columns = one.columns.map((column, c) =>
          study.groups[one.names[c]!] === group ? Float64Array.of(averages[c]!) : column,
        );
        const without = model.probabilities({ ...one, columns }).probability[1]!;
        moved.get(at === top ? 'top' : 'other')!.push(Math.abs(probability[cell]! - without));
      });
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(moved.get('top')!)).toBeGreaterThan(2 * mean(moved.get('other')!));
  });
});

describe('gaussLegendre', () => {
  it('integrates a polynomial of degree 2n − 1 exactly', () => {
    const { points, weights } = gaussLegendre(4);
    for (let power = 0; power <= 7; power++) {
      const integral = points.reduce((sum, point, at) => sum + weights[at]! * point ** power, 0);
      expect(integral).toBeCloseTo(1 / (power + 1), 12);
    }
  });
});
