import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { z } from 'zod';
import { IngestError } from './ingest-error.ts';

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
 * Seals identities with AES-256-GCM, bound to their pseudonym. The nonce is an HMAC of what is sealed, so
 * that the same delivery gives the same bytes and no nonce ever serves two texts.
 */
export class IdentitySealer {
  readonly #encryptionKey: Uint8Array;
  readonly #nonceKey: Uint8Array;

  constructor(vaultKey: Uint8Array) {
    this.#encryptionKey = createHmac('sha256', vaultKey).update('identity encryption').digest();
    this.#nonceKey = createHmac('sha256', vaultKey).update('identity nonce').digest();
  }

  /** Base64 of nonce, tag and ciphertext. */
  seal(pseudonym: string, identity: Identity): string {
    const text = JSON.stringify(identity);
    const nonce = createHmac('sha256', this.#nonceKey)
      .update(`${pseudonym}\n${text}`)
      .digest()
      .subarray(0, nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#encryptionKey, nonce);
    cipher.setAAD(Buffer.from(pseudonym));
    const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64');
  }

  /** @throws IngestError `unopened-identity` when key or pseudonym are not the ones it was sealed with */
  open(pseudonym: string, sealed: string): Identity {
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', this.#encryptionKey, nonce, {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(pseudonym));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return Identity.parse(JSON.parse(text.toString('utf8')));
    } catch {
      throw new IngestError('unopened-identity', 'vault: an identity does not open with this key');
    }
  }
}
