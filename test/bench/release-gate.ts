/**
 * `npm run bench`, its first half: what the release gate costs. 1,000,000 clients decided for a scoring run,
 * and a list of 1,000 checked at its release, each beside the same work without the gate.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { legalBases as shippedBases } from '../../data-contracts/catalogues/index.ts';
import type { OutreachList } from '../../data-contracts/schemas/outreach-list.ts';
import { DuckDbConsentLedger } from '../../functions/adapters/duckdb/duckdb-consent-ledger.ts';
import { DuckDbRelationshipRegister } from '../../functions/adapters/duckdb/duckdb-relationship-register.ts';
import { DuckDbScoreStore } from '../../functions/adapters/duckdb/duckdb-score-store.ts';
import { FolderObjects } from '../../functions/adapters/folder/folder-objects.ts';
import { scoreColumns } from '../../functions/adapters/lake/lake-score-store.ts';
import { ObjectAuditLog } from '../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../functions/adapters/objects/object-consent-records.ts';
import { ObjectIdentityVault } from '../../functions/adapters/objects/object-identity-vault.ts';
import { ObjectOutreachStore } from '../../functions/adapters/objects/object-outreach-store.ts';
import { ObjectPublicationStore } from '../../functions/adapters/objects/object-publication-store.ts';
import { IdentityRegister } from '../../functions/core/identity/identity-register.ts';
import { IdentitySealer } from '../../functions/core/identity/sealed-identity.ts';
import { exportOutreachList, openOutreachList } from '../../functions/core/outreach/open-outreach-list.ts';
import { askGate } from '../../functions/core/release/release-gate.ts';
import { releaseLikeliest } from '../../functions/core/release/release-likeliest.ts';
import { UnitedConsentLedger } from '../../functions/core/release/united-consent-ledger.ts';

const clients = Number(process.env.ENNAKKO_BENCH_CLIENTS ?? 1_000_000);
const onList = 1_000;
const home = mkdtempSync(join(tmpdir(), 'ennakko-gate-bench-'));
const limits = { spillFolder: join(home, 'spill'), memoryMegabytes: 1000, threads: 2 };
const publications = new ObjectPublicationStore(new FolderObjects(home));
const at = '2026-01-15T09:00:00Z';
const clientSql = `lpad(lower(to_hex(i)), 32, '0')`;
const clientOf = (number: number) => number.toString(16).padStart(32, '0');
const legalBases = shippedBases.map((basis) => ({ ...basis, kind: 'statute' as const }));

/** Scores, consents of every twentieth client, and a relationship of everybody, as the stations leave them. */
async function makeHome(): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const write = async (station: string, run: string, name: string, select: string) =>
    connection.run(
      `copy (${select}) to '${await publications.location(station, run, name)}' (format parquet)`,
    );
  const all = `from range(${clients}) as t(i)`;
  const told = ['client', 'municipality', 'age_years', 'probability_h1', 'probability_h2', 'sources_used'];
  const otherScoreColumns = scoreColumns
    .filter(([column]) => !told.includes(column))
    .map(([column, type]) => `cast(null as ${type}) as ${column}`)
    .join(', ');
  await write(
    'scores/older-people',
    'bench',
    'scores.parquet',
    `select ${clientSql} as client, '905' as municipality, 80.0 as age_years, (i * 7919 % 100000) / 1e5 as probability_h1,
     (i * 7919 % 100000) / 1e5 as probability_h2, 'population-register,primary-care,social-care,rai' as sources_used,
     ${otherScoreColumns} ${all}`,
  );
  await write(
    'tables',
    'lake',
    'consent-events/c.parquet',
    `select ${clientSql} as client, 'c-' || i as consent_event_id, case when i % 40 = 0 then 'objection' else 'consent-given' end as kind,
     'outreach' as purpose, 'all' as covered_source, timestamp '2025-01-01' as effective_at, timestamp '2025-01-01' as recorded_at,
     'letter' as channel, 'w-1' as recorded_by, 'd' as delivery, i as line ${all} where i % 20 = 0`,
  );
  await write(
    'tables',
    'lake',
    'client-relationships/r.parquet',
    `select ${clientSql} as client, 'r-' || i as relationship_id, 'unit-4' as unit, 'care' as kind, date '2024-01-01' as started_on,
     cast(null as date) as ended_on, 'social-care' as data_source, date '2024-01-01' as recorded_on, 'd' as delivery, i as line ${all}`,
  );
  const covers = { coversFrom: '2020-01-01', coversTo: '2025-12-31' };
  const counts = { delivered: 1, accepted: 1, quarantined: 0, rules: {} };
  const file = (table: string, fileId: string) => ({
    delivery: 'd',
    name: `${table}.csv`,
    table,
    fileId,
    ...covers,
    ...counts,
  });
  const files = [file('consent-events', 'c'), file('client-relationships', 'r')];
  const draft = { fingerprint: 'bench', origin: 'simulated' as const };
  await publications.publish(
    {
      ...draft,
      station: 'tables',
      run: 'lake',
      summary: { pseudonymKeyId: 'k', ...covers, files },
      fileNames: files.map(({ table, fileId }) => `${table}/${fileId}.parquet`),
    },
    undefined,
  );
  const summary = { modelVersion: 'bench', landmarkOn: '2026-01-01', averageProbability: [0.1, 0.2] };
  await publications.publish(
    { ...draft, station: 'scores/older-people', run: 'bench', summary, fileNames: ['scores.parquet'] },
    undefined,
  );
}

