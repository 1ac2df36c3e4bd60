import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';

/**
 * A store of lists in which nobody stays who was erased while their list was made: the record of an erasure comes
 * before it clears the lists, so whoever is not recorded once a list is kept is yet to be cleared from it.
 */
export const listsWithoutErased = (
  store: OutreachStore,
  erasures: Pick<ErasureRecords, 'clients'>,
): OutreachStore => ({
  nextNumber: () => store.nextNumber(),
  lists: () => store.lists(),
  find: (listId) => store.find(listId),
  eventsOf: (listId) => store.eventsOf(listId),
  append: (listId, event) => store.append(listId, event),
  resealNotes: (reseal) => store.resealNotes(reseal),
  erase: (clients) => store.erase(clients),
  async create(list) {
    const isKept = await store.create(list);
    const erased = await erasures.clients();
    const gone = [...list.rows, ...list.lots]
      .map(({ client }) => client)
      .filter((client) => erased.has(client));
    if (isKept && gone.length > 0) await store.erase(new Set(gone));
    return isKept;
  },
});
