import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { type ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { nextConsent } from '../../core/consent/next-consent.ts';
import { ConsentLedgerDamaged, type ConsentRecords } from '../../core/ports/consent-records.ts';
import { keysUnder, type ObjectStore, textOf } from './object-store.ts';

/** Looked at together. */
const shardsAtOnce = 16;

/**
 * The service's own consent ledger as objects `<shard>/<client>/<sequence>.json`, the shard being the first two
 * digits of the pseudonym. An event is one object that comes into being whole or not at all and is never written
 * again; its name settles who was first when two record at once, as in the audit log.
 */
export class ObjectConsentRecords implements ConsentRecords {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
  }

  async record(notice: ConsentNotice, now: string): Promise<RecordedConsent> {
    for (let kept: readonly RecordedConsent[] = []; ; ) {
      kept = await this.#read(notice.client, kept);
      const { isNew, event } = nextConsent(kept, notice, now);
      const key = `${folderOf(notice.client)}${eventName(event.sequence)}`;
      if (!isNew || (await this.#objects.putIfAbsent(key, Buffer.from(`${JSON.stringify(event)}\n`))))
        return event;
    }
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedConsent[]>> {
    const known = await this.#knownAmong(clients);
    const events = new Map<string, readonly RecordedConsent[]>();
    for (const client of clients) events.set(client, known.has(client) ? await this.#read(client) : []);
    return events;
  }

  /** Everyone who has ever told the service something: when, is in their events. */
  async clientsHeardSince(): Promise<ReadonlySet<string>> {
    return this.#knownAmong(everyShard);
  }

  /** Of the clients, those with a folder: one look at each shard instead of one at each client. */
  async #knownAmong(clients: readonly string[]): Promise<Set<string>> {
    const shards = [...new Set(clients.map(shardOf))];
    const known = new Set<string>();
    for (let from = 0; from < shards.length; from += shardsAtOnce) {
      const looks = shards
        .slice(from, from + shardsAtOnce)
        .map((shard) => this.#objects.entries(`${shard}/`));
      for (const entries of await Promise.all(looks))
        for (const { name } of entries) known.add(name.slice(0, -1));
    }
    return known;
  }

  /** A client's events; `known` are the first of them, which nobody writes again. */
  async #read(client: string, known: readonly RecordedConsent[] = []): Promise<RecordedConsent[]> {
    const last = folderOf(client) + eventName(known.length);
    const keys = (await keysUnder(this.#objects, folderOf(client), last)).filter((key) =>
      key.endsWith('.json'),
    );
    const events = [...known, ...(await Promise.all(keys.map((key) => this.#readEvent(key))))];
    if (events.every((event, place) => event.client === client && event.sequence === place + 1))
      return events;
    throw new ConsentLedgerDamaged('consent ledger: an event is missing or stands in another’s place');
  }

  async #readEvent(key: string): Promise<RecordedConsent> {
    const text = await textOf(this.#objects, key);
    try {
      return RecordedConsent.parse(JSON.parse(text ?? ''));
    } catch {
      throw new ConsentLedgerDamaged('consent ledger: an event is not as it was written');
    }
  }
}

/** The pseudonym becomes part of a key, so it must be one. */
const folderOf = (client: string) => `${shardOf(client)}/${Pseudonym.parse(client)}/`;

/** A pseudonym in each shard. */
const everyShard = Array.from({ length: 256 }, (_, shard) =>
  shard.toString(16).padStart(2, '0').padEnd(32, '0'),
);

const shardOf = (client: string) => Pseudonym.parse(client).slice(0, 2);
const eventName = (sequence: number) => `${String(sequence).padStart(6, '0')}.json`;
