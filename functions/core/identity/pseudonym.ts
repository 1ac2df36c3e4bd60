import { createHmac } from 'node:crypto';
import type { Pseudonym } from '../../../data-contracts/schemas/fields.ts';

const rememberedPeople = 100_000;

/** Turns normalised person identifiers into pseudonyms: HMAC-SHA-256 under the key, its first 32 hex digits. */
export class Pseudonymiser {
  readonly #key: Uint8Array;
  readonly #remembered = new Map<string, Pseudonym>();

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Says which key made a lake's pseudonyms, without telling anything of the key. */
  get keyId(): string {
    return this.#hmac('which pseudonym key this is').slice(0, 16);
  }

  pseudonymOf(identifier: string): Pseudonym {
    const remembered = this.#remembered.get(identifier);
    if (remembered !== undefined) return remembered;
    const pseudonym = this.#hmac(identifier).slice(0, 32);
    if (this.#remembered.size >= rememberedPeople) this.#remembered.clear();
    this.#remembered.set(identifier, pseudonym);
    return pseudonym;
  }

  #hmac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}
