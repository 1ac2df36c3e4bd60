import { beforeAll, describe, expect, it } from 'vitest';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import type { TrainedRiskModel } from '../../../functions/core/ports/risk-network.ts';
import { pickPredictors } from '../../../models/risk/predictor-table.ts';
import { quickSettings, simulatedStudy } from './simulated-study.ts';

const study = simulatedStudy(400, 8);
let network: TensorflowRiskNetwork;
let trained: TrainedRiskModel;
const shares: number[] = [];
beforeAll(async () => {
  network = await TensorflowRiskNetwork.start({ training: quickSettings });
  const { served } = await network.train({ ...study, onProgress: (share) => shares.push(share) });
  trained = served;
});

describe('the TensorFlow risk network', () => {
  it('says which numerics it runs on and leaves no error handler in the process', () => {
    expect(['wasm', 'tfjs-node']).toContain(network.numerics);
    const rethrowing = process.listeners('uncaughtException').filter((one) => /ExitStatus/.test(`${one}`));
    expect(rethrowing).toEqual([]);
  });

  it('tells progress from above 0 to 1', () => {
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('scores the same however many rows are scored at once, also none', async () => {
    const rows = Array.from({ length: 2500 }, (_, at) => at % 400);
    const many = await trained.score(pickPredictors(study.predictors, rows));
    const once = await trained.score(study.predictors);
    expect(many.probability.subarray(1600, 2400)).toEqual(once.probability);
    const perRow = 2 * once.featureNames.length;
    many.contributions.subarray(1200 * perRow, 1600 * perRow).forEach((part, at) => {
      expect(part).toBeCloseTo(once.contributions[at]!, 6);
    });
    expect((await trained.score(pickPredictors(study.predictors, []))).probability.length).toBe(0);
  });

  it('restores what it wrote', async () => {
    const { description, weights } = trained.artefact();
    const read = await network.restore({ description: JSON.parse(JSON.stringify(description)), weights });
    expect(await read.score(study.predictors)).toEqual(await trained.score(study.predictors));
  });
});
