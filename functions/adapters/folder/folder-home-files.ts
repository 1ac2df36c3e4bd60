import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HomeFiles } from '../../core/ports/home-files.ts';

/** A home's files as they lie in its folder. Links are not followed. */
export class FolderHomeFiles implements HomeFiles {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  async *list(except: readonly string[]): AsyncGenerator<string> {
    for (const entry of await readdir(this.#home, { withFileTypes: true })) {
      if (entry.isFile()) yield entry.name;
      if (entry.isDirectory() && !except.includes(entry.name)) yield* this.#within(entry.name);
    }
  }

  async *#within(folder: string): AsyncGenerator<string> {
    for (const entry of await readdir(join(this.#home, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.#within(path);
      else if (entry.isFile()) yield path;
    }
  }

  read(path: string): AsyncIterable<Uint8Array> {
    return createReadStream(join(this.#home, path), { highWaterMark: 1 << 20 });
  }
}
