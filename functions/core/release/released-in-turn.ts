import type { AskedClient } from './gate-question.ts';
import type { ReleaseSession } from './release-session.ts';

const askedAtOnce = 8192;

/** Those of many whom the gate releases, in their order; it is asked about some thousands at a time. */
export async function releasedInTurn<Client extends AskedClient>(
  session: ReleaseSession,
  asked: readonly Client[],
): Promise<Client[]> {
  const released: Client[] = [];
  for (let from = 0; from < asked.length; from += askedAtOnce)
    for (const client of await session.release(asked.slice(from, from + askedAtOnce))) released.push(client);
  return released;
}
