import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createOnce } from './create-once.ts';
import { lifeOf, processMark } from './process-identity.ts';

const pauseMilliseconds = 5;
/** Work in turn takes milliseconds; one seen holding the turn so long, from where it cannot be asked, is gone. */
const patienceMilliseconds = 15_000;

/** Of this process, the last in the queue for each path. */
const queues = new Map<string, Promise<unknown>>();

/** Whether the turn is still this process's: asked once more before what the turn is for is made to be seen. */
export type HasTurn = () => Promise<boolean>;

/**
 * Works on a path while nobody else does who asks likewise: in this process, in another on the machine, or in
 * another container on the same volume. Whoever has the turn holds `<path>.turn`, which says which process it is.
 * One that is gone has no turn; one in another container, whose processes cannot be seen, has none after
 * 15 seconds of holding it.
 */
export async function inTurn<Outcome>(
  path: string,
  work: (hasTurn: HasTurn) => Promise<Outcome>,
): Promise<Outcome> {
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

async function amongProcesses<Outcome>(
  path: string,
  work: (hasTurn: HasTurn) => Promise<Outcome>,
): Promise<Outcome> {
  const turn = `${path}.turn`;
  await mkdir(dirname(path), { recursive: true });
  await takeMark(turn);
  const hasTurn = async () => (await holderOf(turn)) === processMark;
  try {
    return await work(hasTurn);
  } finally {
    if (await hasTurn()) await rm(turn, { force: true });
  }
}

/** Makes the file with this process's mark in it, as soon as nobody who is there holds it. */
async function takeMark(turn: string): Promise<void> {
  let seen = '';
  let seenAt = performance.now();
  while (!(await createOnce(turn, processMark))) {
    const holding = await holdingOf(turn);
    if (holding === undefined) continue;
    if (holding.token !== seen) [seen, seenAt] = [holding.token, performance.now()];
    const isLong = performance.now() - seenAt > patienceMilliseconds;
    const isGone = lifeOf(holding.mark) === 'gone' || (isLong && !isOfAnother(holding.mark));
    if (isGone) await removeAsSeen(turn, holding.token);
    else await wait(pauseMilliseconds);
  }
}

/** Of a process that can be seen, and is another than this, in which a thread may have been ended. */
const isOfAnother = (mark: string) => mark !== processMark && lifeOf(mark) === 'alive';

/** Of several who see a turn left behind, one removes it, and only if it is still the one that was seen. */
async function removeAsSeen(turn: string, token: string): Promise<void> {
  const removal = `${turn}.removal`;
  if (!(await createOnce(removal, processMark))) {
    const since = await stat(removal).catch(() => undefined);
    if (since && Date.now() - since.mtimeMs > patienceMilliseconds) await rm(removal, { force: true });
    else await wait(pauseMilliseconds);
    return;
  }
  try {
    if ((await holdingOf(turn))?.token === token) await rm(turn, { force: true });
  } finally {
    await rm(removal, { force: true });
  }
}

const holderOf = (turn: string) => readFile(turn, 'utf8').catch(() => undefined);

/** Who holds the turn, and what tells this holding of it from another; undefined where nobody does. */
async function holdingOf(turn: string) {
  const found = await stat(turn).catch(() => undefined);
  const mark = await holderOf(turn);
  return found && mark !== undefined ? { mark, token: `${mark} ${found.ino} ${found.mtimeMs}` } : undefined;
}
