/** An object as it was last written. */
export interface StoredObject {
  readonly content: Uint8Array;
  /** Names this writing of the object: another content, another version. */
  readonly version: string;
}

/** What stands in a folder: an object, or a folder with a slash after its name. */
export interface FolderEntry {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Objects by key, its parts joined by `/`. An object is there whole or not at all, durably once a writing has
 * returned, and every later read and listing sees it. Whatever is written in the place of another replaces it.
 */
export interface ObjectStore {
  /** A small object; undefined where there is none. */
  get(key: string): Promise<StoredObject | undefined>;
  /** An object's bytes in chunks. @throws NoSuchObject, once it is read */
  read(key: string): AsyncIterable<Uint8Array>;
  put(key: string, content: Uint8Array): Promise<void>;
  /** Writes unless the key is taken, and tells whether this writer wrote: of several at once, one does. */
  putIfAbsent(key: string, content: Uint8Array): Promise<boolean>;
  /** Writes if the object is still of that version, and tells whether: of several at once, one does. */
  putIfMatch(key: string, content: Uint8Array, version: string): Promise<boolean>;
  /** Begins an object anew that grows out of sight until it is kept. */
  grow(key: string): GrowingObject;
  /** Gives an object another key, in the place of whatever was there. @throws NoSuchObject */
  move(from: string, to: string): Promise<void>;
  /** Removes objects; one that is not there is none to remove. */
  remove(keys: readonly string[]): Promise<void>;
  /** Keys of all objects that begin with the prefix, in order, from after `after` on. */
  list(prefix: string, after?: string): AsyncIterable<string>;
  /** What stands in a folder (`''`, or ended by a slash), by name. */
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** Where an object is, or may be written by a query engine, in the form that engine takes. */
  location(key: string): Promise<string>;
  /** Makes durable what a query engine has written at a location. @throws NoSuchObject */
  settle(key: string): Promise<void>;
}

/** An object being written; nobody sees it before `keep`. */
export interface GrowingObject {
  append(content: string | Uint8Array): Promise<void>;
  /** Puts the whole in the place of whatever was there; nothing appended, no object. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** There is no object of that key. Carries no key, as a key may hold a pseudonym. */
export class NoSuchObject extends Error {
  readonly code = 'no-such-object';
}

/** Chunks as one. */
export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Keys of everything under a prefix, from after `after` on. */
export async function keysUnder(objects: ObjectStore, prefix: string, after?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of objects.list(prefix, after)) keys.push(key);
  return keys;
}

/** A small object's text; undefined where there is none. */
export async function textOf(objects: ObjectStore, key: string): Promise<string | undefined> {
  const found = await objects.get(key);
  return found && new TextDecoder().decode(found.content);
}

/** A store that does all that another does, `at` telling where its keys are there. */
export const forwardingTo = (objects: ObjectStore, at = (key: string) => key): ObjectStore => ({
  get: (key) => objects.get(at(key)),
  read: (key) => objects.read(at(key)),
  put: (key, content) => objects.put(at(key), content),
  putIfAbsent: (key, content) => objects.putIfAbsent(at(key), content),
  putIfMatch: (key, content, version) => objects.putIfMatch(at(key), content, version),
  grow: (key) => objects.grow(at(key)),
  move: (from, to) => objects.move(at(from), at(to)),
  remove: (keys) => objects.remove(keys.map(at)),
  list: (prefix, after) => objects.list(at(prefix), after === undefined ? after : at(after)),
  entries: (folder) => objects.entries(at(folder)),
  location: (key) => objects.location(at(key)),
  settle: (key) => objects.settle(at(key)),
});

/** A store as seen from one of its folders. */
export const folderOf = (objects: ObjectStore, folder: string): ObjectStore => ({
  ...forwardingTo(objects, (key) => `${folder}/${key}`),
  list: async function* (prefix, after) {
    const within = objects.list(`${folder}/${prefix}`, after === undefined ? after : `${folder}/${after}`);
    for await (const key of within) yield key.slice(folder.length + 1);
  },
});
