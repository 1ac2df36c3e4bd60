import type { JoinedPeople } from '../identity/joined-people.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { instantKey } from './instant-order.ts';

/** Who is who by now. */
export type PeopleNow = () => Promise<JoinedPeople>;

/**
 * A ledger in which a person's events are those that were kept under any pseudonym that the person has had. Of whom
 * one part is unknown, all is.
 */
export const ledgerByPerson = (ledger: ConsentLedger, peopleNow: PeopleNow): ConsentLedger => ({
  async eventsOf(clients) {
    const people = await peopleNow();
    const kept = await ledger.eventsOf([...people.allOf(clients)]);
    const events = new Map<string, readonly LedgerEvent[]>();
    for (const client of clients) {
      const parts = people.pseudonymsOf(client).map((one) => kept.get(one));
      if (parts.every((part) => part !== undefined)) events.set(client, inOneOrder(parts));
    }
    return events;
  },
  async clientsHeardSince(instant) {
    const people = await peopleNow();
    return new Set([...(await ledger.clientsHeardSince(instant))].map((client) => people.personOf(client)));
  },
});

/** Each part counts its events from 1: together they are counted anew, as they came to be known. */
function inOneOrder(parts: readonly (readonly LedgerEvent[])[]): readonly LedgerEvent[] {
  const told = parts.filter((part) => part.length > 0);
  if (told.length <= 1) return told[0] ?? [];
  const key = ({ recordedAt, sequence }: LedgerEvent) =>
    `${instantKey(recordedAt)} ${String(sequence ?? 0).padStart(12, '0')}`;
  return told
    .flat()
    .sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
    .map((event, place) => (event.sequence === undefined ? event : { ...event, sequence: place + 1 }));
}

/** Who has been erased, by every pseudonym that they have had. */
export const erasuresByPerson = (records: ErasureRecords, peopleNow: PeopleNow): ErasureRecords => ({
  clients: async () => (await peopleNow()).allOf(await records.clients()),
  async find(client) {
    for (const one of (await peopleNow()).pseudonymsOf(client)) {
      const found = await records.find(one);
      if (found) return found;
    }
    return undefined;
  },
  record: (erasure) => records.record(erasure),
});
