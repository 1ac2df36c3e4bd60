import { resolve } from 'node:path';
import { HomeBusy, whileHoldingHome } from '../../functions/adapters/folder/home-lock.ts';
import type { ErasureJob, RotationJob } from '../../functions/core/jobs.ts';
import type { Journal } from '../../functions/core/ports/journal.ts';
import { eraseContainer } from '../../functions/erase/container.ts';
import { eraseHandler } from '../../functions/erase/handler.ts';
import { folderRequests } from '../../functions/homes/folder-requests.ts';
import { systemClock } from '../../functions/homes/system.ts';
import { rotateKeysContainer } from '../../functions/rotate-keys/container.ts';
import { rotateKeysHandler } from '../../functions/rotate-keys/handler.ts';
import { invoke } from '../invoke.ts';

/** Another command has the home: what was asked for is tried again so soon. */
const busyPauseMilliseconds = 2_000;

/** What was asked for over HTTP and state machines do on AWS, done here by the same handlers, one after the other. */
export function localJobs(folder: string, journal: Journal) {
  const config = { home: { kind: 'folder', folder } } as const;
  const erasing = folderRequests(folder, 'erasure');
  const rotations = folderRequests(folder, 'key-rotation');
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
  let again: NodeJS.Timeout | undefined;
  const orWaitOn = (work: () => Promise<unknown>) =>
    work().catch((error: unknown) => {
      if (error instanceof HomeBusy) again ??= setTimeout(tryAgain, busyPauseMilliseconds).unref();
      else journal.fault('job failed', error, {});
    });
  const doWaiting = async () => {
    for (const { id, job } of await erasing.waiting())
      await orWaitOn(async () => {
        await erase(job);
        await erasing.forget(id);
      });
    for (const { id, job } of await rotations.waiting())
      await orWaitOn(async () => {
        await rotations.answer(id, await rotated(job));
      });
  };
  let before: Promise<void> = Promise.resolve();
  const carryOut = (): Promise<void> => {
    before = before.then(doWaiting, doWaiting);
    return before;
  };
  const tryAgain = () => {
    again = undefined;
    carryOut().catch((error: unknown) => journal.fault('job failed', error, {}));
  };
  return {
    /** Does what waits when what was begun is done; what fails waits on for the next time, and for the home alone. */
    carryOut,
    /** When nothing is under way. */
    settled: (): Promise<void> => {
      clearTimeout(again);
      return before;
    },
  };
}
