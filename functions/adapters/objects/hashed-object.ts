import { createHash } from 'node:crypto';
import { withDigest } from './digest-beside.ts';
import type { GrowingObject, ObjectStore } from './object-store.ts';

/** An object that grows, whose digest is put beside it when it is kept. */
export class HashedObject implements GrowingObject {
  readonly #objects: ObjectStore;
  readonly #key: string;
  readonly #growing: GrowingObject;
  readonly #hash = createHash('sha256');
  readonly #isNew: boolean;
  #isEmpty = true;

  /** @param isNew see `withDigest` */
  constructor(objects: ObjectStore, key: string, isNew = false) {
    this.#isNew = isNew;
    this.#objects = objects;
    this.#key = key;
    this.#growing = objects.grow(key);
  }

  async append(content: string | Uint8Array): Promise<void> {
    this.#hash.update(content);
    this.#isEmpty = false;
    await this.#growing.append(content);
  }

  async keep(): Promise<void> {
    const sha256 = this.#isEmpty ? undefined : this.#hash.digest('hex');
    await withDigest(this.#objects, this.#key, sha256, () => this.#growing.keep(), this.#isNew);
  }

  discard(): Promise<void> {
    return this.#growing.discard();
  }
}
