import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createOnce } from './create-once.ts';

const pauseMilliseconds = 5;

/** Of this process, the last in the queue for each path. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Works on a path while nobody else does who asks likewise, in this process or another on the machine. Whoever
 * has the turn holds `<path>.turn`, which says which process it is; one that is gone has no turn.
 */
export async function inTurn<Outcome>(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const before = queues.get(path) ?? Promise.resolve();
  const done = before.then(() => amongProcesses(path, work));
  const settled = done.catch(() => {});
  queues.set(path, settled);
  try {
    return await done;
  } finally {
    if (queues.get(path) === settled) queues.delete(path);
  }
}

async function amongProcesses<Outcome>(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const turn = `${path}.turn`;
  await mkdir(dirname(path), { recursive: true });
  while (!(await createOnce(turn, Buffer.from(String(process.pid))))) {
    if (await isHeld(turn)) await wait(pauseMilliseconds);
    else await rm(turn, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(turn, { force: true });
  }
}

/** Whose number is our own is gone as well: in this process nobody else has the turn. */
async function isHeld(turn: string): Promise<boolean> {
  const holder = await readFile(turn, 'utf8').catch(() => undefined);
  if (holder === undefined) return true;
  if (Number(holder) === process.pid) return false;
  try {
    process.kill(Number(holder), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
