import { createReadStream, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { forwardingTo, NoSuchObject, type ObjectStore } from '../objects/object-store.ts';

const chunkBytes = 1 << 20;

/**
 * Objects from afar for a query engine that knows files alone: the location of an object is a file in a work
 * folder, brought there when it is asked for, and sent when what the engine wrote there is settled.
 * @param workFolder one store's at a time: whatever is there is removed
 */
export function stagedObjects(objects: ObjectStore, workFolder: string): ObjectStore {
  rmSync(workFolder, { recursive: true, force: true });
  const brought = new Set<string>();
  const pathOf = (key: string) => join(workFolder, key);
  return {
    ...forwardingTo(objects),
    async location(key) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      if (!brought.has(key) && (await isFile(path))) return path;
      if (await bring(objects.read(key), path)) brought.add(key);
      return path;
    },
    async settle(key) {
      if (await isFile(pathOf(key))) {
        const growing = objects.grow(key);
        for await (const chunk of createReadStream(pathOf(key), { highWaterMark: chunkBytes }))
          await growing.append(chunk);
        await growing.keep();
        await rm(pathOf(key));
        brought.delete(key);
      }
      await objects.settle(key);
    },
  };
}

/** Puts the content in a file, whole; false where there is no such object. */
async function bring(content: AsyncIterable<Uint8Array>, path: string): Promise<boolean> {
  const part = `${path}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    for await (const chunk of content) await handle.write(chunk);
    await rename(part, path);
    return true;
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof NoSuchObject) return false;
    throw error;
  } finally {
    await handle.close();
  }
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
