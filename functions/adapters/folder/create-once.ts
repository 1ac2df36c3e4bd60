import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    await rm(draft);
  }
  await syncFolder(dirname(path));
  return true;
}

/** A synced file in the folder, under a name that nobody else writes. */
export async function writeDraft(folder: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, `${randomUUID()}.part`);
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return path;
}

/** Makes new names in a folder durable; not every system can, and where it cannot the names are durable anyway. */
export const syncFolder = (folder: string) => syncToDisk(folder).catch(() => {});
