import type { JoinedPeople } from '../identity/joined-people.ts';
import type { ConsentLedger, LedgerEvent } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';

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
      if (parts.every((part) => part !== undefined)) events.set(client, parts.flat());
    }
    return events;
  },
  async clientsHeardSince(instant) {
    const people = await peopleNow();
    return new Set([...(await ledger.clientsHeardSince(instant))].map((client) => people.personOf(client)));
  },
});

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
