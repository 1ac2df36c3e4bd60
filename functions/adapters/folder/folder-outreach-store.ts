import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  OutreachEvent,
  OutreachList,
  OutreachListId,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { isNewEvent } from '../../core/outreach/admit-event.ts';
import { eventsWithout, listWithout } from '../../core/outreach/without-people.ts';
import { OutreachDamaged, type OutreachStore } from '../../core/ports/outreach-store.ts';
import { createOnce, syncFolder } from './create-once.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Outreach lists as a folder: `lists/<number>.json` a list, `events/<listId>/<place>.json` an event. Each file
 * comes into being whole or not at all; its name settles who was first when two write at once.
 */
export class FolderOutreachStore implements OutreachStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async lists(): Promise<readonly OutreachList[]> {
    const names = await jsonFilesIn(join(this.#folder, 'lists'));
    return Promise.all(names.map((name) => this.#readList(name)));
  }

  async find(listId: string): Promise<OutreachList | undefined> {
    if (!OutreachListId.safeParse(listId).success) return undefined;
    const name = `${listId.slice(0, listId.indexOf('-'))}.json`;
    if (!(await jsonFilesIn(join(this.#folder, 'lists'))).includes(name)) return undefined;
    const list = await this.#readList(name);
    return list.listId === listId ? list : undefined;
  }

  async create(list: OutreachList): Promise<boolean> {
    const folder = await this.#made('lists');
    return createOnce(join(folder, `${placeName(list.number)}.json`), `${JSON.stringify(list)}\n`);
  }

  async eventsOf(listId: string): Promise<readonly OutreachEvent[]> {
    const folder = join(this.#folder, 'events', OutreachListId.parse(listId));
    const names = await jsonFilesIn(folder);
    if (names.some((name, place) => name !== `${placeName(place + 1)}.json`))
      throw new OutreachDamaged('outreach list: an event is missing');
    return Promise.all(
      names.map(async (name) => OutreachEvent.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
    );
  }

  async append(listId: string, event: OutreachEvent): Promise<void> {
    const folder = await this.#made('events', OutreachListId.parse(listId));
    for (;;) {
      const kept = await this.eventsOf(listId);
      if (!isNewEvent(kept, event)) return;
      const name = `${placeName(kept.length + 1)}.json`;
      if (await createOnce(join(folder, name), `${JSON.stringify(event)}\n`)) return;
    }
  }

  async erase(clients: ReadonlySet<string>): Promise<number> {
    let rows = 0;
    for (const list of await this.lists()) {
      const kept = listWithout(list, clients);
      if (kept.rows.length === list.rows.length) continue;
      // The list last: cut off before, its rows still tell which outcomes go.
      await this.#rewriteEvents(list, clients);
      await writeWhole(join(this.#folder, 'lists', `${placeName(list.number)}.json`), jsonBytes(kept));
      rows += list.rows.length - kept.rows.length;
    }
    return rows;
  }

  async #rewriteEvents(list: OutreachList, clients: ReadonlySet<string>): Promise<void> {
    const events = await this.eventsOf(list.listId);
    for (const [place, event] of eventsWithout(events, list, clients).entries()) {
      if (event === events[place]) continue;
      const path = join(this.#folder, 'events', list.listId, `${placeName(place + 1)}.json`);
      await writeWhole(path, jsonBytes(event));
    }
  }

  async #readList(name: string): Promise<OutreachList> {
    return OutreachList.parse(JSON.parse(await readFile(join(this.#folder, 'lists', name), 'utf8')));
  }

  /** A folder that is there, durably. */
  async #made(...parts: readonly string[]): Promise<string> {
    const folder = join(this.#folder, ...parts);
    await mkdir(folder, { recursive: true });
    for (let up = 0; up <= parts.length; up += 1) await syncFolder(join(folder, ...Array(up + 1).fill('..')));
    return folder;
  }
}

const jsonBytes = (content: unknown) => Buffer.from(`${JSON.stringify(content)}\n`);
const placeName = (place: number) => String(place).padStart(6, '0');

async function jsonFilesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
