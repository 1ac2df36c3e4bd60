import { NotAsWritten, whereUnreadable } from '../../core/ports/not-as-written.ts';
import { type ObjectStore, textOf } from './object-store.ts';

/** What is kept, and how it is written and read. */
export interface Form<Kept> {
  write(kept: Kept): string;
  /** @throws where the text is not of the form */
  read(text: string): Kept;
}

/** A contract that takes what was kept again. */
export interface Contract<Kept> {
  parse(given: unknown): Kept;
}

/** One JSON value and a line feed, of a contract. */
export const jsonOf = <Kept>(contract: Contract<Kept>, spaces?: number): Form<Kept> => ({
  write: (kept) => `${JSON.stringify(kept, null, spaces)}\n`,
  read: (text) => contract.parse(JSON.parse(text)),
});

/** What was to be kept could not have been read again, and was not written. Carries nothing of it. */
export class WouldNotBeRead extends Error {
  readonly code = 'would-not-be-read';
}

/**
 * Objects of one form, written and read through it: nothing is written that its own reader refuses. Whatever
 * keeps records in objects keeps them through this, and through nothing else.
 */
export class ReadableObjects<Kept> {
  readonly #objects: ObjectStore;
  readonly #form: Form<Kept>;

  constructor(objects: ObjectStore, form: Form<Kept>) {
    this.#objects = objects;
    this.#form = form;
  }

  /** Undefined where there is none. @throws NotAsWritten */
  async find(key: string): Promise<Kept | undefined> {
    const text = await textOf(this.#objects, key);
    try {
      return text === undefined ? undefined : this.#form.read(text);
    } catch {
      throw new NotAsWritten('objects: what is kept is not of its own contract');
    }
  }

  /** Undefined, too, where what is there cannot be read. */
  async findReadable(key: string): Promise<Kept | undefined> {
    return this.find(key).catch(whereUnreadable(undefined));
  }

  /** @throws WouldNotBeRead, as all that writes does */
  async keep(key: string, kept: Kept): Promise<void> {
    await this.#objects.put(key, this.#readable(kept));
  }

  /** See `ObjectStore.putIfAbsent`. */
  keepOnce(key: string, kept: Kept): Promise<boolean> {
    return this.#objects.putIfAbsent(key, this.#readable(kept));
  }

  /** See `ObjectStore.putIfMatch`. */
  keepIfMatch(key: string, kept: Kept, version: string): Promise<boolean> {
    return this.#objects.putIfMatch(key, this.#readable(kept), version);
  }

  /** Whether the object is what would be written of this. */
  async isKept(key: string, kept: Kept): Promise<boolean> {
    return (await textOf(this.#objects, key)) === this.#form.write(kept);
  }

  #readable(kept: Kept): Uint8Array {
    const text = this.#form.write(kept);
    try {
      this.#form.read(text);
    } catch {
      throw new WouldNotBeRead('objects: what was to be kept is not of its own contract');
    }
    return Buffer.from(text);
  }
}
