import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearDrafts, isDraft } from './create-once.ts';
import { lifeOf } from './process-identity.ts';

/** Where jobs and queries of a home work, each with what it is about in hand. */
export const workFolder = '.work';

/** What the county owns, and what has no unfinished work. */
const notOurs = ['landing', 'keys'];

/**
 * Removes unfinished work that processes which are gone have left in a home, as it may be about anybody: halves of
 * files, and what lay in hand. Only for whoever holds the home, as jobs have unfinished work while they work.
 */
export async function clearLeftovers(home: string): Promise<void> {
  const work = join(home, workFolder);
  for (const name of await readdir(work).catch(() => [])) {
    const spill = /^spill-(.+)$/.exec(name);
    if (!spill || lifeOf(spill[1]!) === 'gone') await rm(join(work, name), { recursive: true, force: true });
  }
  const entries = await readdir(home, { withFileTypes: true }).catch(() => []);
  for (const entry of entries)
    if (entry.isDirectory() && ![...notOurs, workFolder].includes(entry.name))
      await clearHalves(join(home, entry.name));
}

/** A draft is of a process that may write meanwhile; any other half is of a job. */
async function clearHalves(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => isDraft(name))) await clearDrafts(folder);
  for (const entry of entries) {
    if (entry.isDirectory()) await clearHalves(join(folder, entry.name));
    else if (/\.(part|sealed\.all)$/.test(entry.name) && !isDraft(entry.name))
      await rm(join(folder, entry.name), { force: true });
  }
}
