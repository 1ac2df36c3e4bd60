import { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import type { ErasureRecords } from '../../core/ports/erasure-records.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

const extension = '.json';

/** Erasures as objects: `<client>.json` a person, that comes into being whole or not at all. */
export class ObjectErasureRecords implements ErasureRecords {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async clients(): Promise<ReadonlySet<string>> {
    const keys = (await keysUnder(this.#objects, '')).filter((key) => key.endsWith(extension));
    return new Set(keys.map((key) => key.slice(0, -extension.length)));
  }

  async find(client: string): Promise<Erasure | undefined> {
    const text = await textOf(this.#objects, keyOf(client));
    return text === undefined ? undefined : Erasure.parse(JSON.parse(text));
  }

  async record(erasure: Erasure): Promise<Erasure> {
    await this.#objects.putIfAbsent(keyOf(erasure.client), Buffer.from(`${JSON.stringify(erasure)}\n`));
    return (await this.find(erasure.client))!;
  }
}

/** The pseudonym becomes part of a key, so it must be one. */
const keyOf = (client: string) => `${Pseudonym.parse(client)}${extension}`;
