import type { ErasureJob, RotationJob } from '../../functions/core/jobs.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { eraseContainer } from '../../functions/erase/container.ts';
import { eraseHandler } from '../../functions/erase/handler.ts';
import { rotateKeysContainer } from '../../functions/rotate-keys/container.ts';
import { rotateKeysHandler } from '../../functions/rotate-keys/handler.ts';
import { invoke } from '../invoke.ts';
import { waitingJobs } from './waiting-jobs.ts';

/**
 * Does what was asked for over HTTP and state machines do on AWS, by the same handlers, one after the other; what
 * fails waits on, for the next time.
 */
export async function doWaitingJobs(folder: string, journal: Journal): Promise<void> {
  const config = { home: { kind: 'folder', folder } } as const;
  const { erasing, rotations } = waitingJobs(folder);
  const erase = async (job: ErasureJob) => invoke(eraseHandler(await eraseContainer(config)), job);
  const rotate = async (job: RotationJob) =>
    invoke(rotateKeysHandler(await rotateKeysContainer(config)), job);
  const orWaitOn = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => journal.fault('job failed', error, {}));
  for (const { id, job } of await erasing.waiting())
    await orWaitOn(async () => {
      await erase(job);
      await erasing.forget(id);
    });
  for (const { id, job } of await rotations.waiting())
    await orWaitOn(async () => {
      const { sealingKeyId } = await rotate(job);
      await rotations.answer(id, { sealingKeyId });
    });
}
