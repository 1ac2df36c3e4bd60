import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConsentSetAside } from '../../../data-contracts/schemas/audit-entry.ts';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { type ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { nextConsent } from '../../core/consent/next-consent.ts';
import type { ConsentKeeping, ConsentRecords, KeptConsent } from '../../core/ports/consent-records.ts';
import { keysUnder, type ObjectStore } from './object-store.ts';
import { jsonOf, ReadableObjects } from './readable-objects.ts';

/** Looked at together. */
const shardsAtOnce = 16;
/** So far beyond the last event nobody has written one: what stands there is damage, and takes no numbers away. */
const farthestGap = 1_000;

const underWay = 'under-way/';

/** What a shard is recording; null: nothing, as what was begun has come to its end. */
const UnderWay = z.object({ event: RecordedConsent.nullable() });
type UnderWay = z.infer<typeof UnderWay>;

/**
 * The service's own consent ledger as objects `<shard>/<client>/<sequence>.json`, the shard being the first two
 * digits of the pseudonym. An event is one object that comes into being whole or not at all and is never written
 * again; its name settles who was first when two record at once, as in the audit log. What counts in the place of
 * damaged bytes is beside them, `<sequence>-<their digest>.aside`. The event of a shard
 * that was last about to be logged and kept is in `under-way/`.
 */
export class ObjectConsentRecords implements ConsentRecords, ConsentKeeping {
  readonly #objects: ObjectStore;
  readonly #events: ReadableObjects<RecordedConsent>;
  readonly #asides: ReadableObjects<ConsentSetAside>;
  readonly #underWay: ReadableObjects<UnderWay>;

  constructor(objects: ObjectStore) {
    this.#objects = objects;
    this.#events = new ReadableObjects(objects, jsonOf(RecordedConsent));
    this.#asides = new ReadableObjects(objects, jsonOf(ConsentSetAside));
    this.#underWay = new ReadableObjects(objects, jsonOf(UnderWay));
  }

  async record(
    notice: ConsentNotice,
    now: string,
    log?: (event: RecordedConsent) => Promise<void>,
  ): Promise<RecordedConsent> {
    for (let kept: readonly KeptConsent[] = []; ; ) {
      kept = await this.#keptOf(notice.client, kept);
      const next = nextConsent(eventsIn(kept), notice, now, kept.at(-1)?.sequence);
      if (!next.isNew || (await this.#keepLogged(next.event, log))) return next.event;
    }
  }

  async eventsOf(clients: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedConsent[]>> {
    const known = await this.#knownAmong(clients);
    const events = new Map<string, readonly RecordedConsent[]>();
    for (const client of clients) {
      const kept = known.has(client) ? await this.keptOf(client) : [];
      if (kept.every(isKnown)) events.set(client, eventsIn(kept));
    }
    return events;
  }

  /** Everyone who has ever told the service something: when, is in their events. */
  async clientsHeardSince(): Promise<ReadonlySet<string>> {
    return new Set(await this.people());
  }

  async underWay(near?: readonly string[]): Promise<readonly RecordedConsent[]> {
    const keys = near ? [...new Set(near.map(underWayKey))] : await keysUnder(this.#objects, underWay);
    const found = await Promise.all(keys.map((key) => this.#underWay.findReadable(key)));
    const begun = found.flatMap((each) => each?.event ?? []);
    const isOver = await Promise.all(begun.map((event) => this.#isKept(event)));
    return begun.filter((_event, place) => !isOver[place]);
  }

  async #isKept({ client, consentEventId }: RecordedConsent): Promise<boolean> {
    return (await this.keptOf(client)).some(({ event }) => event?.consentEventId === consentEventId);
  }

  async people(): Promise<readonly string[]> {
    const people: string[] = [];
    for (const { name: shard } of await this.#objects.entries('')) {
      if (!/^[0-9a-f]{2}\/$/.test(shard)) continue;
      const names = (await this.#objects.entries(shard)).map(({ name }) => name.slice(0, -1));
      people.push(...names.filter((name) => Pseudonym.safeParse(name).success && shardOf(name) === shard));
    }
    return people;
  }

  keptOf(client: string): Promise<readonly KeptConsent[]> {
    return this.#keptOf(client, []);
  }

  /** @param known read a moment ago: an event that is sound is never written again */
  async #keptOf(client: string, known: readonly KeptConsent[]): Promise<readonly KeptConsent[]> {
    const folder = folderOf(client);
    const names = (await keysUnder(this.#objects, folder)).map((key) => key.slice(folder.length));
    const there = new Set(names);
    const places = Array.from({ length: lastPlace(names) }, (_, place) => place);
    return Promise.all(
      places.map((place) => {
        const before = known[place];
        return before?.event && !before.setAside ? before : this.#kept(client, place + 1, there);
      }),
    );
  }

  async #kept(client: string, sequence: number, there: ReadonlySet<string>): Promise<KeptConsent> {
    const folder = folderOf(client);
    const name = eventName(sequence);
    const found = there.has(name) ? await this.#objects.get(folder + name) : undefined;
    const sha256 = sha256Of(found?.content ?? nothing);
    const place = { sequence, sha256, ...(found && { given: jsonIn(found.content) }) };
    const asideName = asideNameOf(sequence, sha256);
    const setAside = there.has(asideName) ? await this.#asides.findReadable(folder + asideName) : undefined;
    if (setAside && isOf(setAside, client, sequence) && setAside.sha256 === sha256)
      return { ...place, setAside, event: setAside.instead ?? undefined };
    const event = RecordedConsent.safeParse(place.given).data;
    return { ...place, event: event && isOf(event, client, sequence) ? event : undefined };
  }

  async setAside(aside: ConsentSetAside): Promise<void> {
    await this.#asides.keep(folderOf(aside.client) + asideNameOf(aside.sequence, aside.sha256), aside);
  }

  /** Tells the log first: what is in the ledger and not in the log was put there by somebody else. */
  async #keepLogged(
    event: RecordedConsent,
    log: ((event: RecordedConsent) => Promise<void>) | undefined,
  ): Promise<boolean> {
    if (!log) return this.#events.keepOnce(keyOf(event), event);
    await this.#underWay.keep(underWayKey(event.client), { event });
    await log(event);
    const isKept = await this.#events.keepOnce(keyOf(event), event);
    await this.#underWay.keep(underWayKey(event.client), { event: null });
    return isKept;
  }

  /** Of the clients, those with a folder: one look at each shard instead of one at each client. */
  async #knownAmong(clients: readonly string[]): Promise<Set<string>> {
    const shards = [...new Set(clients.map(shardOf))];
    const known = new Set<string>();
    for (let from = 0; from < shards.length; from += shardsAtOnce) {
      const looks = shards.slice(from, from + shardsAtOnce).map((shard) => this.#objects.entries(shard));
      for (const entries of await Promise.all(looks))
        for (const { name } of entries) known.add(name.slice(0, -1));
    }
    return known;
  }
}

const isKnown = ({ event, setAside }: KeptConsent) => event !== undefined || setAside !== undefined;

const eventsIn = (kept: readonly KeptConsent[]) =>
  kept.map(({ event }) => event).filter((event) => event !== undefined);

const isOf = (given: { client: string; sequence: number }, client: string, sequence: number) =>
  given.client === client && given.sequence === sequence;

/** The last place that is taken, by an event or by what counts instead of one. */
function lastPlace(names: readonly string[]): number {
  const places = names
    .map((name) => Number(/^(\d{6})(\.json|-[0-9a-f]{12}\.aside)$/.exec(name)?.[1]))
    .filter((place) => place > 0)
    .sort((one, other) => one - other);
  return places.reduce((last, place) => (place - last > farthestGap ? last : place), 0);
}

function jsonIn(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return undefined;
  }
}

const sha256Of = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** The pseudonym becomes part of a key, so it must be one. */
const folderOf = (client: string) => `${shardOf(client)}${Pseudonym.parse(client)}/`;

const shardOf = (client: string) => `${Pseudonym.parse(client).slice(0, 2)}/`;
const placeName = (sequence: number) => String(sequence).padStart(6, '0');
const eventName = (sequence: number) => `${placeName(sequence)}.json`;
const keyOf = ({ client, sequence }: RecordedConsent) => folderOf(client) + eventName(sequence);
const nothing = new Uint8Array();
const asideNameOf = (sequence: number, sha256: string) =>
  `${placeName(sequence)}-${sha256.slice(0, 12)}.aside`;
/** One a shard, written over by the next: nothing here is ever removed. */
const underWayKey = (client: string) => `${underWay}${shardOf(client).slice(0, -1)}.json`;
