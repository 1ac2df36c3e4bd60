import { beforeAll, describe, expect, it } from 'vitest';
import { contributionsOfGroups } from '../../../models/risk/explanation.ts';
import { gaussLegendre } from '../../../models/risk/gauss-legendre.ts';
import { typicalPeers } from '../../../models/risk/peers.ts';
import type { RiskModel } from '../../../models/risk/risk-model.ts';
import { trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import { quickSettings, simulatedStudy, startWasm } from './simulated-study.ts';

const study = { ...simulatedStudy(4000, 6), peers: { age: [70, 80], falls: [1] } };
const others = simulatedStudy(600, 7).predictors;
const features = others.names.length;
let model: RiskModel;
beforeAll(async () => {
  await startWasm();
  const trained = await trainRiskModel(study, { ...quickSettings, strengths: ['free'] });
  model = trained.blend!;
});

describe('contributions', () => {
  it('sum to the difference from somebody typical of the same age, for every row and horizon', () => {
    const { probability, typicalProbability, contributions } = model.explained(others);
    probability.forEach((p, cell) => {
      const parts = contributions.subarray(cell * features, (cell + 1) * features);
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(Math.abs(sum - (p - typicalProbability[cell]!))).toBeLessThan(1e-9);
    });
  });

  it('start from what the model says of somebody typical, with a person’s own age', () => {
    const { typicalProbability } = model.explained(others);
    const typical = typicalPeers(others, others.names, model.fitted.peers);
    expect(typical.columns[0]).toEqual(others.columns[0]);
    model.probabilities(typical).probability.forEach((probability, cell) => {
      expect(typicalProbability[cell]).toBeCloseTo(probability, 6);
    });
  });

  it('are nothing where somebody is typical, and in what peers are alike in', () => {
    const { contributions } = model.explained(others);
    const typical = typicalPeers(others, others.names, model.fitted.peers);
    let alike = 0;
    contributions.forEach((part, at) => {
      const [feature, row] = [at % features, Math.floor(at / (2 * features))];
      if (!Object.is(typical.columns[feature]![row], others.columns[feature]![row])) return;
      alike++;
      expect(part).toBe(0);
    });
    expect(alike).toBeGreaterThan(600 * 2 * 3);
  });

  it('nearly always point to where the estimate goes when the feature alone is as is typical', () => {
    const { probability, contributions } = model.explained(others);
    const typical = typicalPeers(others, others.names, model.fitted.peers);
    let [told, same] = [0, 0];
    for (let feature = 0; feature < features; feature++) {
      const columns = others.columns.map((own, at) => (at === feature ? typical.columns[at]! : own));
      const without = model.probabilities({ ...others, columns }).probability;
      probability.forEach((p, cell) => {
        const part = contributions[cell * features + feature]!;
        if (Math.abs(part) < Math.max(0.0005, 0.01 * p)) return;
        told++;
        if (Math.sign(part) === Math.sign(p - without[cell]!)) same++;
      });
    }
    expect(told).toBeGreaterThan(600);
    expect(same / told).toBeGreaterThan(0.97);
  });

  it('stand beside the average prediction over the training rows', () => {
    const { probability } = model.probabilities(study.predictors);
    model.fitted.averageProbability.forEach((average, h) => {
      const ofHorizon = probability.filter((_, at) => at % 2 === h);
      expect(average).toBeCloseTo(ofHorizon.reduce((sum, p) => sum + p, 0) / ofHorizon.length, 9);
    });
  });

  it('give next to nothing to noise', () => {
    const { contributions } = model.explained(others);
    const meanSize = (feature: string) => {
      const at = others.names.indexOf(feature);
      const sizes = contributions.filter((_, cell) => cell % features === at).map(Math.abs);
      return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    };
    expect(meanSize('noise')).toBeLessThan(0.25 * meanSize('scale'));
  });
});

describe('contributions of groups', () => {
  it('are the sums of their features’', () => {
    const parts = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect([...contributionsOfGroups(parts, [1, 0, 1], 2)]).toEqual([2, 4, 5, 10]);
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
