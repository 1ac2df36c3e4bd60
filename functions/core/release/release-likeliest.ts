import type { RankedClient } from '../ports/score-store.ts';
import type { ReleaseSession } from './release-session.ts';

/** When to stop. */
export interface HowMany {
  /** At most this many are released. */
  readonly limit: number;
  /** Nobody less likely than this is considered. */
  readonly thresholdProbability: number;
}

/**
 * Takes clients as they come, likeliest first, through the gate until enough are released. Who stands there under
 * several pseudonyms, having become one person since, is told once.
 * @returns pseudonyms in the order they came
 */
export async function releaseLikeliest(
  session: ReleaseSession,
  likeliestFirst: AsyncIterable<readonly RankedClient[]>,
  { limit, thresholdProbability }: HowMany,
): Promise<string[]> {
  const people = await session.people();
  const released = new Map<string, string>();
  for await (const batch of growingBatches(likeliestFirst)) {
    const likely = batch.filter(({ probability }) => probability >= thresholdProbability);
    let rest: readonly RankedClient[] = likely;
    while (rest.length > 0 && released.size < limit) {
      const places = limit - released.size;
      const some = await session.release(rest, places);
      for (const { client } of some) {
        const person = people.personOf(client);
        if (!released.has(person)) released.set(person, client);
      }
      rest = some.length < places ? [] : rest.slice(rest.indexOf(some.at(-1)!) + 1);
    }
    if (released.size === limit || likely.length < batch.length) break;
  }
  return [...released.values()];
}

const largestBatch = 65_536;

/** The same clients in the same order, in batches that grow: few are asked about for a short list, many at once for a long one. */
async function* growingBatches(
  batches: AsyncIterable<readonly RankedClient[]>,
): AsyncGenerator<readonly RankedClient[]> {
  let gathered: RankedClient[] = [];
  let wanted = 0;
  for await (const batch of batches) {
    for (const client of batch) gathered.push(client);
    if (gathered.length < wanted) continue;
    wanted = Math.min(largestBatch, Math.max(wanted, gathered.length) * 2);
    yield gathered;
    gathered = [];
  }
  if (gathered.length > 0) yield gathered;
}
