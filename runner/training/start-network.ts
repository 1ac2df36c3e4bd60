import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const entry = join(import.meta.dirname, 'worker.mjs');

/** More threads have little to do: a training has about ten parts. */
const mostThreads = 6;

/** What fewer rows need, one thread makes in seconds. */
const leastRows = 5_000;

/** The risk network, loaded when it is asked for; it trains on as many threads as the machine has processors. */
export async function startNetwork() {
  const { TensorflowRiskNetwork } = await import(
    '../../functions/adapters/tensorflow/tensorflow-risk-network.ts'
  );
  const count = Math.min(mostThreads, availableParallelism());
  return TensorflowRiskNetwork.start(count > 1 ? { workers: { entry, count, leastRows } } : {});
}
