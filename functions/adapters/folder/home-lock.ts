import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { HomeHolder } from '../../../data-contracts/schemas/home-holder.ts';
import { createOnce } from './create-once.ts';
import { lifeOf, processMark } from './process-identity.ts';

/** Another process writes in the home. Says which, where and since when. */
export class HomeBusy extends Error {
  readonly code = 'home-busy';
  readonly holder: HomeHolder;

  constructor(holder: HomeHolder) {
    const { command, processId, host, since } = holder;
    super(`the home is in use: ${command}, process ${processId} on ${host}, since ${since}`);
    this.holder = holder;
  }
}

export const lockName = '.lock';
const beatMilliseconds = 2_000;
/** A holder who cannot be seen from here, in another container, lives as long as its lock is touched so often. */
const patienceMilliseconds = 4 * beatMilliseconds;
const pauseMilliseconds = 50;

/**
 * Does a job that writes in a home while no other such job does, in this process, another one, or another
 * container on the same volume. `<home>/.lock` says who is at work. The lock of a process that is gone is taken
 * over; a holder in another container is gone when its lock has not been touched for eight seconds.
 * @throws HomeBusy where another is at work
 */
export async function whileHoldingHome<Outcome>(
  home: string,
  { command, at }: { readonly command: string; readonly at: string },
  job: () => Promise<Outcome>,
): Promise<Outcome> {
  const path = join(home, lockName);
  await mkdir(home, { recursive: true });
  const holder: HomeHolder = {
    command,
    processId: process.pid,
    host: hostname(),
    since: at,
    mark: processMark,
    id: randomUUID(),
  };
  await takeLock(path, `${JSON.stringify(holder)}\n`);
  const heart = beat(path);
  try {
    return await job();
  } finally {
    await heart.terminate();
    if ((await lockAt(path))?.holder?.id === holder.id) await rm(path, { force: true });
  }
}

async function takeLock(path: string, content: string): Promise<void> {
  while (!(await createOnce(path, content))) {
    const seen = await lockAt(path);
    if (seen === undefined) continue;
    if (seen.holder && !(await isGone(path, seen))) throw new HomeBusy(seen.holder);
    if (!seen.holder && !(await isLeftAlone(path, seen))) continue;
    await removeAsSeen(path, seen);
  }
}

interface SeenLock {
  /** Undefined: the lock is damaged. */
  readonly holder: HomeHolder | undefined;
  readonly token: string;
}

async function lockAt(path: string): Promise<SeenLock | undefined> {
  const found = await stat(path).catch(() => undefined);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (!found || text === undefined) return undefined;
  return { holder: holderIn(text), token: `${found.ino} ${found.mtimeMs}` };
}

function holderIn(text: string): HomeHolder | undefined {
  try {
    return HomeHolder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function isGone(path: string, seen: SeenLock): Promise<boolean> {
  const life = lifeOf(seen.holder!.mark);
  if (life !== 'elsewhere') return life === 'gone';
  return isLeftAlone(path, seen);
}

/** Watched by this process's own clock, as another's may go otherwise. */
async function isLeftAlone(path: string, { token }: SeenLock): Promise<boolean> {
  const until = performance.now() + patienceMilliseconds;
  while (performance.now() < until) {
    if ((await lockAt(path))?.token !== token) return false;
    await wait(pauseMilliseconds);
  }
  return true;
}

/** Of several who see a lock left behind, one removes it, and only if it is still the one that was seen. */
async function removeAsSeen(path: string, { token }: SeenLock): Promise<void> {
  const removal = `${path}.removal`;
  if (!(await createOnce(removal, processMark))) {
    const left = await lockAt(removal);
    if (left && (await isLeftAlone(removal, left))) await rm(removal, { force: true });
    return;
  }
  try {
    if ((await lockAt(path))?.token === token) await rm(path, { force: true });
  } finally {
    await rm(removal, { force: true });
  }
}

const heartbeat = `
  const { utimes } = require('node:fs');
  const { path, every } = require('node:worker_threads').workerData;
  setInterval(() => utimes(path, new Date(), new Date(), () => {}), every);
`;

/** Touches the lock from a thread of its own, as training holds the main one for minutes. */
function beat(path: string): Worker {
  const worker = new Worker(heartbeat, {
    stdout: true,
    stderr: true,
    eval: true,
    workerData: { path, every: beatMilliseconds },
    stdin: false,
  });
  worker.unref();
  return worker;
}
