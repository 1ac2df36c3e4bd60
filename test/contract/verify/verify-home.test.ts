import { appendFile, mkdir, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbTableContents } from '../../../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderAnchors } from '../../../functions/adapters/folder/folder-anchors.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectHomeFiles } from '../../../functions/adapters/objects/object-home-files.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import type { AuditLog } from '../../../functions/core/ports/audit-log.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { checkMissing } from '../../../functions/core/verify/check-missing.ts';
import { verifyHome } from '../../../functions/core/verify/verify-home.ts';

/** A code of nobody: its individual number is one that no person is given. */
const code = '010150-999K';
const table = 'diagnoses/f1.parquet';

let home: string;
const at = (path: string) => join(home, path);

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), content);
}

async function parquet(path: string, sql: string): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`copy (${sql}) to '${at(path)}' (format parquet, compression zstd)`);
}

async function publishLake(counts: { delivered: number; accepted: number; quarantined: number }) {
  const store = new ObjectPublicationStore(new FolderObjects(home));
  await parquet(`tables/lake/${table}`, "select md5(i::varchar) as client, 'F00' as code from range(8) t(i)");
  const files = [
    {
      delivery: 'd1',
      name: 'diagnoses.csv',
      table: 'diagnoses',
      fileId: 'f1',
      coversFrom: '2024-01-01',
      coversTo: '2024-12-31',
      rules: {},
      ...counts,
    },
  ];
  const summary = { pseudonymKeyId: 'k', coversFrom: '2024-01-01', coversTo: '2024-12-31', files };
  const draft = { station: 'tables', run: 'lake', origin: 'simulated' as const, fingerprint: 'f', summary };
  await store.publish({ ...draft, fileNames: [table] }, undefined);
}

const verify = () =>
  verifyHome({
    files: new ObjectHomeFiles(new FolderObjects(home)),
    tables: new DuckDbTableContents(home, {
      spillFolder: at('.work/spill'),
      memoryMegabytes: 200,
      threads: 1,
    }),
    audit: new ObjectAuditLog(new FolderObjects(at('audit'))),
    anchors: new FolderAnchors(home),
    records: new ObjectConsentRecords(new FolderObjects(at('consents'))),
    erasures: new ObjectErasureRecords(new FolderObjects(at('erasures'))),
    namesTold: async (clients: ReadonlySet<string>) => clients,
    progress: silentProgress,
    clock: { now: () => '2026-02-01T00:00:00.000Z' },
  });
const findings = async () => (await verify()).findings;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ennakko-verify-'));
  await publishLake({ delivered: 10, accepted: 8, quarantined: 2 });
  await put('quarantine/f1.csv', 'delivery,file,line,field,rule\n');
  await put(
    'models/older-people/r1/weights.bin',
    new Uint8Array(5000).map((_, byte) => byte * 7),
  );
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('a folder that is gone whole', () => {
  const published = (...stations: string[]) => new Set(stations.map((station) => `${station}/current.json`));
  const log = (...entries: { kind: string; useCase?: string }[]) => ({
    async *lines() {
      for (const entry of entries) yield { line: 1, entry };
    },
  });
  const closed = (useCase: string) => ({ kind: 'question-closed', useCase });
  const missing = async (paths: Set<string>, ...entries: Parameters<typeof log>) =>
    (await checkMissing(log(...entries) as unknown as Pick<AuditLog, 'lines'>, paths)).map((finding) =>
      'where' in finding ? finding.where : '',
    );
  const p = 'older-people';
  const whole = ['tables', `client-months/${p}`, `models/${p}`, `scores/${p}`, `monitoring/${p}`];

  it('is missed by what was made from it', async () => {
    expect(await missing(published(...whole))).toEqual([]);
    expect(await missing(published(...whole.slice(1)))).toEqual(['tables']);
    expect(await missing(published('tables', `scores/${p}`))).toEqual(['client-months', 'models']);
    expect(await missing(published('tables', `client-months/${p}`, `monitoring/${p}`))).toEqual(['scores']);
  });

  it('is missed by the log where nothing is made from it', async () => {
    expect(await missing(published(...whole), closed('find-hidden-demand'))).toEqual(['hidden-demand']);
    expect(await missing(published(...whole, `hidden-demand/${p}`), closed('ask-hidden-demand'))).toEqual([]);
    expect(await missing(published('tables'), { kind: 'cohort-released' }, closed('train-model'))).toEqual([
      'scores',
    ]);
  });
});

