import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { plausibilityRules, unitCosts } from '../../../data-contracts/catalogues/index.ts';
import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { DuckDbPersonRows } from '../../../functions/adapters/duckdb/duckdb-person-rows.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAnswerFiles } from '../../../functions/adapters/objects/object-answer-files.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { buildClientMonths } from '../../../functions/core/client-months/build-client-months.ts';
import { pseudonymOfPerson } from '../../../functions/core/identity/person-to-pseudonym.ts';
import { type IngestPorts, ingestDeliveries } from '../../../functions/core/ingest/ingest-deliveries.ts';
import { LakeSummary, lakeFileName } from '../../../functions/core/ingest/lake-manifest.ts';
import { listsWithoutErased } from '../../../functions/core/outreach/lists-without-erased.ts';
import type { ClientMonthSource } from '../../../functions/core/ports/client-month-source.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import type { PublicationStore } from '../../../functions/core/ports/publication-store.ts';
import { requireProgramme } from '../../../functions/core/require-programme.ts';
import { clearErased } from '../../../functions/core/rights/clear-erased.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { eventFile, eventLine, land, portsOf, pseudonymKey, terms } from '../ingest/county-home.ts';
import { listOf } from './list-of.ts';

const [one, two] = [1, 2].map((person) =>
  pseudonymOfPerson(`local:test:${person}`, Buffer.from(pseudonymKey, 'hex')),
) as [string, string];
const programme = requireProgramme('older-people');
const eventOf = (person: number, id: string) => eventLine(id, { clientIdentifier: `local:test:${person}` });
const clientLine = (person: number) =>
  `local:test:${person},2020-01-01,Family${person},1940-01-01,female,fi,905,population-register,2020-01-01`;
const clientHeader =
  'clientIdentifier,validFrom,familyName,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn';

const erasureOf = (client: string): Erasure => ({
  client,
  at: '2026-01-01T00:00:00Z',
  orderedBy: 'dpo-1',
  erased: { tables: {}, identities: 0, clientMonths: 0, scores: 0, listRows: 0 },
  files: [],
  said: [],
});

const storeOf = (home: string) => new ObjectOutreachStore(new FolderObjects(join(home, 'outreach')));
const erasuresOf = (home: string) => new ObjectErasureRecords(new FolderObjects(join(home, 'erasures')));

/** The first person’s erasure, carried out from its first to its last step. */
async function eraseOne(home: string): Promise<void> {
  const { publications, vault } = portsOf(home);
  await erasuresOf(home).record(erasureOf(one));
  const rows = new DuckDbPersonRows(join(home, 'work/erasing'));
  const answers = new ObjectAnswerFiles(new FolderObjects(home), async (clients) => clients);
  const ports = { publications, vault, rows, store: storeOf(home), answers, programmes: [programme.id] };
  await clearErased(ports, await erasuresOf(home).clients());
}

async function query(sql: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** Everybody in the current files of a station. */
async function peopleIn(publications: PublicationStore, station: string): Promise<string[]> {
  const current = (await publications.current(station))!;
  const places = await Promise.all(
    current.files.map(({ name }) => publications.location(station, current.run, name)),
  );
  const list = places.map((place) => `'${place}'`).join(', ');
  const rows = await query(
    `select distinct client from read_parquet([${list}], union_by_name = true) order by 1`,
  );
  return rows.map(({ client }) => String(client));
}

/** Ports in which something is done once, just before or just after a call. */
function doing<Port extends object>(
  port: Port,
  call: keyof Port,
  when: 'before' | 'after',
  deed: () => Promise<void>,
) {
  let isDone = false;
  const once = async () => {
    if (isDone) return;
    isDone = true;
    await deed();
  };
  return new Proxy(port, {
    get: (target, name) => {
      const member = Reflect.get(target, name, target) as unknown;
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]) => {
        if (name === call && when === 'before') await once();
        const result: unknown = await Reflect.apply(member as () => unknown, target, given);
        if (name === call && when === 'after') await once();
        return result;
      };
    },
  });
}

const landing = {
  'd1/delivery.json': terms,
  'd1/clients.csv': `${[clientHeader, clientLine(1), clientLine(2)].join('\n')}\n`,
  'd1/service-events.csv': eventFile(eventOf(1, 'e1'), eventOf(2, 'e2')),
};

