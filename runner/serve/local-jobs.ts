import { resolve } from 'node:path';
import { HomeBusy, whileHoldingHome } from '../../functions/adapters/folder/home-lock.ts';
import type { ErasureJob, RotationJob } from '../../functions/core/jobs.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { eraseContainer } from '../../functions/erase/container.ts';
import { eraseHandler } from '../../functions/erase/handler.ts';
import { systemClock } from '../../functions/homes/system.ts';
import { rotateKeysContainer } from '../../functions/rotate-keys/container.ts';
import { rotateKeysHandler } from '../../functions/rotate-keys/handler.ts';
import { invoke } from '../invoke.ts';
import { waitingJobs } from './waiting-jobs.ts';

/**
 * Does what was asked for over HTTP and state machines do on AWS, by the same handlers, one after the other; what
 * fails waits on, for the next time.
 * @returns whether another command had the home, and something is to be tried again soon
 */
export async function doWaitingJobs(folder: string, journal: Journal): Promise<boolean> {
  const config = { home: { kind: 'folder', folder } } as const;
  const { erasing, rotations } = waitingJobs(folder);
  const alone = <Done>(command: string, work: () => Promise<Done>) =>
    whileHoldingHome(resolve(folder), { command: `serve: ${command}`, at: systemClock.now() }, work);
  const erase = (job: ErasureJob) =>
    alone('rights erase', async () => invoke(eraseHandler(await eraseContainer(config)), job));
  const rotate = (job: RotationJob) =>
    alone('keys rotate', async () => invoke(rotateKeysHandler(await rotateKeysContainer(config)), job));
  /** What can never be done, as when the keys were taken outside since it was asked for, is answered and not tried again. */
  const rotated = async (job: RotationJob): Promise<Record<string, string>> => {
    const { isRotatedHere = true } = (await rotateKeysContainer(config)).keys;
    return isRotatedHere
      ? { sealingKeyId: (await rotate(job)).sealingKeyId }
      : { refused: 'keys-from-outside' };
  };
  let isBusy = false;
  const orWaitOn = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => {
      if (error instanceof HomeBusy) isBusy = true;
      else journal.fault('job failed', error, {});
    });
  for (const { id, job } of await erasing.waiting())
    await orWaitOn(async () => {
      await erase(job);
      await erasing.forget(id);
    });
  for (const { id, job } of await rotations.waiting())
    await orWaitOn(async () => {
      await rotations.answer(id, await rotated(job));
    });
  return isBusy;
}