describe('verifying a home', () => {
  it('finds nothing in one that is as it should be, identities kept where they may be', async () => {
    await put('landing/d1/clients.csv', code);
    await put('vault/people.jsonl', code);
    await put('truth/risks.csv', code);
    await put('keys/k', code);
    expect(await verify()).toMatchObject({ findings: [], publications: 1, filesScanned: 4, auditLines: 0 });
  });

  it('finds a published file that is gone, changed, or not described', async () => {
    const where = `tables/lake/${table}`;
    const content = await readFile(at(where));
    content[content.length - 1] = 0;
    await writeFile(at(where), content);
    expect(await findings()).toContainEqual({ code: 'file-changed', where });
    await unlink(at(where));
    expect(await findings()).toEqual([{ code: 'file-missing', where }]);
    await writeFile(at('tables/current.json'), '{"station": "other"}');
    expect(await findings()).toEqual([{ code: 'publication-unreadable', where: 'tables/current.json' }]);
  });

  it.each(['scores', 'hidden-demand'])(
    'finds %s altered or removed by hand, and notes those that are not of the latest client-months',
    async (kind) => {
      const store = new ObjectPublicationStore(new FolderObjects(home));
      const station = `${kind}/older-people`;
      const made = { run: 'r1', origin: 'simulated' as const, fingerprint: 'f' };
      const publish = async (of: string, name: string, summary: Record<string, unknown>) => {
        await parquet(`${of}/r1/${name}`, 'select md5(i::varchar) as client, i as n from range(9) t(i)');
        await store.publish({ ...made, station: of, summary, fileNames: [name] }, undefined);
      };
      await publish('models/older-people', 'm.parquet', {});
      await publish('client-months/older-people', 'm.parquet', { scoringLandmark: '2026-01-01' });
      await publish(station, 'found.parquet', { landmarkOn: '2026-01-01', clients: 9 });
      const stale = { code: 'not-of-latest-months', where: station };
      const sound = await verify();
      expect(sound.findings).toEqual([]);
      expect(sound.notes).not.toContainEqual(stale);
      const where = `${station}/r1/found.parquet`;
      const whole = await readFile(at(where));
      await writeFile(
        at(where),
        whole.map((byte, place) => (place === 40 ? byte ^ 1 : byte)),
      );
      expect(await findings()).toContainEqual({ code: 'file-changed', where });
      await unlink(at(where));
      expect(await findings()).toEqual([{ code: 'file-missing', where }]);
      await writeFile(at(where), whole);
      await put(`${station}/current.json`, '{}');
      expect(await findings()).toEqual([
        { code: 'publication-unreadable', where: `${station}/current.json` },
      ]);
      await rm(at(station), { recursive: true });
      await publish(station, 'found.parquet', { landmarkOn: '2025-07-01', clients: 9 });
      const older = await verify();
      expect(older.findings).toEqual([]);
      expect(older.notes).toContainEqual(stale);
    },
  );

  it('finds rows that were neither accepted nor quarantined, and a table that holds others than were accepted', async () => {
    await rm(at('tables'), { recursive: true });
    await publishLake({ delivered: 10, accepted: 9, quarantined: 2 });
    expect(await findings()).toEqual([
      {
        code: 'rows-do-not-add-up',
        where: 'd1/diagnoses.csv',
        delivered: 10,
        accepted: 9,
        quarantined: 2,
        erased: 0,
      },
      { code: 'rows-not-as-accepted', where: 'd1/diagnoses.csv', accepted: 9, found: 8 },
    ]);
  });

  it('finds damage to the audit log', async () => {
    const audit = new ObjectAuditLog(new FolderObjects(at('audit')));
    await audit.append([
      {
        kind: 'release-decisions',
        at: '2025-01-01T00:00:00Z',
        requestId: 'r',
        requester: { id: 'w', role: 'planner', unit: 'u' },
        purpose: 'planning',
        decisions: [],
      },
    ]);
    expect(await verify()).toMatchObject({ findings: [], auditLines: 1 });
    await appendFile(at('audit/000000000001.jsonl'), '{}\n');
    expect(await findings()).toEqual([
      { code: 'audit-log-damaged', damage: { code: 'not-a-line', line: 2 }, id: expect.any(String) },
    ]);
  });

  it('finds an event taken from the end of somebody’s consents, which leaves no gap there, and one changed', async () => {
    const records = new ObjectConsentRecords(new FolderObjects(at('consents')));
    const audit = new ObjectAuditLog(new FolderObjects(at('audit')));
    const erasures = new ObjectErasureRecords(new FolderObjects(at('erasures')));
    const client = 'c'.repeat(32);
    const said = { purpose: 'outreach', coveredSource: 'all', channel: 'letter' } as const;
    const requester = { id: 'w', role: 'data-protection-officer', unit: 'u' } as const;
    const notices = ['c-1', 'c-2', 'c-3'].map((consentEventId) => ({
      client,
      consentEventId,
      kind: 'objection' as const,
      ...said,
    }));
    const relationships = { relationshipsOf: async () => new Map() };
    await recordConsents(
      { records, audit, erasures, relationships },
      { requester, notices },
      '2026-01-01T00:00:00Z',
    );
    expect(await findings()).toEqual([]);
    const [second, third] = [2, 3].map((place) => at(`consents/cc/${client}/00000${place}.json`));
    await unlink(third!);
    expect(await findings()).toMatchObject([{ code: 'consent-not-as-recorded', line: 3 }]);
    const changed = (await readFile(second!, 'utf8')).replace('"objection"', '"objection-lifted"');
    await writeFile(second!, changed);
    expect(await findings()).toMatchObject([
      { code: 'consent-not-as-recorded', line: 2 },
      { code: 'consent-not-as-recorded', line: 3 },
    ]);
  });

  it('finds whatever is held of somebody who has been erased, in text and in tables', async () => {
    const client = 'c'.repeat(32);
    await put('outreach/kept/000001.json', JSON.stringify({ rows: [{ client }, { client: `${client}0` }] }));
    await put('cohorts/big.csv', `${'x'.repeat((1 << 20) - 40)};${client};${'y'.repeat(100)}\n${client}`);
    await put('vault/f1.sealed', `2 ${client} abc\n`);
    await parquet('scores/p/r/s.parquet', `select '${client}' as client, i from range(3) t(i)`);
    await parquet('scores/p/r/other.parquet', `select '${client}' as name`);
    await put(`consents/cc/${client}/000001.part`, client);
    expect(await findings()).toEqual([]);
    const erased = { tables: {}, identities: 0, clientMonths: 0, scores: 0, listRows: 0 };
    const erasure = { client, at: '2026-01-01T00:00:00Z', orderedBy: 'd', erased, files: [], said: [] };
    await new ObjectErasureRecords(new FolderObjects(at('erasures'))).record(erasure);
    expect(await findings()).toEqual([
      { code: 'erased-person-held', where: 'cohorts/big.csv', times: 2 },
      { code: 'erased-person-held', where: 'outreach/kept/000001.json', times: 1 },
      { code: 'erased-person-held', where: 'scores/p/r/s.parquet', times: 3 },
      { code: 'erased-person-held', where: 'vault/f1.sealed', times: 1 },
    ]);
  });

  it('finds identity codes in text, in bytes and inside compressed tables, and never repeats them', async () => {
    await put('quarantine/f1.csv', `delivery,file\nd1,"${code.toLowerCase()}"\n${code}`);
    await put('cohorts/x.bin', Buffer.concat([Buffer.from([0, 255]), Buffer.from(code), Buffer.from([7])]));
    await parquet(
      'client-months/older-people/r1/m.parquet',
      `select i as n, repeat('x', 50) as filler, if(i % 500 = 77, 'see ${code}.', ['a', 'z'][1 + i % 2]) as note from range(1000) t(i)`,
    );
    const found = await findings();
    expect(found).toEqual([
      { code: 'identity-code-outside-vault', where: 'client-months/older-people/r1/m.parquet', times: 2 },
      { code: 'identity-code-outside-vault', where: 'cohorts/x.bin', times: 1 },
      { code: 'identity-code-outside-vault', where: 'quarantine/f1.csv', times: 2 },
    ]);
    expect(JSON.stringify(found)).not.toContain(code);
  });

  it('finds a table that cannot be read', async () => {
    await put('tables/stray.parquet', 'PAR1');
    expect(await findings()).toEqual([{ code: 'table-unreadable', where: 'tables/stray.parquet' }]);
  });
});
