import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DuckDbPersonRows } from '../../../functions/adapters/duckdb/duckdb-person-rows.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAnswerFiles } from '../../../functions/adapters/objects/object-answer-files.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { pseudonymOfPerson } from '../../../functions/core/identity/person-to-pseudonym.ts';
import { ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import type { ClearingPorts } from '../../../functions/core/rights/clear-erased.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, portsOf, pseudonymKey, terms } from '../ingest/county-home.ts';
import { treeHash } from '../killed/tree-hash.ts';
import { listOf } from './list-of.ts';

export const programme = 'older-people';
const clientsFile = (...people: number[]) =>
  [
    'clientIdentifier,validFrom,familyName,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
    ...people.map(
      (person) =>
        `local:test:${person},2020-01-01,Family${person},1940-01-01,female,fi,905,population-register,2020-01-01`,
    ),
    '',
  ].join('\n');
const eventOf = (person: number, id: string) => eventLine(id, { clientIdentifier: `local:test:${person}` });

export const clearingPorts = (home: string): ClearingPorts => ({
  publications: portsOf(home).publications,
  vault: portsOf(home).vault,
  rows: new DuckDbPersonRows(join(home, 'work/spill')),
  store: new ObjectOutreachStore(new FolderObjects(join(home, 'outreach'))),
  answers: new ObjectAnswerFiles(new FolderObjects(home), async (clients) => clients),
  programmes: [programme],
});

/** Makes a small home with something of two people everywhere; one of them, who is told, is to be erased. */
export async function homeToClear(whole: string): Promise<ReadonlySet<string>> {
  const ports = portsOf(whole);
  land(whole, {
    'd1/delivery.json': terms,
    'd1/clients.csv': clientsFile(1, 2),
    'd1/service-events.csv': eventFile(eventOf(1, 'e1'), eventOf(2, 'e2'), eventOf(1, 'e3'), 'broken'),
    'd2/delivery.json': { ...terms, coversTo: '2025-12-31' },
    'd2/service-events.csv': eventFile(eventOf(2, 'e4')),
  });
  await ingestDeliveries(ports);
  const [one, two] = [1, 2].map((person) =>
    pseudonymOfPerson(`local:test:${person}`, Buffer.from(pseudonymKey, 'hex')),
  ) as [string, string];
  const { publications } = ports;
  const made = async (station: string, name: string, sql: string, summary: Record<string, unknown>) => {
    await query(`copy (${sql}) to '${await publications.location(station, 'r1', name)}' (format parquet)`);
    const draft = { station, run: 'r1', fingerprint: `f-${station}`, origin: 'simulated' as const, summary };
    const receipt = 'scores-0000.json';
    const fileNames = station.startsWith('scores/') ? [name, receipt] : [name];
    await publications.write(station, 'r1', receipt, Buffer.from('{"clients":2}'));
    await publications.publish({ ...draft, fileNames }, undefined);
  };
  const both = `select unnest(['${one}', '${two}']) as client`;
  const landmarks = [{ landmarkOn: '2024-01-01', rows: 2 }];
  await made(`client-months/${programme}`, '2024-01-01.parquet', both, { rows: 2, landmarks });
  await made(`scores/${programme}`, 'scores.parquet', both, { clients: 2 });
  await made(`hidden-demand/${programme}`, 'hidden-demand.parquet', both, { clients: 2 });
  await made(`models/${programme}`, 'weights.bin', 'select 1 as weight', {});
  const store = new ObjectOutreachStore(new FolderObjects(join(whole, 'outreach')));
  const listId = `000001-${'a'.repeat(32)}`;
  const at = '2026-01-01T00:00:00Z';
  await store.create(listOf([one, two]));
  await store.append(listId, {
    kind: 'outcome',
    eventId: 'o',
    row: 1,
    outcome: 'declined',
    at,
    recordedBy: 'w',
  });
  land(whole, { '../cohorts/older-people/cohort.json': { rows: [{ client: one }] } });
  return new Set([one]);
}

async function query(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

export function copyOf(whole: string): string {
  const home = temporaryFolder();
  cpSync(whole, home, { recursive: true });
  return home;
}

/** Everything of a home but what work left, path to digest. */
export const published = (home: string) =>
  Object.fromEntries(Object.entries(treeHash(home)).filter(([path]) => !path.startsWith('/work/')));
