import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { VaultKeys } from '../ports/keys.ts';
import { IdentityError } from './identity-error.ts';
import { vaultKeyId } from './vault-key-id.ts';

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

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals identities with AES-256-GCM under the first of the vault's keys, bound to their pseudonym, and opens them
 * under any. The nonce is an HMAC of what is sealed, so that the same delivery gives the same bytes and no nonce
 * ever serves two texts.
 */
export class IdentitySealer {
  readonly #sealing: CipherKeys;
  readonly #keys: readonly CipherKeys[];

  constructor(vaultKeys: VaultKeys) {
    this.#keys = vaultKeys.map(cipherKeys);
    this.#sealing = this.#keys[0]!;
  }

  /** The id of the key that seals. */
  get keyId(): string {
    return this.#sealing.id;
  }

  /** Whether this sealer has the key; what an earlier version sealed names none. */
  knows(sealed: string): boolean {
    const { id } = partsOf(sealed);
    return id === undefined || this.#keys.some((key) => key.id === id);
  }

  /** The key's id, a full stop, and base64 of nonce, tag and ciphertext. */
  seal(pseudonym: string, identity: Identity): string {
    return sealText(this.#sealing, pseudonym, JSON.stringify(identity));
  }

  /** @throws IdentityError `unopened-identity` when key or pseudonym are not the ones it was sealed with */
  open(pseudonym: string, sealed: string): Identity {
    return Identity.parse(JSON.parse(this.#textOf(pseudonym, sealed)));
  }

  /** The same identity under the key that seals; what is under it already stays as it is. @throws as `open` */
  reseal(pseudonym: string, sealed: string): string {
    if (partsOf(sealed).id === this.keyId) return sealed;
    return sealText(this.#sealing, pseudonym, this.#textOf(pseudonym, sealed));
  }

  #textOf(pseudonym: string, sealed: string): string {
    const { id, bytes } = partsOf(sealed);
    for (const key of this.#keys) {
      if (id !== undefined && id !== key.id) continue;
      const text = openText(key, pseudonym, bytes);
      if (text !== undefined) return text;
    }
    throw new IdentityError('unopened-identity', 'vault: an identity does not open with the keys there are');
  }
}

interface CipherKeys {
  readonly id: string;
  readonly encryption: Uint8Array;
  readonly nonce: Uint8Array;
}

const cipherKeys = (vaultKey: Uint8Array): CipherKeys => ({
  id: vaultKeyId(vaultKey),
  encryption: createHmac('sha256', vaultKey).update('identity encryption').digest(),
  nonce: createHmac('sha256', vaultKey).update('identity nonce').digest(),
});

/** A key's id and what it sealed; what an earlier version sealed names no key. */
function partsOf(sealed: string): { readonly id: string | undefined; readonly bytes: Buffer } {
  const end = sealed.indexOf('.');
  return {
    id: end < 0 ? undefined : sealed.slice(0, end),
    bytes: Buffer.from(sealed.slice(end + 1), 'base64'),
  };
}

function sealText(key: CipherKeys, pseudonym: string, text: string): string {
  const nonce = createHmac('sha256', key.nonce)
    .update(`${pseudonym}\n${text}`)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.encryption, nonce);
  cipher.setAAD(Buffer.from(pseudonym));
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64')}`;
}

/** Undefined when key or pseudonym are not the ones it was sealed with. */
function openText(key: CipherKeys, pseudonym: string, bytes: Buffer): string | undefined {
  try {
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(pseudonym));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}
