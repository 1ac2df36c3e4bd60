import { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import type { ErasureRecords } from '../../core/ports/erasure-records.ts';
import { keysUnder, type ObjectStore } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

const extension = '.json';

/** Erasures as objects: `<client>.json` a person, that comes into being whole or not at all. */
export class ObjectErasureRecords implements ErasureRecords {
  readonly #objects: ObjectStore;
  readonly #erasures: ReadableObjects<Erasure>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#erasures = new ReadableObjects(objects, jsonOf(Erasure));
  }

  async clients(): Promise<ReadonlySet<string>> {
    const keys = (await keysUnder(this.#objects, '')).filter((key) => key.endsWith(extension));
    return new Set(keys.map((key) => key.slice(0, -extension.length)));
  }

  async find(client: string): Promise<Erasure | undefined> {
    return this.#erasures.find(keyOf(client));
  }

  async record(erasure: Erasure): Promise<Erasure> {
    await this.#erasures.keepOnce(keyOf(erasure.client), erasure);
    return (await this.find(erasure.client))!;
  }
}

/** The pseudonym becomes part of a key, so it must be one. */
const keyOf = (client: string) => `${Pseudonym.parse(client)}${extension}`;
