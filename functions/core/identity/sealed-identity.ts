import { z } from 'zod';
import type { VaultKeys } from '../ports/keys.ts';
import { IdentityError } from './identity-error.ts';
import { SealedTexts } from './sealed-texts.ts';

/** What the vault holds of one client as of one delivered row. */
export const Identity = z.object({
  clientIdentifier: z.string(),
  /** First day on which this was so. */
  validFrom: z.string(),
  familyName: z.string().optional(),
  givenNames: z.string().optional(),
  telephone: z.string().optional(),
});
export type Identity = z.infer<typeof Identity>;

/** Seals identities, each bound to its pseudonym, under the first of the vault's keys, and opens them under any. */
export class IdentitySealer {
  readonly #texts: SealedTexts;

  constructor(vaultKeys: VaultKeys) {
    this.#texts = new SealedTexts(vaultKeys, 'identity');
  }

  /** The id of the key that seals. */
  get keyId(): string {
    return this.#texts.keyId;
  }

  /** Whether this sealer has the key; what an earlier version sealed names none. */
  knows(sealed: string): boolean {
    return this.#texts.knows(sealed);
  }

  seal(pseudonym: string, identity: Identity): string {
    return this.#texts.seal(pseudonym, JSON.stringify(identity));
  }

  /** @throws IdentityError `unopened-identity` when key or pseudonym are not the ones it was sealed with */
  open(pseudonym: string, sealed: string): Identity {
    return Identity.parse(JSON.parse(this.#textOf(pseudonym, sealed)));
  }

  /** The same identity under the key that seals; what is under it already stays as it is. @throws as `open` */
  reseal(pseudonym: string, sealed: string): string {
    if (this.#texts.isNewest(sealed)) return sealed;
    return this.#texts.seal(pseudonym, this.#textOf(pseudonym, sealed));
  }

  /**
   * The same identity, bound to whom its identifier is of by now; undefined: to nobody any more. Which identity it is
   * stays here.
   * @throws as `open`
   */
  bindAnew(
    pseudonym: string,
    sealed: string,
    personOf: (identifier: string) => string | undefined,
  ): { readonly pseudonym: string; readonly sealed: string } | undefined {
    const text = this.#textOf(pseudonym, sealed);
    const person = personOf(Identity.parse(JSON.parse(text)).clientIdentifier);
    if (person === pseudonym) return { pseudonym, sealed };
    return person === undefined ? undefined : { pseudonym: person, sealed: this.#texts.seal(person, text) };
  }

  #textOf(pseudonym: string, sealed: string): string {
    const text = this.#texts.open(pseudonym, sealed);
    if (text !== undefined) return text;
    throw new IdentityError('unopened-identity', 'vault: an identity does not open with the keys there are');
  }
}
