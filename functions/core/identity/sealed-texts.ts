import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { VaultKeys } from '../ports/keys.ts';
import { vaultKeyId } from './vault-key-id.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals texts of one kind with AES-256-GCM under the first of the vault's keys, each bound to whom or what it is of,
 * and opens them under any. The nonce is an HMAC of what is sealed, so that the same text gives the same bytes and no
 * nonce ever serves two texts.
 */
export class SealedTexts {
  readonly #keys: readonly CipherKeys[];

  /** @param kind what is sealed: each kind has keys of its own, drawn from the vault's */
  constructor(vaultKeys: VaultKeys, kind: 'identity' | 'outreach note') {
    this.#keys = vaultKeys.map((key) => cipherKeys(key, kind));
  }

  /** The id of the key that seals. */
  get keyId(): string {
    return this.#keys[0]!.id;
  }

  /** Whether the key is there; what an earlier version sealed names none. */
  knows(sealed: string): boolean {
    const { id } = partsOf(sealed);
    return id === undefined || this.#keys.some((key) => key.id === id);
  }

  /** The key's id, a full stop, and base64 of nonce, tag and ciphertext. */
  seal(boundTo: string, text: string): string {
    return sealText(this.#keys[0]!, boundTo, text);
  }

  /** Undefined when no key opens it, or it is bound to another. */
  open(boundTo: string, sealed: string): string | undefined {
    const { id, bytes } = partsOf(sealed);
    for (const key of this.#keys) {
      if (id !== undefined && id !== key.id) continue;
      const text = openText(key, boundTo, bytes);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Whether it is under the key that seals. */
  isNewest(sealed: string): boolean {
    return partsOf(sealed).id === this.keyId;
  }
}

interface CipherKeys {
  readonly id: string;
  readonly encryption: Uint8Array;
  readonly nonce: Uint8Array;
}

const cipherKeys = (vaultKey: Uint8Array, kind: string): CipherKeys => ({
  id: vaultKeyId(vaultKey),
  encryption: createHmac('sha256', vaultKey).update(`${kind} encryption`).digest(),
  nonce: createHmac('sha256', vaultKey).update(`${kind} nonce`).digest(),
});

/** A key's id and what it sealed; what an earlier version sealed names no key. */
function partsOf(sealed: string): { readonly id: string | undefined; readonly bytes: Buffer } {
  const end = sealed.indexOf('.');
  return {
    id: end < 0 ? undefined : sealed.slice(0, end),
    bytes: Buffer.from(sealed.slice(end + 1), 'base64'),
  };
}

function sealText(key: CipherKeys, boundTo: string, text: string): string {
  const nonce = createHmac('sha256', key.nonce)
    .update(`${boundTo}\n${text}`)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.encryption, nonce);
  cipher.setAAD(Buffer.from(boundTo));
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64')}`;
}

function openText(key: CipherKeys, boundTo: string, bytes: Buffer): string | undefined {
  try {
    const nonce = bytes.subarray(0, nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key.encryption, nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(boundTo));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}
