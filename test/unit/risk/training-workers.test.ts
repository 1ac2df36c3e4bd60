import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { TensorflowRiskNetwork } from '../../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import type { TrainingInput } from '../../../functions/core/ports/risk-network.ts';
import { root } from '../../architecture/imports.ts';
import { quickSettings, simulatedStudy } from './simulated-study.ts';

const entry = join(root, 'runner/training/worker.mjs');
const study = simulatedStudy(600, 8);
const training = {
  ...quickSettings,
  mostSteps: 40,
  networks: 3,
  innerSplits: 2,
  strengths: ['gentle', 'medium'] as const,
  treeRounds: [5, 10],
};

/** So that threads start from the bundle, as they do for everybody. */
beforeAll(() => promisify(execFile)(process.execPath, [join(root, 'runner/ennakko.mjs'), '--help']));

const start = (count: number) =>
  TensorflowRiskNetwork.start({ training, ...(count > 0 && { workers: { entry, count, leastRows: 0 } }) });

async function bytesOf(network: TensorflowRiskNetwork, input: TrainingInput = study) {
  const { additive, blend } = await network.train(input);
  const digest = createHash('sha256');
  for (const model of [additive, blend!]) {
    const { description, weights } = model.artefact();
    digest.update(JSON.stringify(description)).update(weights);
  }
  return digest.digest('hex');
}

describe('a training on several threads', () => {
  it('gives the bytes of one thread however many there are, and tells how far it is', async () => {
    const alone = await bytesOf(await start(0));
    for (const count of [1, 2, 3]) {
      const shares: number[] = [];
      const input = { ...study, onProgress: (share: number) => shares.push(share) };
      expect(await bytesOf(await start(count), input)).toBe(alone);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    }
  });

  it('goes on from what is kept of a stopped one, and makes no part twice', async () => {
    const network = await start(2);
    const kept = new Map<string, Float32Array>();
    const writes: string[] = [];
    let partsLeft = 3;
    const checkpoints = {
      read: async (part: string) => kept.get(part),
      write: async (part: string, numbers: Float32Array) => {
        if (partsLeft-- <= 0) throw new Error('stopped');
        writes.push(part);
        kept.set(part, numbers.slice());
      },
    };
    await expect(network.train({ ...study, checkpoints })).rejects.toThrow('stopped');
    partsLeft = Number.POSITIVE_INFINITY;
    expect(await bytesOf(network, { ...study, checkpoints })).toBe(await bytesOf(await start(0)));
    expect(new Set(writes).size).toBe(writes.length);
    expect(writes.length).toBeGreaterThan(6);
  });

  it('fails as the part fails, or the threads', async () => {
    const lost = await TensorflowRiskNetwork.start({
      training,
      workers: { entry: join(root, 'runner/training/nowhere.mjs'), count: 2, leastRows: 0 },
    });
    await expect(lost.train(study)).rejects.toThrow(/nowhere/);
    const broken = await TensorflowRiskNetwork.start({
      training: { ...training, strengths: ['none' as never] },
      workers: { entry, count: 2, leastRows: 0 },
    });
    await expect(broken.train(study)).rejects.toThrow(/steps/);
  });
});
