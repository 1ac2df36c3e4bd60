import { createHash } from 'node:crypto';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { horizonFigures, predictionsAtHorizon } from '../../../models/evaluation/horizon-figures.ts';
import { artefactOf, restoreArtefact } from '../../../models/risk/artefact.ts';
import type { BlendGain } from '../../../models/risk/gain-of-blend.ts';
import type { Checkpoints } from '../../../models/risk/prepare-study.ts';
import type { RiskModel } from '../../../models/risk/risk-model.ts';
import { type TrainedModels, trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import { quickSettings, simulatedStudy, startWasm } from './simulated-study.ts';

const learnt = simulatedStudy(6000, 1);
const others = simulatedStudy(4000, 2);
const columnOf = (values: Float64Array, columns: number, column: number) =>
  values.filter((_, at) => at % columns === column);
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let models: TrainedModels;
let model: RiskModel;
let tensorsBefore: number;
beforeAll(async () => {
  await startWasm();
  tensorsBefore = tf.memory().numTensors;
  models = await trainRiskModel(learnt, quickSettings);
  model = models.blend!;
});

describe('a trained risk model', () => {
  it('holds every horizon on its grid', () => {
    for (const horizon of learnt.horizons) expect(model.fitted.gridEnds).toContain(horizon);
  });

  it('never lets incidence fall, and outcome and competing event never pass 1 together', () => {
    const { outcomeIncidence, competingIncidence } = model.probabilities(others.predictors);
    const ends = model.fitted.gridEnds.length;
    outcomeIncidence.forEach((outcome, at) => {
      const isFirst = at % ends === 0;
      if (outcome < (isFirst ? 0 : outcomeIncidence[at - 1]!)) throw new Error(`outcome falls at ${at}`);
      if (competingIncidence[at]! < (isFirst ? 0 : competingIncidence[at - 1]!))
        throw new Error(`competing falls at ${at}`);
      if (outcome + competingIncidence[at]! > 1) throw new Error(`sum above 1 at ${at}`);
    });
  });

  it('gives no lower a probability at the later horizon', () => {
    const { probability } = model.probabilities(others.predictors);
    for (let at = 0; at < probability.length; at += 2)
      expect(probability[at + 1]).toBeGreaterThanOrEqual(probability[at]!);
  });

  it('ranks other people nearly as well as their true risk does, and is calibrated', () => {
    const { probability } = model.probabilities(others.predictors);
    others.horizons.forEach((horizon, h) => {
      const figures = (p: Float64Array) =>
        horizonFigures(predictionsAtHorizon(others.followUp, horizon, columnOf(p, 2, h)), [
          'auc',
          'calibrationSlope',
          'observedExpectedRatio',
        ]) as [number, number, number];
      const [auc, slope, ratio] = figures(probability);
      const [best] = figures(others.truth);
      expect(auc).toBeGreaterThan(0.5 + 0.9 * (best - 0.5));
      expect(Math.abs(slope - 1)).toBeLessThan(0.2);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
    });
  });

  it('is the same to the byte when trained again, and another with another seed', async () => {
    const small = simulatedStudy(800, 3);
    const briefly = { ...quickSettings, strengths: ['gentle' as const], networks: 1, batchRows: 64 };
    const train = async (seed: number) => {
      const { blend } = await trainRiskModel({ ...small, seed }, briefly);
      return hash(artefactOf(blend!).weights);
    };
    expect(await train(7)).toBe(await train(7));
    expect(await train(7)).not.toBe(await train(8));
  });

  it('predicts and explains equally to the bit when restored from its artefact', () => {
    const { description, weights } = artefactOf(model);
    const read = restoreArtefact({ description: JSON.parse(JSON.stringify(description)), weights });
    expect(read.explained(others.predictors)).toEqual(model.explained(others.predictors));
  });

  it('refuses an artefact of another format or with missing weights', () => {
    const { description, weights } = artefactOf(model);
    expect(() => restoreArtefact({ description: { format: 'other' }, weights })).toThrow('format');
    expect(() => restoreArtefact({ description, weights: weights.subarray(0, 100) })).toThrow('weights');
  });

  it('is the additive model alone when outcomes are few', async () => {
    const { served: alone, blend } = await trainRiskModel(simulatedStudy(600, 4), {
      ...quickSettings,
      leastOutcomesForNetworks: 1e6,
    });
    expect(alone.fitted.members.map(({ kind, share }) => [kind, share])).toEqual([['additive', 1]]);
    expect(blend).toBeUndefined();
  });

  it('works with a single cause', async () => {
    const single = simulatedStudy(1500, 5);
    const event = single.followUp.event.map((one) => (one === 1 ? 1 : 0));
    const study = { ...single, followUp: { ...single.followUp, event } };
    const { competingIncidence } = (await trainRiskModel(study, quickSettings)).served.probabilities(
      single.predictors,
    );
    expect(competingIncidence.every((one) => one === 0)).toBe(true);
  });

  it('lets networks and trees count by how surely they gain', () => {
    const { trust, lower95, lossGain } = model.fitted.training.gain as BlendGain;
    expect(models.served).toBe(models.blend);
    expect(lower95).toBeLessThan(lossGain);
    expect(trust > 0.5).toBe(lossGain > 0);
    expect(trust > 0.965).toBe(lower95 > 0);
    const shares = model.fitted.members.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares[0]).toBeGreaterThan(1 - trust);
  });

  it('ends in the same bytes when it was stopped after any part and resumed', async () => {
    const once = simulatedStudy(800, 3);
    const small = { ...once, landmark: once.person.map((_, row) => 12 * (row % 2)) };
    const briefly = { ...quickSettings, strengths: ['gentle' as const], networks: 2, batchRows: 64 };
    const kept = new Map<string, Float32Array>();
    let partsLeft = Number.POSITIVE_INFINITY;
    const checkpoints = {
      read: async (part: string) => kept.get(part),
      write: async (part: string, numbers: Float32Array) => {
        if (partsLeft-- === 0) throw new Error('stopped');
        kept.set(part, numbers.slice());
      },
    };
    const bytesOf = async (study: typeof small & { checkpoints?: Checkpoints }) =>
      hash(artefactOf((await trainRiskModel(study, briefly)).blend!).weights);
    const undisturbed = await bytesOf(small);
    for (const parts of [0, 2, 4]) {
      kept.clear();
      partsLeft = parts;
      await expect(bytesOf({ ...small, checkpoints })).rejects.toThrow('stopped');
      partsLeft = Number.POSITIVE_INFINITY;
      expect(kept.size).toBe(parts);
      expect(await bytesOf({ ...small, checkpoints })).toBe(undisturbed);
    }
  });

  it('leaves no tensor behind', () => {
    model.explained(others.predictors);
    expect(tf.memory().numTensors).toBe(tensorsBefore);
  });
});
