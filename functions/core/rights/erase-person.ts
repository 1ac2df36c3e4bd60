import type { ErasedData, Erasure } from '../../../data-contracts/schemas/erasure.ts';
import {
  type TableContract,
  type TableName,
  tables as tableContracts,
} from '../../../data-contracts/schemas/tables.ts';
import { clientMonthStation } from '../client-months/build-client-months.ts';
import type { ErasureJob } from '../jobs.ts';
import { followedLists } from '../outreach/occupied-clients.ts';
import type { ConsentLedger } from '../ports/consent-ledger.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { HeldData } from '../ports/held-data.ts';
import type { IdentityVault } from '../ports/identity-vault.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import type { PersonFiles } from '../ports/person-files.ts';
import { type AccessPorts, accessInLog, peopleOf } from '../release/access-in-log.ts';
import { consentAsOf } from '../release/consent-as-of.ts';
import { instantFor } from '../release/decide-release.ts';
import { type ClearingPorts, clearErased } from './clear-erased.ts';
import { isErasureRequested } from './erasure-requested.ts';

export interface ErasurePorts extends AccessPorts, ClearingPorts {
  readonly erasures: ErasureRecords;
  readonly held: HeldData;
  readonly vault: IdentityVault;
  readonly store: OutreachStore;
  readonly personFiles: PersonFiles;
  /** What was delivered and what the service was told, as the gate reads it. */
  readonly consentLedger: ConsentLedger;
}

/** There is nothing to carry out: no request for the erasure of everything is in force. */
export class NoErasureRequest extends Error {
  readonly code = 'no-erasure-request';
}

/**
 * Carries out a person's request for erasure, which must be in force for every purpose and source: a record is
 * kept that they are erased, and then everything about them is taken out, whoever else's erasure was cut off too.
 * Once the record is there, nothing brings them back: the gate refuses, and ingest leaves their rows at the door.
 * Told again, as after a crash, it goes on where it was.
 * @throws AccessRefused, NoErasureRequest
 * @source GDPR, articles 17, 19 and 21
 */
export async function erasePerson(ports: ErasurePorts, { client, requester }: ErasureJob): Promise<Erasure> {
  await accessInLog(ports, requester, 'erase-person', { client });
  const erasure =
    (await ports.erasures.find(client)) ??
    (await ports.erasures.record(await erasureNow(ports, { client, requester })));
  await clearErased(ports, await ports.erasures.clients());
  const { clock, newId } = ports;
  const { erased } = erasure;
  await ports.audit.append([
    { kind: 'person-erased', at: clock.now(), requestId: newId(), requester, client, erased },
  ]);
  return erasure;
}

async function erasureNow(ports: ErasurePorts, { client, requester }: ErasureJob): Promise<Erasure> {
  const at = ports.clock.now();
  const people = await peopleOf(ports);
  const events = await eventsRequesting(ports.consentLedger, client, at);
  const said = events.filter(({ sequence }) => sequence === undefined);
  return {
    client: people.personOf(client),
    at,
    orderedBy: requester.id,
    erased: await dataOf(ports, people.pseudonymsOf(client)),
    files: [...(await ports.personFiles.naming(client))],
    said: said.map(({ sequence: _, ...event }) => event),
  };
}

/** What a person has said, whose request for erasure is in force. @throws NoErasureRequest */
export async function eventsRequesting(ledger: ConsentLedger, client: string, at: string) {
  const events = (await ledger.eventsOf([client])).get(client) ?? [];
  if (isErasureRequested(consentAsOf(events, instantFor({ at }, events)))) return events;
  throw new NoErasureRequest(
    'erasure: no request for all purposes and sources is in force; record it first (consent record --kind erasure-request)',
  );
}

/** What says who is who is kept: by it a later delivery does not bring the person back. */
const isErased = (table: TableName) => !(tableContracts[table] as TableContract).saysWhoIsWho;

async function dataOf(ports: ErasurePorts, pseudonyms: readonly string[]): Promise<ErasedData> {
  const [client] = pseudonyms as [string, ...string[]];
  const tables = [...(await ports.held.rowsOf(client))]
    .filter(([table]) => isErased(table))
    .map(([table, rows]): [TableName, number] => [table, rows.length]);
  let identities = 0;
  for await (const _ of ports.vault.find(new Set(pseudonyms))) identities += 1;
  const lists = await followedLists(ports.store);
  return {
    tables: Object.fromEntries(tables),
    identities,
    clientMonths: await monthsOf(ports, pseudonyms),
    scores: (await ports.held.scoresOf(client)).length + (await ports.held.hiddenDemandOf(client)).length,
    listRows: lists
      .flatMap(({ list: { rows, lots } }) => [...rows, ...lots])
      .filter((row) => pseudonyms.includes(row.client)).length,
  };
}

async function monthsOf(
  { publications, rows, programmes }: ErasurePorts,
  pseudonyms: readonly string[],
): Promise<number> {
  let months = 0;
  for (const id of programmes) {
    const station = clientMonthStation({ id });
    const current = await publications.current(station);
    const files = current?.files ?? [];
    const locations = await Promise.all(
      files.map(({ name }) => publications.location(station, current!.run, name)),
    );
    for (const count of await rows.count(locations, new Set(pseudonyms))) months += count;
  }
  return months;
}
