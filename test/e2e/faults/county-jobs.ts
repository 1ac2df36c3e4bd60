import { join } from 'node:path';
import { plausibilityRules, retention, unitCosts } from '../../../data-contracts/catalogues/index.ts';
import { DuckDbClientMonthSource } from '../../../functions/adapters/duckdb/duckdb-client-month-source.ts';
import { DuckDbLakeTableWriter } from '../../../functions/adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetRows } from '../../../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { stagedObjects } from '../../../functions/adapters/folder/staged-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectDeliverySource } from '../../../functions/adapters/objects/object-delivery-source.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { ObjectLandedDeliveries } from '../../../functions/adapters/objects/object-landed-deliveries.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { ObjectQuarantineStore } from '../../../functions/adapters/objects/object-quarantine-store.ts';
import { folderOf, keysUnder, type ObjectStore } from '../../../functions/adapters/objects/object-store.ts';
import { readClientMonthSql } from '../../../functions/adapters/sql-texts.ts';
import { clientMonthsHandler } from '../../../functions/client-months/handler.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { ingestHandler } from '../../../functions/ingest/handler.ts';
import { invoke } from '../../../runner/invoke.ts';
import { testCode } from '../../unit/identity/identity-codes.ts';
import { eventFile, eventLine, pseudonymKey, terms } from '../ingest/county-home.ts';

const clientHeader =
  'clientIdentifier,validFrom,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn,familyName';
const clientLine = (born: string, validFrom = '2022-01-01') =>
  `${testCode(born)},${validFrom},${born},female,sv,905,population-register,2022-01-02,Öhman`;
const covers = { ...terms, coversFrom: '2022-01-01', coversTo: '2024-12-31' };

/** Deliveries with what makes ingest work: identities, duplicates, rows that are turned away. */
export const deliveries: Readonly<Record<string, string>> = {
  'd1/delivery.json': JSON.stringify(covers),
  'd1/clients.csv': [
    clientHeader,
    ...['1940-05-05', '1940-05-05', '1951-07-01', '1950-02-30', '1938-11-11'].map((born) => clientLine(born)),
  ].join('\n'),
  'd1/service-events.csv': eventFile(eventLine('e1'), eventLine('bad id'), eventLine('e1')),
  'd2/delivery.json': JSON.stringify(covers),
  'd2/service-events.csv': eventFile(
    eventLine('e2', { clientIdentifier: testCode('1940-05-05'), startedOn: '2023-03-03' }),
    eventLine('e3', { clientIdentifier: testCode('1951-07-01'), startedOn: '2022-06-01' }),
  ),
};

export async function land(objects: ObjectStore, names: readonly string[] = ['d1', 'd2']): Promise<void> {
  for (const [path, text] of Object.entries(deliveries))
    if (names.some((name) => path.startsWith(`${name}/`)))
      await objects.put(`landing/${path}`, Buffer.from(text));
}

/** The nightly jobs of a county whose home is a store of objects, as their Lambdas would be asked. */
export function countyJobs(objects: ObjectStore, work: string) {
  const at = (name: string) => folderOf(objects, name);
  const publications = new ObjectPublicationStore(stagedObjects(objects, join(work, 'staged')));
  const limits = { spillFolder: join(work, 'spill'), memoryMegabytes: 300, threads: 1 };
  const ingest = ingestHandler({
    deliveries: new ObjectDeliverySource(at('landing')),
    keys: new FolderKeys(join(work, 'keys'), { pseudonymKey, vaultKey: '22'.repeat(32) }),
    vault: new ObjectIdentityVault(at('vault')),
    quarantine: new ObjectQuarantineStore(at('quarantine')),
    erasures: new ObjectErasureRecords(at('erasures')),
    landed: new ObjectLandedDeliveries(at('landed')),
    retention: async () => retention,
    clock: { now: () => '2026-03-01T12:00:00Z' },
    publications,
    lake: new DuckDbLakeTableWriter(join(work, 'ingest')),
    parquet: new DuckDbParquetRows(join(work, 'parquet')),
    progress: silentProgress,
  });
  const build = clientMonthsHandler({
    publications,
    clientMonths: new DuckDbClientMonthSource(publications, readClientMonthSql(), limits),
    unitCosts,
    plausibilityRules: async () => plausibilityRules,
    progress: silentProgress,
  });
  return {
    ingest: (event: unknown = {}) => invoke(ingest, event as never),
    build: (event: unknown = { programme: 'older-people' }) => invoke(build, event as never),
  };
}

/** Everything that the jobs have made, by key, in hexadecimal. */
export async function madeBy(objects: ObjectStore): Promise<Record<string, string>> {
  const keys = (await keysUnder(objects, '')).filter((key) => !key.startsWith('landing/'));
  const made: Record<string, string> = {};
  for (const key of keys) made[key] = Buffer.from((await objects.get(key))!.content).toString('hex');
  return made;
}

/** What the jobs make where nothing goes wrong. */
export async function madeWithoutFaults(work: string): Promise<Record<string, string>> {
  const objects = new MemoryObjects();
  await land(objects);
  const jobs = countyJobs(objects, work);
  await jobs.ingest();
  await jobs.build();
  const made = await madeBy(objects);
  for (const folder of ['client-months', 'quarantine', 'tables', 'vault'])
    if (!Object.keys(made).some((key) => key.startsWith(`${folder}/`)))
      throw new Error(`nothing in ${folder}`);
  return made;
}

/** A job that is asked for again until it is done, as a state machine does; how often it failed before. */
export async function untilDone(job: () => Promise<unknown>, most = 200): Promise<number> {
  for (let failures = 0; ; failures += 1) {
    try {
      await job();
      return failures;
    } catch (error) {
      if (failures === most) throw error;
    }
  }
}
