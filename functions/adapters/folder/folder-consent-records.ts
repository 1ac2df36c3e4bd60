import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { type ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { nextConsent } from '../../core/consent/next-consent.ts';
import type { LedgerEvent } from '../../core/ports/consent-ledger.ts';
import { ConsentLedgerDamaged, type ConsentRecords } from '../../core/ports/consent-records.ts';
import { createOnce, syncFolder } from './create-once.ts';

/**
 * The service's own consent ledger as a folder: `<shard>/<client>/<sequence>.json`, the shard being the first
 * two digits of the pseudonym. An event is one file that comes into being whole or not at all and is never
 * written again; its name settles who was first when two record at once, as in the audit log.
 */
export class FolderConsentRecords implements ConsentRecords {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async record(notice: ConsentNotice, now: string): Promise<RecordedConsent> {
    const folder = this.#folderOf(notice.client);
    await this.#makeFolder(notice.client);
    for (;;) {
      const { isNew, event } = nextConsent(await this.#read(notice.client), notice, now);
      const text = `${JSON.stringify(event)}\n`;
      if (!isNew || (await createOnce(join(folder, eventName(event.sequence)), text))) return event;
    }
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
    const known = await this.#knownAmong(clients);
    const events = new Map<string, readonly LedgerEvent[]>();
    for (const client of clients) events.set(client, known.has(client) ? await this.#read(client) : []);
    return events;
  }

  /** Of the clients, those with a folder: one look at each shard instead of one at each client. */
  async #knownAmong(clients: readonly string[]): Promise<Set<string>> {
    const shards = new Set(clients.map(shardOf));
    const known = new Set<string>();
    for (const shard of shards)
      for (const client of await namesIn(join(this.#folder, shard))) known.add(client);
    return known;
  }

  async #read(client: string): Promise<RecordedConsent[]> {
    const folder = this.#folderOf(client);
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.json')).sort();
    const events = await Promise.all(names.map((name) => readEvent(join(folder, name))));
    if (events.every((event, place) => event.client === client && event.sequence === place + 1))
      return events;
    throw new ConsentLedgerDamaged('consent ledger: an event is missing or stands in another’s place');
  }

  /** The pseudonym becomes part of a path, so it must be one. */
  #folderOf(client: string): string {
    return join(this.#folder, shardOf(client), Pseudonym.parse(client));
  }

  async #makeFolder(client: string): Promise<void> {
    const folder = this.#folderOf(client);
    await mkdir(folder, { recursive: true });
    for (const parent of ['..', '../..', '../../..']) await syncFolder(join(folder, parent));
  }
}

async function readEvent(path: string): Promise<RecordedConsent> {
  try {
    return RecordedConsent.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new ConsentLedgerDamaged('consent ledger: an event is not as it was written');
  }
}

const shardOf = (client: string) => Pseudonym.parse(client).slice(0, 2);
const eventName = (sequence: number) => `${String(sequence).padStart(6, '0')}.json`;

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
