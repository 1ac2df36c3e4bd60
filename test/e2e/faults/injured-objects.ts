import type { GrowingObject, ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { InjectedFault } from './faulty-objects.ts';

/** What goes wrong once, at the first such call. */
export interface Injury {
  readonly call: 'get' | 'read' | 'put' | 'putIfAbsent' | 'putIfMatch' | 'grow' | 'keep' | 'remove' | 'list';
  readonly key: RegExp;
  /** Nothing is done; it is done, and the answer lost; a body ends in its middle. */
  readonly how: 'before' | 'after' | 'halfway';
}

/** A store in which each of the injuries happens once; those that have not are told. */
export function injuredObjects(objects: ObjectStore, injuries: readonly Injury[]) {
  const left = [...injuries];
  const injuryOf = (call: Injury['call'], ...keys: readonly string[]) => {
    const at = left.findIndex((one) => one.call === call && keys.some((key) => one.key.test(key)));
    return at < 0 ? undefined : left.splice(at, 1)[0]?.how;
  };
  const fail = (): never => {
    throw new InjectedFault('as injected');
  };
  const calls = async <Answer>(how: Injury['how'] | undefined, work: () => Promise<Answer>) => {
    if (how === 'before') fail();
    const answer = await work();
    return how === 'after' ? fail() : answer;
  };
  async function* chunks<Chunk>(how: Injury['how'] | undefined, whole: AsyncIterable<Chunk>) {
    if (how === 'before') fail();
    for await (const chunk of whole) {
      if (how !== 'halfway' || !(chunk instanceof Uint8Array)) yield chunk;
      else {
        yield chunk.subarray(0, chunk.length / 2) as Chunk;
        fail();
      }
    }
  }
  const growing = (key: string, inner: GrowingObject): GrowingObject => ({
    append: async (content) => {
      if (injuryOf('grow', key) !== 'halfway') return inner.append(content);
      await inner.append(content.slice(0, content.length / 2));
      fail();
    },
    keep: () => calls(injuryOf('keep', key), () => inner.keep()),
    discard: () => inner.discard(),
  });
  const injured: ObjectStore = {
    get: (key) => calls(injuryOf('get', key), () => objects.get(key)),
    read: (key) => chunks(injuryOf('read', key), objects.read(key)),
    put: (key, content) => calls(injuryOf('put', key), () => objects.put(key, content)),
    putIfAbsent: (key, content) =>
      calls(injuryOf('putIfAbsent', key), () => objects.putIfAbsent(key, content)),
    putIfMatch: (key, content, version) =>
      calls(injuryOf('putIfMatch', key), () => objects.putIfMatch(key, content, version)),
    grow: (key) => growing(key, objects.grow(key)),
    move: (from, to) => objects.move(from, to),
    remove: (keys) => calls(injuryOf('remove', ...keys), () => objects.remove(keys)),
    list: (prefix, after) => chunks(injuryOf('list', prefix), objects.list(prefix, after)),
    entries: (folder) => objects.entries(folder),
    location: (key) => objects.location(key),
    settle: (key) => objects.settle(key),
  };
  return { injured, left };
}
