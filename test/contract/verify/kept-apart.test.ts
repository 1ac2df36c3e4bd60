import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbTableContents } from '../../../functions/adapters/duckdb/duckdb-table-contents.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { ObjectAnchors } from '../../../functions/adapters/objects/object-anchors.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { ObjectConsentRecords } from '../../../functions/adapters/objects/object-consent-records.ts';
import { ObjectErasureRecords } from '../../../functions/adapters/objects/object-erasure-records.ts';
import { ObjectHomeFiles } from '../../../functions/adapters/objects/object-home-files.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { ObjectPublicationStore } from '../../../functions/adapters/objects/object-publication-store.ts';
import { ObjectQuarantineStore } from '../../../functions/adapters/objects/object-quarantine-store.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { verifyHome } from '../../../functions/core/verify/verify-home.ts';

let home: string;
const key = new Uint8Array(32).fill(7);
const sealer = new IdentitySealer([key]);
const at = (path: string) => join(home, path);
const vault = () => new ObjectIdentityVault(new FolderObjects(at('vault')));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), content);
}

async function parquet(path: string, sql: string): Promise<void> {
  await mkdir(dirname(at(path)), { recursive: true });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`copy (${sql}) to '${at(path)}' (format parquet)`);
}

const people = [
  { familyName: 'Mäkelä-Niemi', givenNames: 'Aino Maria', telephone: '+358 40 123 4567' },
  { familyName: 'af Forselles', givenNames: 'Göran', telephone: '09 876 5432' },
  { familyName: 'Virtanen (simulated)', givenNames: 'Eero', telephone: '000-0000123' },
];

const verify = (keys = key) =>
  verifyHome({
    files: new ObjectHomeFiles(new FolderObjects(home)),
    tables: new DuckDbTableContents(home, {
      spillFolder: at('.work/spill'),
      memoryMegabytes: 200,
      threads: 1,
    }),
    audit: new ObjectAuditLog(new FolderObjects(at('audit'))),
    records: new ObjectConsentRecords(new FolderObjects(at('consents'))),
    erasures: new ObjectErasureRecords(new FolderObjects(at('erasures'))),
    anchors: new ObjectAnchors(new MemoryObjects()),
    namesTold: async (clients) => clients,
    identities: { vault: vault(), keys: { vaultKeys: async () => [keys] } },
    progress: silentProgress,
    clock: { now: () => '2026-02-01T00:00:00.000Z' },
  });
const findings = async () => (await verify()).findings;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ennakko-kept-apart-'));
  const file = vault().begin('f1');
  await file.add(
    people.map((person, place) => {
      const pseudonym = String(place).repeat(32);
      const identity = { clientIdentifier: `local:x:${place}`, validFrom: '2025-01-01', ...person };
      return { line: place + 2, pseudonym, sealed: sealer.seal(pseudonym, identity) };
    }),
  );
  await file.keep(new Set());
  const turnedAway = new ObjectQuarantineStore(new FolderObjects(at('quarantine'))).begin(
    'f1',
    'd1',
    'c.csv',
  );
  await turnedAway.add([{ line: 5, field: 'bornOn', rule: 'not-a-day' }]);
  await turnedAway.keep();
  await parquet('tables/lake/clients/f1.parquet', 'select md5(i::varchar) as client from range(3) t(i)');
  const covers = { coversFrom: '2024-01-01', coversTo: '2024-12-31' };
  const counts = { delivered: 4, accepted: 3, quarantined: 1, rules: {} };
  const files = [{ delivery: 'd1', name: 'c.csv', table: 'clients', fileId: 'f1', ...covers, ...counts }];
  await new ObjectPublicationStore(new FolderObjects(home)).publish(
    {
      station: 'tables',
      run: 'lake',
      origin: 'simulated',
      fingerprint: 'f',
      summary: { pseudonymKeyId: 'k', ...covers, files },
      fileNames: ['clients/f1.parquet'],
    },
    undefined,
  );
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('the vault and the quarantine', () => {
  it('are missed when they are gone, as a whole or a file', async () => {
    expect(await findings()).toEqual([]);
    await rm(at('vault'), { recursive: true });
    await rm(at('quarantine'), { recursive: true });
    expect(await findings()).toEqual([
      { code: 'file-missing', where: 'vault/f1.sealed' },
      { code: 'file-missing', where: 'quarantine/f1.csv' },
    ]);
  });

  it.each(['vault/f1.sealed', 'quarantine/f1.csv'])(
    'are seen to have changed by a bit or been cut: %s',
    async (path) => {
      const whole = await readFile(at(path));
      for (let byte = 0; byte < whole.length; byte += 61) {
        const changed = Buffer.from(whole);
        changed[byte] = changed[byte]! ^ 1;
        await writeFile(at(path), changed);
        expect(await findings()).toContainEqual({ code: 'file-changed', where: path });
      }
      await writeFile(at(path), whole.subarray(0, -1));
      expect(await findings()).toContainEqual({ code: 'file-changed', where: path });
      await writeFile(at(path), whole);
      expect(await findings()).toEqual([]);
    },
    60_000,
  );

  it('may change as the service changes them: rows go, and others are sealed again', async () => {
    await vault().rewrite((identity) => (identity.line === 3 ? undefined : identity));
    expect(await findings()).toEqual([]);
    const other = new IdentitySealer([new Uint8Array(32).fill(9), key]);
    await vault().rewrite((identity) => ({
      ...identity,
      sealed: other.reseal(identity.pseudonym, identity.sealed),
    }));
    expect((await verify(new Uint8Array(32).fill(9))).findings).toEqual([]);
  });

  it('are told of, and are no fault, where an earlier version wrote no digests; what does not open is one', async () => {
    for (const path of await readdir(home, { recursive: true }))
      if (path.endsWith('.digest')) await rm(at(path));
    const { findings: none, notes } = await verify();
    expect(none).toEqual([]);
    expect(notes.filter(({ code }) => code !== 'not-anchored')).toEqual([
      { code: 'without-digest', where: 'quarantine', times: 1 },
      { code: 'without-digest', where: 'vault', times: 1 },
    ]);
    const whole = await readFile(at('vault/f1.sealed'));
    whole[whole.indexOf('.') + 40] = whole[whole.indexOf('.') + 40]! ^ 1;
    await writeFile(at('vault/f1.sealed'), whole);
    expect(await findings()).toContainEqual({
      code: 'identity-unopened',
      where: 'vault/f1.sealed',
      times: 1,
    });
  });
});

