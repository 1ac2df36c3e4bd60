import { randomUUID } from 'node:crypto';
import { link, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lifeOf, processMark } from './process-identity.ts';
import { syncToDisk } from './write-whole.ts';

/**
 * Writes a file that is not there, whole and durably, and tells whether this writer made it: of several, one
 * does, and another's file of that name is left as it is. The folder must be there.
 */
export async function createOnce(path: string, content: string | Uint8Array): Promise<boolean> {
  const draft = await writeDraft(dirname(path), content);
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** A synced file in the folder, under a name that nobody else writes and that says which process does. */
export async function writeDraft(folder: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, `${processMark}.${randomUUID()}.part`);
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return path;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const draftForm = new RegExp(`^(?:([0-9a-f]{12}-\\d+-\\d+)\\.)?${uuid}\\.part$`);
/** Whether a file is a draft that `writeDraft` has begun. */
export const isDraft = (name: string) => draftForm.test(name);

/** A draft is written in milliseconds: one so old whose writer cannot be seen from here is left behind. */
const longestDraftMilliseconds = 3_600_000;

/** Removes drafts that processes which are gone have left in a folder. */
export async function clearDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const draft = draftForm.exec(name);
    if (!draft) continue;
    const life = draft[1] === undefined ? 'elsewhere' : lifeOf(draft[1]);
    if (life === 'gone' || (life === 'elsewhere' && (await isOld(join(folder, name)))))
      await rm(join(folder, name), { force: true });
  }
}

const isOld = async (path: string) =>
  Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now()) > longestDraftMilliseconds;

/** Makes new names in a folder durable; not every system can, and where it cannot the names are durable anyway. */
export const syncFolder = (folder: string) => syncToDisk(folder).catch(() => {});
