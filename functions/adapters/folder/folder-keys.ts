import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { vaultKeyId } from '../../core/identity/vault-key-id.ts';
import type { AnchorKey } from '../../core/ports/anchor-store.ts';
import type { RotatingKeys, VaultKeys } from '../../core/ports/keys.ts';
import { clearDrafts, createOnce } from './create-once.ts';
import { nothingWhereGone } from './nothing-where-gone.ts';
import { syncToDisk } from './write-whole.ts';

/** Keys given from outside instead of the folder, 64 hexadecimal digits each. */
export interface GivenKeys {
  readonly pseudonymKey?: string | undefined;
  readonly answersKey?: string | undefined;
  readonly vaultKey?: string | undefined;
  readonly anchorKey?: string | undefined;
  /** Keys that the vault had before, until nothing is sealed under them. */
  readonly retiredVaultKeys?: readonly string[] | undefined;
  /** Whether everybody knows them. */
  readonly arePublished?: boolean;
  /** Whether something is kept under the folder's keys already: then one that is not there may be lost, and not to be made. */
  readonly areInUse?: boolean;
}

/** A key that is not usable as one. Never carries any of the key. */
export class UnusableKey extends Error {
  readonly code = 'unusable-key';
}

const keyBytes = 32;
const retiredName = 'vault-retired-';
const retiredFile = /^vault-retired-[0-9a-f]{8}\.key$/;
const keyForm = /^[0-9a-f]{64}\n?$/i;

/**
 * Keys in `<folder>/<name>.key`, readable by their owner only, made at random at first use. A vault key that is
 * retired lies in `vault-retired-<id>.key`, one that is to come in `vault-next.key`; one that was made by rotation
 * has its `vault-retired-<id>.key` from the start.
 */
export class FolderKeys implements RotatingKeys, AnchorKey {
  readonly #folder: string;
  readonly #given: GivenKeys;

  constructor(folder: string, given: GivenKeys = {}) {
    this.#folder = folder;
    this.#given = given;
  }

  get arePublished(): boolean {
    return this.#given.arePublished ?? false;
  }

  /** A key given from outside is changed there; here its change is finished, once the key before is given as retired. */
  get isRotatedHere(): boolean {
    const { vaultKey, retiredVaultKeys = [] } = this.#given;
    return vaultKey === undefined || retiredVaultKeys.length > 0;
  }

  pseudonymKey(): Promise<Uint8Array> {
    return this.#key('pseudonym', this.#given.pseudonymKey);
  }

  anchorKey(): Promise<Uint8Array> {
    return this.#key('anchor', this.#given.anchorKey);
  }

  answersKey(): Promise<Uint8Array> {
    return this.#key('answers', this.#given.answersKey);
  }

  async vaultKeys(): Promise<VaultKeys> {
    const { vaultKey, retiredVaultKeys = [] } = this.#given;
    const sealing = await this.#key('vault', vaultKey);
    const retired =
      vaultKey === undefined
        ? await this.#retired()
        : retiredVaultKeys.map((key) => parseKey('the given retired vault key', key));
    // Cut off while it was being retired, the key that seals lies there as well.
    return [sealing, ...retired.filter((key) => vaultKeyId(key) !== vaultKeyId(sealing))];
  }

  async renewVaultKey(): Promise<void> {
    if (this.#given.vaultKey !== undefined)
      throw new UnusableKey(
        'the vault key is given from outside: give another, and this one as retired, and rotate again',
      );
    const sealing = await this.#key('vault', undefined);
    const path = (name: string) => join(this.#folder, `${name}.key`);
    await makeUnlessThere(path('vault-next'));
    const next = await readKey(path('vault-next')).catch(nothingWhereGone);
    if (!next) return; // somebody else renews it at the same time, and was first
    // Under its own name from the start, so that no renewal at the same time can be the end of it.
    await linkUnlessThere(path('vault-next'), path(`${retiredName}${vaultKeyId(next)}`));
    await linkUnlessThere(path('vault'), path(`${retiredName}${vaultKeyId(sealing)}`));
    await rename(path('vault-next'), path('vault')).catch(nothingWhereGone);
    await syncToDisk(this.#folder);
  }

  async destroyVaultKeys(retired: readonly Uint8Array[]): Promise<void> {
    if (this.#given.vaultKey !== undefined) return;
    // The key that seals needs the file no longer that it had while it came.
    for (const key of [...retired, await this.#key('vault', undefined)])
      await rm(join(this.#folder, `${retiredName}${vaultKeyId(key)}.key`), { force: true });
    await clearDrafts(this.#folder);
    await syncToDisk(this.#folder);
  }

  async #retired(): Promise<Uint8Array[]> {
    const names = (await readdir(this.#folder)).filter((name) => retiredFile.test(name)).sort();
    // Others may take one away, or make it the one that seals, meanwhile.
    const keys = names.map((name) => readKey(join(this.#folder, name)).catch(nothingWhereGone));
    return (await Promise.all(keys)).filter((key) => key !== undefined);
  }

  async #key(name: string, given: string | undefined): Promise<Uint8Array> {
    if (given !== undefined) return parseKey(`the given ${name} key`, given);
    const path = this.#pathOf(name);
    if (await this.#isLost(name))
      throw new UnusableKey(`${path}: is not there, and what is in this home cannot be used without it`);
    await makeUnlessThere(path);
    return readKey(path);
  }

  /**
   * What is kept is under the pseudonym key and the vault's from the first. The others are asked for later, the first
   * time by an answer or an anchor: where the pseudonym key is there and they are not, none was made yet.
   */
  async #isLost(name: string): Promise<boolean> {
    if (!this.#given.areInUse || (await isThere(this.#pathOf(name)))) return false;
    if (name === 'pseudonym' || name === 'vault') return true;
    return this.#given.pseudonymKey === undefined && !(await isThere(this.#pathOf('pseudonym')));
  }

  #pathOf(name: string): string {
    return join(this.#folder, `${name}.key`);
  }
}

async function readKey(path: string): Promise<Uint8Array> {
  await refuseReadableByOthers(path);
  return parseKey(path, await readFile(path, 'utf8'));
}

function parseKey(what: string, text: string): Uint8Array {
  if (!keyForm.test(text)) throw new UnusableKey(`${what}: expected 64 hexadecimal digits`);
  return Buffer.from(text.trim(), 'hex');
}

/** Of two processes that make it at once, both end with the same key. */
async function makeUnlessThere(path: string): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await createOnce(path, `${randomBytes(keyBytes).toString('hex')}\n`);
}

async function linkUnlessThere(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const isThere = async (path: string) => (await stat(path).catch(nothingWhereGone)) !== undefined;

async function refuseReadableByOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new UnusableKey(`${path}: is readable by others; make it readable by its owner only (chmod 600)`);
  }
}
