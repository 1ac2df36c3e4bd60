import { describe, expect, it } from 'vitest';
import { JoinedPeople } from '../../../functions/core/identity/joined-people.ts';
import type { RankedClient } from '../../../functions/core/ports/score-store.ts';
import { releaseLikeliest } from '../../../functions/core/release/release-likeliest.ts';
import type { ReleaseSession } from '../../../functions/core/release/release-session.ts';

/** A session that withholds some, and lets others go until there are so many. */
const sessionOf = (withheld: readonly string[] = []) =>
  ({
    people: async () => new JoinedPeople([['a', 'b']]),
    release: async (batch: readonly { client: string }[], places: number) =>
      batch.filter(({ client }) => !withheld.includes(client)).slice(0, places),
  }) as unknown as ReleaseSession;

const ranked = (client: string) => ({ client, probability: 0.5 }) as RankedClient;

async function* likeliestFirst(...clients: readonly string[]) {
  for (const client of clients) yield [ranked(client)];
}
async function* atOnce(...clients: readonly string[]) {
  yield clients.map(ranked);
}

describe('who has become one person since people were scored', () => {
  const asked = ['a', 'c', 'b', 'd', 'e'];

  it('is told once, and as many others as were asked for', async () => {
    for (const scored of [likeliestFirst, atOnce]) {
      const told = (limit: number, ...withheld: string[]) =>
        releaseLikeliest(sessionOf(withheld), scored(...asked), { limit, thresholdProbability: 0 });
      expect(await told(3)).toEqual(['a', 'c', 'd']);
      expect(await told(Number.POSITIVE_INFINITY)).toEqual(['a', 'c', 'd', 'e']);
      expect(await told(3, 'c', 'd')).toEqual(['a', 'e']);
    }
  });

  it('is told by the other pseudonym where the gate withholds the one', async () => {
    const told = releaseLikeliest(sessionOf(['a']), atOnce(...asked), { limit: 2, thresholdProbability: 0 });
    expect(await told).toEqual(['c', 'b']);
  });
});
