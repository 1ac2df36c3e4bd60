import type { ErasureJob, RotationJob } from '../../functions/core/jobs.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { eraseContainer } from '../../functions/erase/container.ts';
import { eraseHandler } from '../../functions/erase/handler.ts';
import { folderRequests } from '../../functions/homes/folder-requests.ts';
import { rotateKeysContainer } from '../../functions/rotate-keys/container.ts';
import { rotateKeysHandler } from '../../functions/rotate-keys/handler.ts';
import { invoke } from '../invoke.ts';

/** What was asked for over HTTP and state machines do on AWS, done here by the same handlers, one after the other. */
export function localJobs(folder: string, journal: Journal) {
  const config = { home: { kind: 'folder', folder } } as const;
  const erasing = folderRequests(folder, 'erasure');
  const rotations = folderRequests(folder, 'key-rotation');
  const erase = async (job: ErasureJob) => invoke(eraseHandler(await eraseContainer(config)), job);
  const rotate = async (job: RotationJob) =>
    invoke(rotateKeysHandler(await rotateKeysContainer(config)), job);
  const orWaitOn = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => journal.fault('job failed', error, {}));
  const doWaiting = async () => {
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
  };
  let before: Promise<void> = Promise.resolve();
  return {
    /** Does what waits when what was begun is done; what fails waits on, for the next time. */
    carryOut: (): Promise<void> => {
      before = before.then(doWaiting, doWaiting);
      return before;
    },
    /** When nothing is under way. */
    settled: (): Promise<void> => before,
  };
}
