import {
  OutreachEvent,
  OutreachList,
  OutreachListId,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { isNewEvent } from '../../core/outreach/admit-event.ts';
import {
  eventsResealed,
  eventsWithout,
  listWithout,
  namesAnyOf,
} from '../../core/outreach/without-people.ts';
import { NotAsWritten } from '../../core/ports/not-as-written.ts';
import { OutreachDamaged, type OutreachStore } from '../../core/ports/outreach-store.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/**
 * Outreach lists as objects: `lists/<number>.json` a list, `events/<listId>/<place>.json` an event. Each comes
 * into being whole or not at all; its name settles who was first when two write at once.
 */
export class ObjectOutreachStore implements OutreachStore {
  readonly #objects: ObjectStore;
  readonly #lists: ReadableObjects<OutreachList>;
  readonly #events: ReadableObjects<OutreachEvent>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#lists = new ReadableObjects(objects, jsonOf(OutreachList));
    this.#events = new ReadableObjects(objects, jsonOf(OutreachEvent));
  }

  async lists(): Promise<readonly OutreachList[]> {
    const keys = await this.#keysOf('lists/');
    const lists = await Promise.all(keys.map((key) => this.#lists.findReadable(key)));
    return lists.filter((list) => list !== undefined);
  }

  async nextNumber(): Promise<number> {
    const last = (await this.#keysOf('lists/')).at(-1);
    return 1 + Number(/(\d+)\.json$/.exec(last ?? '')?.[1] ?? 0);
  }

  async find(listId: string): Promise<OutreachList | undefined> {
    if (!OutreachListId.safeParse(listId).success) return undefined;
    const key = `lists/${listId.slice(0, listId.indexOf('-'))}.json`;
    const list = await damagedOr(this.#lists.find(key));
    return list?.listId === listId ? list : undefined;
  }

  async create(list: OutreachList): Promise<boolean> {
    return this.#lists.keepOnce(`lists/${placeName(list.number)}`, list);
  }

  async eventsOf(listId: string): Promise<readonly OutreachEvent[]> {
    const folder = `events/${OutreachListId.parse(listId)}/`;
    const keys = await this.#keysOf(folder);
    if (keys.some((key, place) => key !== `${folder}${placeName(place + 1)}`))
      throw new OutreachDamaged('outreach list: an event is missing');
    const events = await damagedOr(Promise.all(keys.map((key) => this.#events.find(key))));
    return events.filter((event) => event !== undefined);
  }

  async append(listId: string, event: OutreachEvent): Promise<void> {
    for (;;) {
      const kept = await this.eventsOf(listId);
      if (!isNewEvent(kept, event)) return;
      const key = `events/${listId}/${placeName(kept.length + 1)}`;
      if (await this.#events.keepOnce(key, event)) return;
    }
  }

  async resealNotes(reseal: Parameters<OutreachStore['resealNotes']>[0]): Promise<void> {
    for (const list of await this.lists())
      await this.#rewriteEvents(list, (events) => eventsResealed(events, list, reseal));
  }

  async erase(clients: ReadonlySet<string>): Promise<number> {
    let rows = 0;
    await this.#refuseUnreadable(clients);
    for (const list of await this.lists()) {
      if (!namesAnyOf(list, clients)) continue;
      const kept = listWithout(list, clients);
      // The list last: cut off before, its rows still tell which outcomes go.
      await this.#rewriteEvents(list, (events) => eventsWithout(events, list, clients));
      await this.#lists.keep(`lists/${placeName(list.number)}`, kept);
      rows += list.rows.length - kept.rows.length;
    }
    return rows;
  }

  /** Of a list that cannot be read nobody's rows can be taken out. @throws OutreachDamaged where one names somebody */
  async #refuseUnreadable(clients: ReadonlySet<string>): Promise<void> {
    for (const key of await this.#keysOf('lists/')) {
      if (await this.#lists.findReadable(key)) continue;
      const text = (await textOf(this.#objects, key)) ?? '';
      if ([...clients].some((client) => text.includes(client))) throw new OutreachDamaged(damaged);
    }
  }

  async #rewriteEvents(
    list: OutreachList,
    rewritten: (events: readonly OutreachEvent[]) => readonly OutreachEvent[],
  ): Promise<void> {
    const events = await this.eventsOf(list.listId);
    for (const [place, event] of rewritten(events).entries()) {
      if (event === events[place]) continue;
      await this.#events.keep(`events/${list.listId}/${placeName(place + 1)}`, event);
    }
  }

  async #keysOf(folder: string): Promise<string[]> {
    return (await keysUnder(this.#objects, folder)).filter((key) => key.endsWith('.json'));
  }
}

const placeName = (place: number) => `${String(place).padStart(6, '0')}.json`;
const damaged = 'outreach list: what is kept of it is not as it was written';

/** @throws OutreachDamaged where what is read is not as it was written */
const damagedOr = <Found>(found: Promise<Found>): Promise<Found> =>
  found.catch((error) => {
    throw error instanceof NotAsWritten ? new OutreachDamaged(damaged) : error;
  });
