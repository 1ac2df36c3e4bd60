import { join } from 'node:path';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import type { ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

/** A new, empty store as two processes see it. */
export type OpenObjects = () => Promise<readonly [ObjectStore, ObjectStore]>;

/** Stores that need nothing but this machine; the exam of each port is run on all of them. */
export const localObjects: Readonly<Record<string, OpenObjects>> = {
  memory: async () => {
    const objects = new MemoryObjects();
    return [objects, objects];
  },
  folder: async () => {
    const folder = join(temporaryFolder(), 'objects');
    return [new FolderObjects(folder), new FolderObjects(folder)];
  },
};
