import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SettingFiles } from '../../core/county-settings.ts';

/** A county's own catalogues at the top of its home. */
export class FolderSettingFiles implements SettingFiles {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  async read(name: string): Promise<string | undefined> {
    try {
      return await readFile(this.placeOf(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  placeOf(name: string): string {
    return join(this.#home, name);
  }
}
