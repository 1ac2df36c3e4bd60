import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../functions/adapters/folder/write-whole.ts';
import type { KeptParts } from '../../functions/core/ports/kept-parts.ts';

/** Finished parts as files of a folder, until the whole is done. */
export function keptInFolder(folder: string): KeptParts & { readonly clear: () => Promise<void> } {
  return {
    read: (part) =>
      readFile(join(folder, part)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    write: (part, content) => writeWhole(join(folder, part), content),
    clear: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