describe('what is kept outside the vault', () => {
  it.each([
    ['cohorts/a.csv', 'client;Mäkelä-Niemi;Aino;3', 'name'],
    ['cohorts/b.json', '{"familyName":"af Forselles","givenNames":"Göran"}', 'name'],
    ['plans/c.txt', 'Soita: EERO VIRTANEN huomenna', 'name'],
    ['plans/d.txt', `${'x '.repeat(140_000)} Virtanen, Eero ${'y '.repeat(90_000)}`, 'name'],
    ['cohorts/e.csv', 'a,0401234567,b', 'telephone'],
    ['cohorts/f.csv', 'a;+358-40-1234567', 'telephone'],
    ['cohorts/g.json', '{"telephone":"000-0000123"}', 'telephone'],
  ])('holds nobody’s name or number: %s', async (where, content, what) => {
    await put(where, content);
    const found = await findings();
    expect(found).toEqual([{ code: `${what}-outside-vault`, where, times: 1 }]);
    expect(JSON.stringify(found)).not.toMatch(/virtanen|forselles|niemi|1234567/i);
  });

  it('may hold half a name, another’s, and numbers that are nobody’s', async () => {
    await put(
      'cohorts/a.csv',
      'Virtanen;Maria;1;2;a;b;c;Eero;Korhonen\nx y z\nVirtanen a b c d Eero\n0.0000000123;12345678901\n0401234568',
    );
    expect(await findings()).toEqual([]);
  });

  it('holds none inside tables either, in one column or in several', async () => {
    await parquet('scores/p/r/a.parquet', "select 'Eero Virtanen' as note, i from range(2) t(i)");
    await parquet(
      'scores/p/r/b.parquet',
      "select 'Forselles' as f, 'x' as m, 'Göran' as g, 'Göran' as other",
    );
    await parquet('scores/p/r/c.parquet', "select ['a', '040 123 4567'] as numbers");
    await parquet('scores/p/r/d.parquet', "select 'Virtanen' as f, 'Maria' as g, 0.0401234567 as p");
    expect(await findings()).toEqual([
      { code: 'name-outside-vault', where: 'scores/p/r/a.parquet', times: 2 },
      { code: 'name-outside-vault', where: 'scores/p/r/b.parquet', times: 2 },
      { code: 'telephone-outside-vault', where: 'scores/p/r/c.parquet', times: 1 },
    ]);
  });

  it('is told of where a writing was cut short', async () => {
    await put('audit/0b7c.part', '{"line":');
    await put('vault/f2.sealed.all.part', 'x');
    expect((await verify()).notes.filter(({ code }) => code !== 'not-anchored')).toEqual([
      { code: 'left-behind', where: 'audit', times: 1 },
      { code: 'left-behind', where: 'vault', times: 1 },
    ]);
  });
});
