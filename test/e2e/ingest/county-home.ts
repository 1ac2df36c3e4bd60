import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { retention } from '../../../data-contracts/catalogues/index.ts';
import { DuckDbLakeTableWriter } from '../../../functions/adapters/duckdb/duckdb-lake-table-writer.ts';
import { DuckDbParquetRows } from '../../../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectDeliverySource } from '../../../functions/adapters/objects/object-delivery-source.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { ObjectLandedDeliveries } from '../../../functions/adapters/objects/object-landed-deliveries.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { ObjectQuarantineStore } from '../../../functions/adapters/objects/object-quarantine-store.ts';
import type { IngestPorts } from '../../../functions/core/ingest/ingest-deliveries.ts';

export const terms = {
  origin: 'simulated',
  coversFrom: '2020-01-01',
  coversTo: '2024-12-31',
  deliveredBy: 'test',
};

export const pseudonymKey = '11'.repeat(32);

/** The ports of a home in a folder, under fixed keys so that two homes can be compared byte by byte. */
export function portsOf(home: string, keys = { pseudonymKey, vaultKey: '22'.repeat(32) }): IngestPorts {
  const work = join(home, 'work', 'ingest');
  return {
    deliveries: new ObjectDeliverySource(new FolderObjects(join(home, 'landing'))),
    keys: new FolderKeys(join(home, 'keys'), keys),
    vault: new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))),
    quarantine: new ObjectQuarantineStore(new FolderObjects(join(home, 'quarantine'))),
    publications: new ObjectPublicationStore(new FolderObjects(home)),
    lake: new DuckDbLakeTableWriter(work),
    erasures: new ObjectErasureRecords(new FolderObjects(join(home, 'erasures'))),
    parquet: new DuckDbParquetRows(join(home, 'work', 'spill')),
    landed: new ObjectLandedDeliveries(new FolderObjects(join(home, 'landed'))),
    retention: async () => retention,
    clock: { now: () => '2026-03-01T12:00:00Z' },
  };
}

/** Puts files into `landing/`, by their path there. */
export function land(home: string, files: Readonly<Record<string, string | Uint8Array | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    const whole = join(home, 'landing', path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, isRaw ? content : JSON.stringify(content));
  }
}

/** Everything that ingest has made in a home: path to bytes in hexadecimal, and nothing else. */
export function madeIn(home: string): Record<string, string> {
  const made = ['tables', 'quarantine', 'vault', 'work'].flatMap((folder) => filesUnder(join(home, folder)));
  return Object.fromEntries(made.map((path) => [relative(home, path), readFileSync(path, 'hex')]));
}

function filesUnder(folder: string): string[] {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (!isThere) return [];
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

const eventColumns = [
  'clientIdentifier',
  'eventId',
  'startedOn',
  'serviceArea',
  'contacts',
  'dataSource',
  'recordedOn',
];

/** A line of a service-events file with some fields as given and the others right. */
export function eventLine(eventId: string, change: Readonly<Record<string, string>> = {}): string {
  const right: Record<string, string> = {
    clientIdentifier: 'local:test:1',
    eventId,
    startedOn: '2024-01-01',
    serviceArea: '31',
    contacts: '1',
    dataSource: 'social-care',
    recordedOn: '2024-02-01',
  };
  return eventColumns.map((name) => change[name] ?? right[name]).join(',');
}

export const eventHeader = eventColumns.join(',');

/** A service-events file of these lines. */
export const eventFile = (...lines: readonly string[]) => `${[eventHeader, ...lines].join('\n')}\n`;
