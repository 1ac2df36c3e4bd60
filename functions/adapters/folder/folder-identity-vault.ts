import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { IdentityVault, SealedIdentity, VaultFile } from '../../core/ports/identity-vault.ts';
import { PartFile } from './part-file.ts';

const extension = '.sealed';

/** The vault as a folder: `<folder>/<fileId>.sealed`, a line `line pseudonym sealed` an identity. */
export class FolderIdentityVault implements IdentityVault {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  begin(fileId: string): VaultFile {
    return new FolderVaultFile(join(this.#folder, `${fileId}${extension}`));
  }

  async *find(pseudonyms: ReadonlySet<string>): AsyncGenerator<SealedIdentity> {
    for (const name of await this.#fileNames()) {
      for await (const identity of identitiesIn(join(this.#folder, name))) {
        if (pseudonyms.has(identity.pseudonym)) yield identity;
      }
    }
  }

  async rewrite(change: (identity: SealedIdentity) => SealedIdentity | undefined): Promise<number> {
    let changed = 0;
    for (const name of await this.#fileNames())
      changed += await rewriteFile(join(this.#folder, name), change);
    return changed;
  }

  async #fileNames(): Promise<string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => name.endsWith(extension)).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}

class FolderVaultFile implements VaultFile {
  readonly #path: string;
  readonly #all: PartFile;

  constructor(path: string) {
    this.#path = path;
    this.#all = new PartFile(path, `${path}.all`);
  }

  async add(identities: readonly SealedIdentity[]): Promise<void> {
    if (identities.length > 0) await this.#all.append(identities.map(vaultLine).join(''));
  }

  async keep(exceptLines: ReadonlySet<number>): Promise<void> {
    if (exceptLines.size === 0) return this.#all.keep();
    await this.#all.close();
    const kept = new PartFile(this.#path);
    for await (const identities of inBatches(identitiesIn(`${this.#path}.all`))) {
      await kept.append(
        identities
          .filter(({ line }) => !exceptLines.has(line))
          .map(vaultLine)
          .join(''),
      );
    }
    await kept.keep();
    await this.#all.discard();
  }

  discard(): Promise<void> {
    return this.#all.discard();
  }
}

async function rewriteFile(
  path: string,
  change: (identity: SealedIdentity) => SealedIdentity | undefined,
): Promise<number> {
  const rewritten = new PartFile(path, `${path}.rewritten`);
  let changed = 0;
  try {
    for await (const identities of inBatches(identitiesIn(path))) {
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

async function* identitiesIn(path: string): AsyncGenerator<SealedIdentity> {
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const [line, pseudonym, sealed] = text.split(' ') as [string, string, string];
    yield { line: Number(line), pseudonym, sealed };
  }
}

const identitiesPerBatch = 4096;

async function* inBatches(identities: AsyncIterable<SealedIdentity>): AsyncGenerator<SealedIdentity[]> {
  let batch: SealedIdentity[] = [];
  for await (const identity of identities) {
    batch.push(identity);
    if (batch.length < identitiesPerBatch) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
