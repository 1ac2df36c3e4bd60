import type {
  OutreachEvent,
  OutreachList,
  OutreachOutcome,
} from '../../../data-contracts/schemas/outreach-list.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { JoinedPeople } from '../identity/joined-people.ts';
import { OutreachDamaged, type OutreachStore } from '../ports/outreach-store.ts';
import { isClosed, standingEvents } from './standing-events.ts';

/** Outcomes in which somebody was spoken to, or was found not to be called again soon. */
const contactOutcomes: ReadonlySet<OutreachOutcome> = new Set([
  'reached',
  'visit-agreed',
  'guided-to-assessment',
  'guided-to-carer-support',
  'guided-to-association',
  'service-started',
  'already-has-help',
  'moved',
  'died',
  'declined',
  'unsuitable',
]);

/** A list with what has happened to it, without what was undone. */
export interface FollowedList {
  readonly list: OutreachList;
  readonly events: readonly OutreachEvent[];
}

/** Every list that can be read. What cannot be read of its events closes nothing: whoever is on it stays on it. */
export async function followedLists(
  store: Pick<OutreachStore, 'lists' | 'eventsOf'>,
): Promise<FollowedList[]> {
  const lists = await store.lists();
  const eventsOf = (listId: string) =>
    store.eventsOf(listId).catch((error): OutreachEvent[] => {
      if (error instanceof OutreachDamaged) return [];
      throw error;
    });
  return Promise.all(
    lists.map(async (list) => ({ list, events: standingEvents(await eventsOf(list.listId)) })),
  );
}

/** Those asked about by the pseudonyms that they have now; who is asked about by two of them is asked about once. */
export function onePerPerson<Asked extends { readonly client: string }>(
  asked: readonly Asked[],
  people: JoinedPeople,
): Asked[] {
  const once = new Map<string, Asked>();
  for (const one of asked) {
    const client = people.personOf(one.client);
    if (!once.has(client)) once.set(client, { ...one, client });
  }
  return [...once.values()];
}

/**
 * Who must not be put on another list, and why: on an open one already, or spoken to within the quiet days. A
 * wrong person, a missed call, a call that is still owed or a stay in hospital does not make anybody wait.
 */
export function occupiedClients(
  lists: readonly FollowedList[],
  quietDays: number,
  at: string,
  people: JoinedPeople,
): ReadonlyMap<string, RefusalReason> {
  const occupied = new Map<string, RefusalReason>();
  const quietFrom = Date.parse(at) - quietDays * 86_400_000;
  for (const { list, events } of lists) {
    const isOpen = !isClosed(events);
    for (const { client, row } of list.rows) {
      const wasContacted = events.some(
        (event) =>
          event.kind === 'outcome' &&
          event.row === row &&
          contactOutcomes.has(event.outcome) &&
          Date.parse(event.at) > quietFrom,
      );
      for (const one of people.pseudonymsOf(client))
        if (isOpen) occupied.set(one, 'on-another-list');
        else if (wasContacted && !occupied.has(one)) occupied.set(one, 'contacted-lately');
    }
  }
  return occupied;
}
