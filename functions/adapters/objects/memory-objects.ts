import { createHash } from 'node:crypto';
import {
  type FolderEntry,
  type GrowingObject,
  NoSuchObject,
  type ObjectStore,
  type StoredObject,
} from './object-store.ts';

/** Objects in memory, gone with the process. No query engine reaches them. */
export class MemoryObjects implements ObjectStore {
  readonly #objects = new Map<string, Uint8Array>();

  async get(key: string): Promise<StoredObject | undefined> {
    const content = this.#objects.get(key);
    return content && { content: Uint8Array.from(content), version: versionOf(content) };
  }

  async *read(key: string): AsyncGenerator<Uint8Array> {
    yield Uint8Array.from(this.#there(key));
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    this.#objects.set(key, Uint8Array.from(content));
  }

  async putIfAbsent(key: string, content: Uint8Array): Promise<boolean> {
    if (this.#objects.has(key)) return false;
    await this.put(key, content);
    return true;
  }

  async putIfMatch(key: string, content: Uint8Array, version: string): Promise<boolean> {
    const current = this.#objects.get(key);
    if (!current || versionOf(current) !== version) return false;
    await this.put(key, content);
    return true;
  }

  grow(key: string): GrowingObject {
    const parts: Uint8Array[] = [];
    return {
      append: async (content) => {
        parts.push(Buffer.from(content));
      },
      keep: async () => {
        if (parts.length === 0) this.#objects.delete(key);
        else await this.put(key, Buffer.concat(parts));
      },
      discard: async () => {},
    };
  }

  async move(from: string, to: string): Promise<void> {
    this.#objects.set(to, this.#there(from));
    this.#objects.delete(from);
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#objects.delete(key);
  }

  async *list(prefix: string, after = ''): AsyncGenerator<string> {
    yield* [...this.#objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  }

  async entries(folder: string): Promise<readonly FolderEntry[]> {
    const entries = new Map<string, FolderEntry>();
    for await (const key of this.list(folder)) {
      const [first = '', ...rest] = key.slice(folder.length).split('/');
      const name = rest.length > 0 ? `${first}/` : first;
      entries.set(name, { name, bytes: rest.length > 0 ? 0 : this.#there(key).length });
    }
    return [...entries.values()];
  }

  async location(key: string): Promise<string> {
    return `memory:${key}`;
  }

  async settle(key: string): Promise<void> {
    this.#there(key);
  }

  #there(key: string): Uint8Array {
    const content = this.#objects.get(key);
    if (!content) throw new NoSuchObject('objects: there is no such object');
    return content;
  }
}

const versionOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
