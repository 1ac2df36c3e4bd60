import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { GrowingObject, ObjectStore } from '../../../functions/adapters/objects/object-store.ts';

export class InjectedFault extends Error {}

/** In how many of a hundred calls what goes wrong. */
export interface FaultShares {
  /** Nothing is done: throttled, timed out on the way, credentials expired. */
  readonly before: number;
  /** It is done, and the answer lost. */
  readonly after: number;
  /** A body read or written ends in its middle. */
  readonly halfway: number;
}

/** A store that goes wrong at random, by a seed, and tells how often it has. */
export function faultyObjects(objects: ObjectStore, seed: number, shares: FaultShares) {
  const random = xoroshiro128plus(seed);
  const happens = (share: number) => uniformInt(random, 0, 99) < share;
  const counts = { faults: 0 };
  const fail = (): never => {
    counts.faults += 1;
    throw new InjectedFault('as injected');
  };
  const call = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (happens(shares.before)) fail();
    const answer = await work();
    return happens(shares.after) ? fail() : answer;
  };
  async function* cut<Chunk>(chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
    if (happens(shares.before)) fail();
    for await (const chunk of chunks) {
      if (chunk instanceof Uint8Array && happens(shares.halfway)) {
        yield chunk.subarray(0, chunk.length / 2) as Chunk;
        fail();
      }
      yield chunk;
    }
  }
  const growing = (inner: GrowingObject): GrowingObject => ({
    append: async (content) => {
      if (happens(shares.halfway)) {
        await inner.append(Buffer.from(content).subarray(0, 5));
        fail();
      }
      return call(() => inner.append(content));
    },
    keep: () => call(() => inner.keep()),
    discard: () => inner.discard(),
  });
  const faulty: ObjectStore = {
    get: (key) => call(() => objects.get(key)),
    read: (key) => cut(objects.read(key)),
    put: (key, content) => call(() => objects.put(key, content)),
    putIfAbsent: (key, content) => call(() => objects.putIfAbsent(key, content)),
    putIfMatch: (key, content, version) => call(() => objects.putIfMatch(key, content, version)),
    grow: (key) => growing(objects.grow(key)),
    move: (from, to) => call(() => objects.move(from, to)),
    remove: (keys) => call(() => objects.remove(keys)),
    list: (prefix, after) => cut(objects.list(prefix, after)),
    entries: (folder) => call(() => objects.entries(folder)),
    location: (key) => call(() => objects.location(key)),
    settle: (key) => call(() => objects.settle(key)),
  };
  return { faulty, counts };
}
