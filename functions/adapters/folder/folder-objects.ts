import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type FolderEntry,
  type GrowingObject,
  NoSuchObject,
  type ObjectStore,
  type StoredObject,
} from '../objects/object-store.ts';
import { clearDrafts, createOnce, syncFolder, writeDraft } from './create-once.ts';
import { inTurn } from './in-turn.ts';
import { PartFile } from './part-file.ts';
import { syncToDisk } from './write-whole.ts';

const chunkBytes = 256 * 1024;

/**
 * Objects as files of a folder. What a writing that was cut short leaves behind is listed too, under a name that
 * ends in `.part`. A listing of everything follows no links.
 */
export class FolderObjects implements ObjectStore {
  readonly #folder: string;
  /** Folders known to survive a power cut. */
  readonly #durable = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<StoredObject | undefined> {
    const content = await readFile(this.#path(key)).catch(unlessMissing(undefined));
    return content && { content, version: versionOf(content) };
  }

  async *read(key: string): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(this.#path(key), { highWaterMark: chunkBytes });
    } catch (error) {
      throw isMissing(error) ? noSuchObject(error) : error;
    }
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    await this.#makeRoom(key);
    const folder = dirname(this.#path(key));
    await rename(await writeDraft(folder, content), this.#path(key));
    await syncFolder(folder);
  }

  async putIfAbsent(key: string, content: Uint8Array): Promise<boolean> {
    await this.#makeRoom(key);
    return createOnce(this.#path(key), content);
  }

  putIfMatch(key: string, content: Uint8Array, version: string): Promise<boolean> {
    const path = this.#path(key);
    return inTurn(path, async (hasTurn) => {
      const draft = await writeDraft(dirname(path), content);
      try {
        const isAsSeen = (await this.get(key))?.version === version && (await hasTurn());
        if (isAsSeen) await rename(draft, path);
        return isAsSeen;
      } finally {
        await rm(draft, { force: true });
        await syncFolder(dirname(path));
      }
    });
  }

  grow(key: string): GrowingObject {
    return new PartFile(this.#path(key));
  }

  async move(from: string, to: string): Promise<void> {
    await this.#makeRoom(to);
    await rename(this.#path(from), this.#path(to)).catch(refuseMissing);
    await syncFolder(dirname(this.#path(to)));
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await rm(this.#path(key), { force: true });
      await this.#removeEmptyFolders(dirname(key));
    }
  }

  async *list(prefix: string, after = ''): AsyncGenerator<string> {
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const entries = (await this.#entriesOf(folder)).filter((entry) => entry.isFile() || entry.isDirectory());
    const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
    for (const key of names.map((name) => folder + name).filter((each) => each.startsWith(prefix))) {
      if (key.endsWith('/')) {
        if (key > after || after.startsWith(key)) yield* this.list(key, after);
      } else if (key > after) yield key;
    }
  }

  async entries(folder: string): Promise<readonly FolderEntry[]> {
    const found = await Promise.all(
      (await this.#entriesOf(folder)).map((entry) => this.#entry(folder, entry)),
    );
    return found.flat().sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** What a link leads to counts; what is gone since it was listed does not. */
  async #entry(folder: string, entry: Dirent): Promise<FolderEntry[]> {
    const asFolder = { name: `${entry.name}/`, bytes: 0 };
    if (entry.isDirectory()) return [asFolder];
    const found = await stat(this.#path(folder + entry.name)).catch(unlessMissing(undefined));
    return found ? [found.isDirectory() ? asFolder : { name: entry.name, bytes: found.size }] : [];
  }

  async location(key: string): Promise<string> {
    await mkdir(dirname(this.#path(key)), { recursive: true });
    return this.#path(key);
  }

  async settle(key: string): Promise<void> {
    await syncToDisk(this.#path(key)).catch(refuseMissing);
    await syncFolder(dirname(this.#path(key)));
  }

  #entriesOf(folder: string): Promise<Dirent[]> {
    const path = folder === '' ? this.#folder : this.#path(folder.slice(0, -1));
    return readdir(path, { withFileTypes: true }).catch(unlessMissing<Dirent[]>([]));
  }

  /** Makes the folders above a key’s own durable, whoever made them, and clears what dead writers left in its own. */
  async #makeRoom(key: string): Promise<void> {
    await mkdir(dirname(this.#path(key)), { recursive: true });
    if (this.#durable.has(dirname(key))) return;
    await clearDrafts(dirname(this.#path(key)));
    for (let parts = key.split('/').length; parts > 0; parts -= 1)
      await syncFolder(join(this.#path(key), ...Array(parts + 1).fill('..')));
    this.#durable.add(dirname(key));
  }

  async #removeEmptyFolders(folder: string): Promise<void> {
    for (let at = folder; at !== '.'; at = dirname(at)) {
      const isGone = await rmdir(this.#path(at)).then(
        () => true,
        (error) => isMissing(error),
      );
      if (!isGone) return;
      this.#durable.delete(at);
    }
  }

  #path(key: string): string {
    if (key.split('/').some((part) => part === '' || part === '.' || part === '..'))
      throw new RangeError('objects: expected a key of named parts');
    return join(this.#folder, key);
  }
}

const versionOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

const noSuchObject = (cause: unknown) => new NoSuchObject('objects: there is no such object', { cause });

function unlessMissing<Instead>(instead: Instead): (error: unknown) => Instead {
  return (error) => {
    if (isMissing(error)) return instead;
    throw error;
  };
}

function refuseMissing(error: unknown): never {
  throw isMissing(error) ? noSuchObject(error) : error;
}
