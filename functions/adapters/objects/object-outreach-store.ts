import {
  OutreachEvent,
  OutreachList,
  OutreachListId,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { isNewEvent } from '../../core/outreach/admit-event.ts';
import { eventsWithout, listWithout, namesAnyOf } from '../../core/outreach/without-people.ts';
import { OutreachDamaged, type OutreachStore } from '../../core/ports/outreach-store.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

/**
 * Outreach lists as objects: `lists/<number>.json` a list, `events/<listId>/<place>.json` an event. Each comes
 * into being whole or not at all; its name settles who was first when two write at once.
 */
export class ObjectOutreachStore implements OutreachStore {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async lists(): Promise<readonly OutreachList[]> {
    const keys = await this.#keysOf('lists/');
    const lists = await Promise.all(keys.map((key) => textOf(this.#objects, key)));
    return lists.map((text) => OutreachList.parse(JSON.parse(text ?? '')));
  }

  async find(listId: string): Promise<OutreachList | undefined> {
    if (!OutreachListId.safeParse(listId).success) return undefined;
    const text = await textOf(this.#objects, `lists/${listId.slice(0, listId.indexOf('-'))}.json`);
    const list = text === undefined ? undefined : OutreachList.parse(JSON.parse(text));
    return list?.listId === listId ? list : undefined;
  }

  async create(list: OutreachList): Promise<boolean> {
    return this.#objects.putIfAbsent(`lists/${placeName(list.number)}`, lineOf(list));
  }

  async eventsOf(listId: string): Promise<readonly OutreachEvent[]> {
    const folder = `events/${OutreachListId.parse(listId)}/`;
    const keys = await this.#keysOf(folder);
    if (keys.some((key, place) => key !== `${folder}${placeName(place + 1)}`))
      throw new OutreachDamaged('outreach list: an event is missing');
    const texts = await Promise.all(keys.map((key) => textOf(this.#objects, key)));
    return texts.map((text) => OutreachEvent.parse(JSON.parse(text ?? '')));
  }

  async append(listId: string, event: OutreachEvent): Promise<void> {
    for (;;) {
      const kept = await this.eventsOf(listId);
      if (!isNewEvent(kept, event)) return;
      const key = `events/${listId}/${placeName(kept.length + 1)}`;
      if (await this.#objects.putIfAbsent(key, lineOf(event))) return;
    }
  }

  async erase(clients: ReadonlySet<string>): Promise<number> {
    let rows = 0;
    for (const list of await this.lists()) {
      if (!namesAnyOf(list, clients)) continue;
      const kept = listWithout(list, clients);
      // The list last: cut off before, its rows still tell which outcomes go.
      await this.#rewriteEvents(list, clients);
      await this.#objects.put(`lists/${placeName(list.number)}`, lineOf(kept));
      rows += list.rows.length - kept.rows.length;
    }
    return rows;
  }

  async #rewriteEvents(list: OutreachList, clients: ReadonlySet<string>): Promise<void> {
    const events = await this.eventsOf(list.listId);
    for (const [place, event] of eventsWithout(events, list, clients).entries()) {
      if (event === events[place]) continue;
      await this.#objects.put(`events/${list.listId}/${placeName(place + 1)}`, lineOf(event));
    }
  }

  async #keysOf(folder: string): Promise<string[]> {
    return (await keysUnder(this.#objects, folder)).filter((key) => key.endsWith('.json'));
  }
}

const placeName = (place: number) => `${String(place).padStart(6, '0')}.json`;
const lineOf = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`);
