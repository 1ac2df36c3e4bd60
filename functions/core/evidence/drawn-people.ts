import { createHash } from 'node:crypto';
import type { DrawnPlace } from '../../../data-contracts/schemas/drawn-place.ts';
import type { OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import { followedLists } from '../outreach/occupied-clients.ts';
import { isClosed, lastOutcome } from '../outreach/standing-events.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';

/** Somebody in a lot behind a closed list. */
export interface DrawnPerson extends DrawnPlace {
  /** Names the lot among all lists. */
  readonly lotId: string;
  /** What the draw was made on. */
  readonly landmarkOn: string;
  /** Whether a service is recorded as started. */
  readonly hasStarted: boolean;
}

/** Everyone in the lots behind a programme's closed lists, whether they won a place or not. */
export async function drawnPeople(
  store: Pick<OutreachStore, 'lists' | 'eventsOf'>,
  programme: string,
): Promise<DrawnPerson[]> {
  const closed = (await followedLists(store)).filter(
    ({ list, events }) => list.programme === programme && isClosed(events),
  );
  const people = new Map<string, DrawnPerson>();
  for (const { list, events } of closed) {
    const rowOf = new Map(list.rows.map(({ client, row }) => [client, row]));
    const lotIds = lotIdsOf(list);
    for (const place of list.lots) {
      const { client, lot } = place;
      const lotId = lotIds.get(lot)!;
      const before = people.get(`${lotId} ${client}`);
      const outcome = lastOutcome(events, rowOf.get(client) ?? 0)?.outcome;
      const hasStarted = outcome === 'service-started' || before?.hasStarted === true;
      people.set(`${lotId} ${client}`, { ...place, lotId, landmarkOn: list.landmarkOn, hasStarted });
    }
  }
  return [...people.values()];
}

/** One lot may stand behind several lists, each with some of its winners: it is named after who drew in it. */
function lotIdsOf({ landmarkOn, lots }: OutreachList): Map<number, string> {
  const members = new Map<number, string[]>();
  for (const { lot, client, intervention } of lots)
    members.set(lot, [...(members.get(lot) ?? []), `${client} ${intervention}`]);
  return new Map(
    [...members].map(([lot, drew]) => [
      lot,
      createHash('sha256')
        .update([landmarkOn, ...drew.sort()].join('\n'))
        .digest('hex'),
    ]),
  );
}
