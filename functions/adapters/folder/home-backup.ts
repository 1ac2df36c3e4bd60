import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { HomeBackup } from '../../../data-contracts/schemas/home-backup.ts';
import { syncFolder } from './create-once.ts';
import { lockName } from './home-lock.ts';
import { workFolder } from './leftovers.ts';
import { nothingWhereGone } from './nothing-where-gone.ts';
import { writeWhole } from './write-whole.ts';

/** A copy cannot be made there, or cannot be taken from there. Names files, and nobody. */
export class UnusableBackup extends Error {
  readonly code = 'unusable-backup';
}

export interface BackupChoice {
  readonly withKeys: boolean;
  readonly withoutLanding: boolean;
}

const manifestName = 'backup.json';
const copiesName = 'home';
const restoringName = '.restoring';
/** More often than a home changes that nobody ingests into meanwhile. */
const mostPasses = 50;

/**
 * Copies a home into a folder of its own: everything but unfinished work and, unless they are asked for, the keys.
 * Whoever copies holds the home; what people say meanwhile is copied as well, until nothing has changed between
 * two looks, so that the copy is the home as it stood at one instant. Cut off, it is no copy: its list comes last.
 * @throws UnusableBackup where the folder is not empty, or is the home's own
 */
export async function backUpHome(
  home: string,
  to: string,
  choice: BackupChoice,
  now: () => string,
): Promise<HomeBackup> {
  refuseWithin(home, to);
  if ((await namesIn(to)).length > 0) throw new UnusableBackup(`${to}: is not empty`);
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copied = new Map<string, Copied>();
  let at = now();
  for (let pass = 1; await copyChanged(home, to, choice, copied); pass += 1) {
    if (pass === mostPasses) throw new UnusableBackup(`${home}: changes all the time`);
    at = now();
  }
  const files = [...copied].map(([path, { bytes, sha256 }]) => ({ path, bytes, sha256 }));
  const backup: HomeBackup = {
    version: 1,
    at,
    hasKeys: choice.withKeys,
    hasLanding: !choice.withoutLanding,
    files: files.sort((one, other) => (one.path < other.path ? -1 : 1)),
  };
  await writeWhole(join(to, manifestName), Buffer.from(`${JSON.stringify(backup, null, 2)}\n`));
  return backup;
}

/**
 * Puts a copy in the place of a home that is not there yet, once every file of it is as it was copied. Cut off, it
 * is told again.
 * @throws UnusableBackup where the copy is not whole, or the home is not empty
 */
export async function restoreHome(from: string, home: string): Promise<HomeBackup> {
  const backup = await readBackup(from);
  await refuseDamaged(from, backup);
  const there = (await namesIn(home)).filter((name) => name !== lockName);
  if (there.length > 0 && !there.includes(restoringName)) throw new UnusableBackup(`${home}: is not empty`);
  await writeWhole(join(home, restoringName), Buffer.from(backup.at));
  for (const { path, sha256 } of backup.files) {
    const copied = await copyFile(join(from, copiesName, path), join(home, path));
    if (copied.sha256 !== sha256) throw new UnusableBackup(`${path}: changed while it was restored`);
  }
  await rm(join(home, restoringName));
  await syncFolder(home);
  return backup;
}

interface Copied {
  readonly bytes: number;
  readonly sha256: string;
  /** What the file was when it was copied. */
  readonly state: string;
}

/** Whether anything has changed since the last look. */
async function copyChanged(
  home: string,
  to: string,
  choice: BackupChoice,
  copied: Map<string, Copied>,
): Promise<boolean> {
  let hasChanged = false;
  const paths = new Set(await pathsToCopy(home, choice));
  for (const path of [...copied.keys()].filter((known) => !paths.has(known))) {
    await rm(join(to, copiesName, path), { force: true });
    copied.delete(path);
    hasChanged = true;
  }
  for (const path of paths) {
    const state = await stateOf(join(home, path));
    if (state === undefined || copied.get(path)?.state === state) continue;
    hasChanged = true;
    const copy = await copyFile(join(home, path), join(to, copiesName, path)).catch(nothingWhereGone);
    if (copy) copied.set(path, { ...copy, state });
  }
  return hasChanged;
}

async function stateOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(nothingWhereGone);
  return found && `${found.ino} ${found.size} ${found.mtimeNs}`;
}

/** Unfinished work, who is at work, and turns are of processes, and not of the home. */
const ofProcesses = /(^|\/)[^/]+\.(part|turn|turn\.removal|sealed\.all)$|^\.lock/;

async function pathsToCopy(home: string, { withKeys, withoutLanding }: BackupChoice): Promise<string[]> {
  const except = [workFolder, ...(withKeys ? [] : ['keys']), ...(withoutLanding ? ['landing'] : [])];
  const names = (await namesIn(home)).filter((name) => !except.includes(name));
  const paths = await Promise.all(names.map((name) => pathsUnder(home, join(home, name))));
  return paths
    .flat()
    .filter((path) => !ofProcesses.test(path))
    .sort();
}

async function pathsUnder(top: string, place: string): Promise<string[]> {
  const found = await stat(place).catch(nothingWhereGone);
  if (found?.isFile()) return [relative(top, place).split(sep).join('/')];
  if (!found?.isDirectory()) return [];
  const within = await Promise.all((await namesIn(place)).map((name) => pathsUnder(top, join(place, name))));
  return within.flat();
}

async function copyFile(from: string, to: string): Promise<Omit<Copied, 'state'>> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(to, 'w', 0o600);
  try {
    for await (const chunk of createReadStream(from) as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function readBackup(from: string): Promise<HomeBackup> {
  const text = await readFile(join(from, manifestName), 'utf8').catch(nothingWhereGone);
  if (text === undefined) throw new UnusableBackup(`${from}: has no ${manifestName}, so it is not whole`);
  try {
    return HomeBackup.parse(JSON.parse(text));
  } catch {
    throw new UnusableBackup(`${join(from, manifestName)}: is not as a copy’s list is`);
  }
}

/** Nothing is restored of a copy in which a file is missing, changed, or added. */
async function refuseDamaged(from: string, { files }: HomeBackup): Promise<void> {
  const top = join(from, copiesName);
  const there = new Set(await pathsUnder(top, top));
  for (const { path, sha256 } of files) {
    if (!there.delete(path)) throw new UnusableBackup(`${path}: is missing from the copy`);
    if ((await sha256Of(join(top, path))) !== sha256)
      throw new UnusableBackup(`${path}: is not as it was copied`);
  }
  const [added] = there;
  if (added !== undefined) throw new UnusableBackup(`${added}: is not on the copy’s list`);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

function refuseWithin(home: string, to: string): void {
  const [inner, outer] = [resolve(to), resolve(home)].map((path) => `${path}${sep}`) as [string, string];
  if (inner.startsWith(outer) || outer.startsWith(inner))
    throw new UnusableBackup(`${to}: a copy is kept apart from the home`);
}

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[]);
