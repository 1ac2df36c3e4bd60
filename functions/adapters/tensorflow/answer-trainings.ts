import { parentPort } from 'node:worker_threads';
import { makePart } from '../../../models/risk/make-part.ts';
import { type PreparedStudy, prepareStudy } from '../../../models/risk/prepare-study.ts';
import type { TrainingSettings } from '../../../models/risk/training-settings.ts';
import { startNetworkNumerics } from './start-numerics.ts';
import type { FromTrainer, OpenedStudy, ToTrainer } from './training-workers.ts';

interface PreparedHere {
  readonly prepared: PreparedStudy;
  readonly settings: TrainingSettings;
}

/** Makes the parts that `TrainingWorkers` asks this thread for. */
export function answerTrainings(): void {
  const port = parentPort!;
  const studies = new Map<number, () => PreparedHere>();
  const numerics = startNetworkNumerics();
  // whoever asks for a part is told
  numerics.catch(() => {});
  port.on('message', async (told: ToTrainer) => {
    if ('opened' in told) return studies.set(told.id, preparedOnce(told.opened));
    if ('closed' in told) return studies.delete(told.closed);
    try {
      await numerics;
      const { prepared, settings } = studies.get(told.of)!();
      const numbers = makePart(prepared, settings, told.part);
      const own = numbers.byteLength === numbers.buffer.byteLength ? numbers : numbers.slice();
      port.postMessage({ numbers: own } satisfies FromTrainer, [own.buffer as ArrayBuffer]);
    } catch (failed) {
      port.postMessage({ failed } satisfies FromTrainer);
    }
  });
}

function preparedOnce({ study, settings }: OpenedStudy): () => PreparedHere {
  let here: PreparedHere | undefined;
  return () => (here ??= { prepared: prepareStudy(study, settings), settings });
}
