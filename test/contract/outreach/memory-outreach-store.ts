import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import { isNewEvent } from '../../../functions/core/outreach/admit-event.ts';
import {
  eventsResealed,
  eventsWithout,
  listWithout,
} from '../../../functions/core/outreach/without-people.ts';
import type { OutreachStore } from '../../../functions/core/ports/outreach-store.ts';

/** Outreach lists in memory, for tests of what stands on them. */
export class MemoryOutreachStore implements OutreachStore {
  readonly #lists: OutreachList[] = [];
  readonly #events = new Map<string, OutreachEvent[]>();

  async lists() {
    return [...this.#lists];
  }

  async nextNumber() {
    return Math.max(0, ...this.#lists.map(({ number }) => number)) + 1;
  }

  async find(listId: string) {
    return this.#lists.find((list) => list.listId === listId);
  }

  async create(list: OutreachList) {
    if (this.#lists.some(({ number }) => number === list.number)) return false;
    this.#lists.push(list);
    return true;
  }

  async eventsOf(listId: string) {
    return [...(this.#events.get(listId) ?? [])];
  }

  async append(listId: string, event: OutreachEvent) {
    const kept = await this.eventsOf(listId);
    if (isNewEvent(this.#events.get(listId) ?? [], event))
      this.#events.set(listId, [...(this.#events.get(listId) ?? kept), event]);
  }

  async resealNotes(reseal: Parameters<OutreachStore['resealNotes']>[0]) {
    for (const list of this.#lists)
      this.#events.set(list.listId, eventsResealed(await this.eventsOf(list.listId), list, reseal));
  }

  async erase(clients: ReadonlySet<string>) {
    let rows = 0;
    for (const [place, list] of this.#lists.entries()) {
      const kept = listWithout(list, clients);
      this.#events.set(list.listId, eventsWithout(await this.eventsOf(list.listId), list, clients));
      this.#lists[place] = kept;
      rows += list.rows.length - kept.rows.length;
    }
    return rows;
  }
}
