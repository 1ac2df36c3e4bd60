import type { UnclearedFiles } from '../../core/ports/uncleared-files.ts';
import { keysUnder, type ObjectStore } from './object-store.ts';

/** Everything in a home but the folders that an erasure clears, those whose keeping is told apart, and the keys. */
export class ObjectUnclearedFiles implements UnclearedFiles {
  readonly #home: ObjectStore;
  readonly #except: ReadonlySet<string>;

  constructor(home: ObjectStore, except: ReadonlySet<string>) {
    this.#home = home;
    this.#except = except;
  }

  async paths(): Promise<readonly string[]> {
    const paths: string[] = [];
    for (const { name } of await this.#home.entries('')) {
      if (this.#except.has(name.replace(/\/$/, ''))) continue;
      if (name.endsWith('/')) paths.push(...(await keysUnder(this.#home, name)));
      else paths.push(name);
    }
    return paths.sort();
  }

  read(path: string): AsyncIterable<Uint8Array> {
    return this.#home.read(path);
  }

  location(path: string): Promise<string> {
    return this.#home.location(path);
  }
}
