import { createHash } from 'node:crypto';
import { byDeliveryOrder } from '../../core/ingest/delivery-order.ts';
import type {
  IdentityVault,
  SealedIdentity,
  VaultContents,
  VaultFile,
} from '../../core/ports/identity-vault.ts';
import { withDigest } from './digest-beside.ts';
import { HashedObject } from './hashed-object.ts';
import { linesOf } from './lines-of.ts';
import { type GrowingObject, keysUnder, type ObjectStore } from './object-store.ts';

const extension = '.sealed';

/** The vault as objects: `<fileId>.sealed`, a line `line pseudonym sealed` an identity, and its digest beside it. */
export class ObjectIdentityVault implements IdentityVault, VaultContents {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  begin(fileId: string): VaultFile {
    return new ObjectVaultFile(this.#objects, `${fileId}${extension}`);
  }

  remove(fileId: string): Promise<void> {
    const key = fileId + extension;
    return withDigest(this.#objects, key, undefined, () => this.#objects.remove([key]));
  }

  async *find(pseudonyms: ReadonlySet<string>): AsyncGenerator<SealedIdentity> {
    for (const key of await this.#keys()) {
      for await (const identities of identitiesIn(this.#objects, key))
        yield* identities.filter(({ pseudonym }) => pseudonyms.has(pseudonym));
    }
  }

  async *each(): AsyncGenerator<{ fileId: string; identities: readonly SealedIdentity[] }> {
    for (const key of await this.#keys())
      for await (const identities of identitiesIn(this.#objects, key))
        yield { fileId: key.slice(0, -extension.length), identities };
  }

  async rewrite(
    change: (identity: SealedIdentity, fileId: string) => SealedIdentity | undefined,
  ): Promise<number> {
    let changed = 0;
    for (const key of await this.#keys()) {
      const fileId = key.slice(0, -extension.length);
      changed += await rewriteFile(this.#objects, key, (identity) => change(identity, fileId));
    }
    return changed;
  }

  async #keys(): Promise<string[]> {
    const keys = await keysUnder(this.#objects, '');
    return keys.filter((key) => key.endsWith(extension)).sort(byDeliveryOrder);
  }
}

/** Everything added goes to a file of its own first, as which lines stay is known at the end. */
class ObjectVaultFile implements VaultFile {
  readonly #objects: ObjectStore;
  readonly #key: string;
  readonly #allKey: string;
  readonly #all: GrowingObject;
  readonly #hash = createHash('sha256');
  #isEmpty = true;

  constructor(objects: ObjectStore, key: string) {
    this.#objects = objects;
    this.#key = key;
    this.#allKey = `${key}.all`;
    this.#all = objects.grow(this.#allKey);
  }

  async add(identities: readonly SealedIdentity[]): Promise<void> {
    if (identities.length === 0) return;
    this.#isEmpty = false;
    const text = identities.map(vaultLine).join('');
    this.#hash.update(text);
    await this.#all.append(text);
  }

  async keep(exceptLines: ReadonlySet<number>): Promise<void> {
    await this.#all.keep();
    if (this.#isEmpty)
      return withDigest(this.#objects, this.#key, undefined, () => this.#objects.remove([this.#key]));
    if (exceptLines.size === 0)
      return withDigest(this.#objects, this.#key, this.#hash.digest('hex'), () =>
        this.#objects.move(this.#allKey, this.#key),
      );
    const kept = new HashedObject(this.#objects, this.#key);
    for await (const identities of identitiesIn(this.#objects, this.#allKey)) {
      const lines = identities.filter(({ line }) => !exceptLines.has(line)).map(vaultLine);
      await kept.append(lines.join(''));
    }
    await kept.keep();
    await this.#objects.remove([this.#allKey]);
  }

  async discard(): Promise<void> {
    await this.#all.discard();
    await this.#objects.remove([this.#allKey]);
  }
}

async function rewriteFile(
  objects: ObjectStore,
  key: string,
  change: (identity: SealedIdentity) => SealedIdentity | undefined,
): Promise<number> {
  const rewritten = new HashedObject(objects, key);
  let changed = 0;
  try {
    for await (const identities of identitiesIn(objects, key)) {
      const now = identities.map(change);
      changed += now.filter((identity, place) => identity !== identities[place]).length;
      const text = now.map((identity) => (identity ? vaultLine(identity) : '')).join('');
      if (text !== '') await rewritten.append(text);
    }
    if (changed > 0) await rewritten.keep();
  } finally {
    await rewritten.discard();
  }
  return changed;
}

const vaultLine = ({ line, pseudonym, sealed }: SealedIdentity) => `${line} ${pseudonym} ${sealed}\n`;

async function* identitiesIn(objects: ObjectStore, key: string): AsyncGenerator<SealedIdentity[]> {
  for await (const lines of linesOf(objects.read(key)))
    yield lines.map((text) => {
      const [line, pseudonym, sealed] = text.split(' ') as [string, string, string];
      return { line: Number(line), pseudonym, sealed };
    });
}