const records = new ObjectConsentRecords(new FolderObjects(join(home, 'consents')));
const standing = {
  consentLedger: new UnitedConsentLedger(new DuckDbConsentLedger(publications, limits), records),
  relationships: new DuckDbRelationshipRegister(publications, limits),
  audit: new ObjectAuditLog(new FolderObjects(join(home, 'audit'))),
};

async function seconds(work: () => Promise<number>): Promise<{ took: number; count: number }> {
  const startedAt = performance.now();
  const count = await work();
  return { took: (performance.now() - startedAt) / 1000, count };
}

function tell(what: string, rows: number, withGate: number, without: number): void {
  const perSecond = Math.round(rows / withGate).toLocaleString('en');
  const figures = [
    `${withGate.toFixed(2)} s with the gate`,
    `${without.toFixed(2)} s without`,
    `ratio ${(withGate / without).toFixed(2)}`,
    `${perSecond} decided a second`,
  ];
  process.stdout.write(`${what.padEnd(46)} ${figures.join(' · ')}\n`);
}

async function benchScoringRun(): Promise<void> {
  const scores = await DuckDbScoreStore.open(publications, 'older-people', limits);
  const without = await seconds(async () => {
    const taken: string[] = [];
    for await (const batch of scores.likeliestFirst({}, 'h1'))
      for (const { client } of batch) taken.push(client);
    return taken.length;
  });
  const gated = await seconds(async () => {
    const question = {
      useCase: 'ask-cohort',
      requester: { id: 'p', role: 'planner', unit: 'u' },
      originOf: async () => 'simulated' as const,
    } as const;
    const session = await askGate(
      { ...standing, legalBases, clock: { now: () => at }, newId: () => 'r' },
      question,
    );
    if (session.status === 'refused') throw new Error(session.reason);
    const everybody = { limit: clients + 1, thresholdProbability: 0 };
    return (await releaseLikeliest(session, scores.likeliestFirst({}, 'h1'), everybody)).length;
  });
  if (gated.count !== without.count) throw new Error('the gate considered other people');
  tell(`${clients.toLocaleString('en')} clients, audit included`, clients, gated.took, without.took);
}

async function benchList(): Promise<void> {
  const rows = Array.from({ length: onList }, (_, place) => ({
    row: place + 1,
    client: clientOf(place * 20 + 1),
    sourcesUsed: 'population-register,primary-care,social-care,rai',
    serviceLanguage: 'fi' as const,
    intervention: null,
    reasons: [],
    changeable: [],
  }));
  const vaultKey = new Uint8Array(32).fill(3);
  const sealer = new IdentitySealer([vaultKey]);
  const vault = new ObjectIdentityVault(new FolderObjects(join(home, 'vault')));
  const file = vault.begin('bench');
  const identity = (client: string) => ({
    clientIdentifier: `local:bench:${client}`,
    validFrom: '2020-01-01',
    familyName: 'Bench',
  });
  await file.add(
    rows.map(({ client, row }) => ({
      line: row,
      pseudonym: client,
      sealed: sealer.seal(client, identity(client)),
    })),
  );
  await file.keep(new Set());
  const list: OutreachList = {
    listId: `000001-${'a'.repeat(32)}`,
    number: 1,
    madeAt: at,
    madeBy: { id: 'p', role: 'planner', unit: 'u' },
    unit: 'unit-4',
    programme: 'older-people',
    origin: 'simulated',
    modelVersion: 'bench',
    landmarkOn: '2026-01-01',
    horizonMonths: 12,
    rows,
    lots: [],
  };
  const store = new ObjectOutreachStore(new FolderObjects(join(home, 'outreach')));
  await store.create(list);
  const identities = new IdentityRegister(vault, {
    vaultKeys: async () => [vaultKey],
    pseudonymKey: async () => vaultKey,
    answersKey: async () => vaultKey,
  });
  let ids = 0;
  const ports = {
    ...standing,
    store,
    identities,
    legalBases,
    clock: { now: () => at },
    newId: () => `bench-${ids++}`,
    wordReason: () => '',
    interventionName: () => undefined,
  };
  const asked = {
    listId: list.listId,
    requester: { id: 'w', role: 'prevention-worker', unit: 'unit-4' },
    language: 'fi',
  } as const;
  const without = await seconds(async () => {
    const open = await identities.lookUp(new Set(rows.map(({ client }) => client)));
    return rows.map(({ client }) => open(client)).length;
  });
  const opened = await seconds(async () => (await openOutreachList(ports, asked)).rows.length);
  const again = await seconds(async () => (await openOutreachList(ports, asked)).rows.length);
  const exported = await seconds(async () => {
    let count = 0;
    for await (const _ of exportOutreachList(ports, asked)) count += 1;
    return count;
  });
  for (const { count } of [opened, again, exported])
    if (count !== onList) throw new Error(`${count} rows were released`);
  tell('a list of 1,000 opened, the lake read anew', onList, opened.took, without.took);
  tell('a list of 1,000 opened again', onList, again.took, without.took);
  tell('a list of 1,000 exported, each row asked again', onList, exported.took, without.took);
}

try {
  process.stdout.write(
    `The release gate · Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`,
  );
  await makeHome();
  await benchScoringRun();
  await benchList();
} finally {
  rmSync(home, { recursive: true, force: true });
}
