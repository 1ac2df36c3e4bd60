import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Keys } from '../../core/ports/keys.ts';

/** Keys given from outside instead of the folder, 64 hexadecimal digits each. */
export interface GivenKeys {
  readonly pseudonymKey?: string | undefined;
  readonly vaultKey?: string | undefined;
}

/** A key that is not usable as one. Never carries any of the key. */
export class UnusableKey extends Error {
  readonly code = 'unusable-key';
}

const keyBytes = 32;
const keyForm = /^[0-9a-f]{64}\n?$/i;

/** Keys in `<folder>/<name>.key`, readable by their owner only, made at random at first use. */
export class FolderKeys implements Keys {
  readonly #folder: string;
  readonly #given: GivenKeys;

  constructor(folder: string, given: GivenKeys = {}) {
    this.#folder = folder;
    this.#given = given;
  }

  pseudonymKey(): Promise<Uint8Array> {
    return this.#key('pseudonym', this.#given.pseudonymKey);
  }

  vaultKey(): Promise<Uint8Array> {
    return this.#key('vault', this.#given.vaultKey);
  }

  async #key(name: string, given: string | undefined): Promise<Uint8Array> {
    if (given !== undefined) return parseKey(`the given ${name} key`, given);
    const path = join(this.#folder, `${name}.key`);
    await makeUnlessThere(path);
    await refuseReadableByOthers(path);
    return parseKey(path, await readFile(path, 'utf8'));
  }
}

function parseKey(what: string, text: string): Uint8Array {
  if (!keyForm.test(text)) throw new UnusableKey(`${what}: expected 64 hexadecimal digits`);
  return Buffer.from(text.trim(), 'hex');
}

/** Written whole under another name and then linked, so that two processes end with the same key. */
async function makeUnlessThere(path: string): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(part, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(keyBytes).toString('hex')}\n`);
    await handle.sync();
    await link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await rm(part, { force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function refuseReadableByOthers(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new UnusableKey(`${path}: is readable by others; make it readable by its owner only (chmod 600)`);
  }
}