describe('a person erased while deliveries are taken in', () => {
  const moments: Record<string, (home: string, ports: IngestPorts) => IngestPorts> = {
    'as a file is begun': (home, ports) => ({
      ...ports,
      lake: doing(ports.lake, 'begin', 'after', () => eraseOne(home)),
    }),
    'just before the lake is published': (home, ports) => ({
      ...ports,
      publications: doing(ports.publications, 'publish', 'before', () => eraseOne(home)),
    }),
    'just after it': (home, ports) => ({
      ...ports,
      publications: doing(ports.publications, 'publish', 'after', () => eraseOne(home)),
    }),
  };
  it.each(Object.entries(moments))('%s, is in neither lake nor vault', async (_, injured) => {
    const home = temporaryFolder();
    land(home, landing);
    const { publication } = await ingestDeliveries(injured(home, portsOf(home)));
    expect(await peopleIn(portsOf(home).publications, 'tables')).toEqual([two]);
    const inVault: string[] = [];
    for await (const { pseudonym } of portsOf(home).vault.find(new Set([one, two]))) inVault.push(pseudonym);
    expect(inVault).toEqual([two]);
    for (const { delivered, accepted, quarantined, erased } of LakeSummary.parse(publication!.summary).files)
      expect([delivered, accepted, quarantined, erased]).toEqual([2, 1, 0, 1]);
    expect(await portsOf(home).publications.current('tables')).toEqual(publication);
  });
});

describe('a person erased while client-months are made', () => {
  /** Client-months in which everybody of the lake is, at each landmark. */
  const monthsOfLake = (publications: PublicationStore): ClientMonthSource =>
    ({
      sqlHash: 'test',
      async build({ tables, landmarks, onLandmark }: Parameters<ClientMonthSource['build']>[0]) {
        const { files } = LakeSummary.parse(tables.summary);
        const places = await Promise.all(
          files.map((file) => publications.location('tables', tables.run, lakeFileName(file))),
        );
        const list = places.map((place) => `'${place}'`).join(', ');
        for (const { landmarkOn, location } of landmarks) {
          const people = `select distinct client from read_parquet([${list}], union_by_name = true) order by 1`;
          await query(`copy (${people}) to '${location}' (format parquet)`);
          onLandmark(landmarkOn, 1);
        }
      },
    }) as unknown as ClientMonthSource;

  it.each(['before', 'after'] as const)('just %s they are published, is not in them', async (when) => {
    const home = temporaryFolder();
    land(home, landing);
    await ingestDeliveries(portsOf(home));
    const { publications } = portsOf(home);
    const job = {
      programme,
      unitCosts,
      plausibility: plausibilityRules,
      progress: silentProgress,
      withoutSources: [],
    };
    const ports = {
      publications: doing(publications, 'publish', when, () => eraseOne(home)),
      clientMonths: monthsOfLake(publications),
    };
    await buildClientMonths(ports, job);
    expect(await peopleIn(publications, `client-months/${programme.id}`)).toEqual([two]);
  });

  it('as they are made, is not in them', async () => {
    const home = temporaryFolder();
    land(home, landing);
    await ingestDeliveries(portsOf(home));
    const { publications } = portsOf(home);
    const clientMonths = doing(monthsOfLake(publications), 'build', 'after', () => eraseOne(home));
    const job = {
      programme,
      unitCosts,
      plausibility: plausibilityRules,
      progress: silentProgress,
      withoutSources: [],
    };
    await buildClientMonths({ publications, clientMonths }, job);
    expect(await peopleIn(publications, `client-months/${programme.id}`)).toEqual([two]);
  });
});

describe('a person erased while a list is made', () => {
  const list = listOf([one, two]);

  it.each(['before', 'after'] as const)(
    'just %s it is kept, is neither on it nor in its lots',
    async (when) => {
      const home = temporaryFolder();
      const store = doing(storeOf(home), 'create', when, () => eraseOne(home));
      expect(await listsWithoutErased(store, erasuresOf(home)).create(list)).toBe(true);
      const [kept] = await storeOf(home).lists();
      expect([...kept!.rows, ...kept!.lots].map(({ client }) => client)).toEqual([two, two]);
    },
  );
});
