import { DecryptCommand, GenerateDataKeyCommand, KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import { vaultKeyId } from '../../core/identity/vault-key-id.ts';
import type { AnchorKey } from '../../core/ports/anchor-store.ts';
import type { RotatingKeys, VaultKeys } from '../../core/ports/keys.ts';
import { keysUnder, type ObjectStore, textOf } from '../objects/object-store.ts';
import { KmsFailed } from './kms-failed.ts';

export interface KmsPlace {
  readonly client: KMSClient;
  /** The key of KMS under which the data keys are encrypted: its id, its ARN or an alias of it. */
  readonly keyId: string;
  /** Where the encrypted data keys lie. */
  readonly objects: ObjectStore;
}

type KeyName = 'pseudonym' | 'answers' | 'vault' | 'anchor';

const retiredPrefix = 'vault-retired-';
const nextName = 'vault-next.key';

/**
 * Keys of which only KMS’s encryption is kept, in `<name>.key`: 32 bytes made by KMS at first use, opened by KMS
 * for whoever may. The encryption is bound to what the key is for, so that a policy can tell the pseudonym key,
 * the answers key and the vault’s apart. Retired vault keys lie in `vault-retired-<id>.key`, one that is to come in `vault-next.key`.
 */
export class KmsKeys implements RotatingKeys, AnchorKey {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #objects: ObjectStore;
  /** Opened keys by their encryption, for as long as the process lives. */
  readonly #opened = new Map<string, Promise<Uint8Array>>();

  constructor({ client, keyId, objects }: KmsPlace) {
    this.#client = client;
    this.#keyId = keyId;
    this.#objects = objects;
  }

  async pseudonymKey(): Promise<Uint8Array> {
    return this.#open('pseudonym', await this.#kept('pseudonym.key', 'pseudonym'));
  }

  async anchorKey(): Promise<Uint8Array> {
    return this.#open('anchor', await this.#kept('anchor.key', 'anchor'));
  }

  async answersKey(): Promise<Uint8Array> {
    return this.#open('answers', await this.#kept('answers.key', 'answers'));
  }

  async vaultKeys(): Promise<VaultKeys> {
    const sealing = await this.#open('vault', await this.#kept('vault.key', 'vault'));
    const retired: Uint8Array[] = [];
    for (const key of await keysUnder(this.#objects, retiredPrefix)) {
      const encrypted = await textOf(this.#objects, key);
      if (encrypted !== undefined) retired.push(await this.#open('vault', encrypted));
    }
    // Cut off while it was being retired, the key that seals lies there as well.
    return [sealing, ...retired.filter((key) => vaultKeyId(key) !== vaultKeyId(sealing))];
  }

  async renewVaultKey(): Promise<void> {
    const before = await this.#kept('vault.key', 'vault');
    // Left by a renewal that was cut off after its last step, it is the key that seals.
    if ((await textOf(this.#objects, nextName)) === before) await this.#objects.remove([nextName]);
    const next = await this.#kept(nextName, 'vault');
    const current = (await this.#objects.get('vault.key'))!;
    if (Buffer.from(current.content).toString() !== before) return;
    const id = vaultKeyId(await this.#open('vault', before));
    await this.#objects.putIfAbsent(`${retiredPrefix}${id}.key`, current.content);
    await this.#objects.putIfMatch('vault.key', Buffer.from(next), current.version);
    await this.#objects.remove([nextName]);
  }

  async destroyVaultKeys(retired: readonly Uint8Array[]): Promise<void> {
    await this.#objects.remove(retired.map((key) => `${retiredPrefix}${vaultKeyId(key)}.key`));
  }

  /** The encrypted key that is kept, made if there is none: of several that make one at once, one is kept. */
  async #kept(name: string, purpose: KeyName): Promise<string> {
    const kept = await textOf(this.#objects, name);
    if (kept !== undefined) return kept;
    const { CiphertextBlob } = await told(`making the ${purpose} key`, () =>
      this.#client.send(
        new GenerateDataKeyCommand({
          KeyId: this.#keyId,
          KeySpec: 'AES_256',
          EncryptionContext: contextOf(purpose),
        }),
      ),
    );
    await this.#objects.putIfAbsent(name, Buffer.from(Buffer.from(CiphertextBlob!).toString('base64')));
    return (await textOf(this.#objects, name))!;
  }

  #open(purpose: KeyName, encrypted: string): Promise<Uint8Array> {
    const opened = this.#opened.get(encrypted) ?? this.#decrypt(purpose, encrypted);
    this.#opened.set(encrypted, opened);
    opened.catch(() => this.#opened.delete(encrypted));
    return opened;
  }

  async #decrypt(purpose: KeyName, encrypted: string): Promise<Uint8Array> {
    const { Plaintext } = await told(`opening the ${purpose} key`, () =>
      this.#client.send(
        new DecryptCommand({
          KeyId: this.#keyId,
          CiphertextBlob: Buffer.from(encrypted, 'base64'),
          EncryptionContext: contextOf(purpose),
        }),
      ),
    );
    if (Plaintext?.length !== 32) throw new KmsFailed(`opening the ${purpose} key`, { name: 'no 32 bytes' });
    return Plaintext;
  }
}

/** Region, credentials and endpoint are as the environment says, unless given. */
export const openKms = (config: KMSClientConfig = {}) => new KMSClient({ maxAttempts: 8, ...config });

const contextOf = (purpose: KeyName) => ({ service: 'ennakko', key: purpose });

async function told<Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new KmsFailed(what, error);
  }
}
