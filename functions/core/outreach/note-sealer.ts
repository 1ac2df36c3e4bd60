import { IdentityError } from '../identity/identity-error.ts';
import { SealedTexts } from '../identity/sealed-texts.ts';
import type { VaultKeys } from '../ports/keys.ts';
import type { NotePlace } from '../ports/outreach-store.ts';

/** Seals what teams note of people, under the first of the vault's keys, and opens it under any. */
export class NoteSealer {
  readonly #texts: SealedTexts;

  constructor(vaultKeys: VaultKeys) {
    this.#texts = new SealedTexts(vaultKeys, 'outreach note');
  }

  get keyId(): string {
    return this.#texts.keyId;
  }

  seal(place: NotePlace, text: string): string {
    return this.#texts.seal(boundTo(place), text);
  }

  /** @throws IdentityError `unopened-identity` when key or place are not the ones it was sealed with */
  open(place: NotePlace, sealed: string): string {
    const text = this.#texts.open(boundTo(place), sealed);
    if (text !== undefined) return text;
    throw new IdentityError('unopened-identity', 'outreach: a note does not open with the keys there are');
  }

  /** The same note under the key that seals; what is under it already stays as it is. @throws as `open` */
  reseal(place: NotePlace, sealed: string): string {
    return this.#texts.isNewest(sealed) ? sealed : this.seal(place, this.open(place, sealed));
  }
}

const boundTo = ({ client, listId, eventId }: NotePlace) => `${client} ${listId} ${eventId}`;
