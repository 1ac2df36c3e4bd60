import type { HomeFiles } from '../../core/ports/home-files.ts';
import type { ObjectStore } from './object-store.ts';

/** A home's files as they lie in its store. */
export class ObjectHomeFiles implements HomeFiles {
  readonly #home: ObjectStore;

  constructor(home: ObjectStore) {
    this.#home = home;
  }

  async *list(except: readonly string[]): AsyncGenerator<string> {
    for (const { name } of await this.#home.entries('')) {
      if (!name.endsWith('/')) yield name;
      else if (!except.includes(name.slice(0, -1))) yield* this.#home.list(name);
    }
  }

  read(path: string): AsyncIterable<Uint8Array> {
    return this.#home.read(path);
  }
}
