import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Erasure } from '../../../data-contracts/schemas/erasure.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { processMark } from '../../../functions/adapters/folder/process-identity.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { keysOf } from '../../../functions/homes/folder-home-keys.ts';
import { copyOfCounty, wayOfCounty } from '../../county/made-county.ts';
import { runHere } from '../run-here.ts';
import { filesUnder, query } from './files-of-a-home.ts';
import { knownTogether } from './known-together.ts';

/** What the county owns, and what must be kept by pseudonym; nothing else may name somebody erased. */
const mayName = ['landing', 'truth', 'audit', 'consents', 'erasures', 'exports'];

const folder = mkdtempSync(join(tmpdir(), 'ennakko-erased-'));
const home = join(folder, 'home');
let client: string;
/** As the planner's unit was told of the person, and as the officer's is. */
let told: string;
let officers: string;
let name: string;
let listId: string;

async function ennakko(...words: string[]): Promise<string> {
  const { out, err, code } = await runHere(['--home', home, ...words]);
  expect(code, `${words[0]}: ${err}`).toBe(0);
  return out;
}

/** What else may name somebody: rows turned away, other encodings and packings, exports, and halves left by the dead. */
async function writeBesides(): Promise<void> {
  const [{ clientIdentifier: code }] = (await openedOf(client)) as unknown as [{ clientIdentifier: string }];
  const landed = (name: string) => join(home, 'landing/2031-late', name);
  mkdirSync(landed(''), { recursive: true });
  const terms = { origin: 'simulated', coversFrom: '2031-01-01', coversTo: '2031-01-31', deliveredBy: 't' };
  writeFileSync(landed('delivery.json'), JSON.stringify(terms));
  const broken = `clientIdentifier,diagnosisId\n${code.toLowerCase()},x\n${code},y,z\nlocal:a:1,${code}\n`;
  writeFileSync(landed('diagnoses.csv'), broken);
  writeFileSync(landed('notes.txt'), Buffer.from(`about ${code}`, 'utf16le'));
  writeFileSync(landed('clients.csv.gz'), gzipSync(code));
  writeFileSync(landed('others.txt'), 'about local:a:1');
  mkdirSync(join(home, 'exports'));
  writeFileSync(join(home, 'exports/mine.csv'), `client\n${client}\n`);
  const { code: ended } = await runHere(['--home', home, 'ingest']);
  expect(ended).toBe(1); // a file of which nothing could be taken is said aloud
  await ennakko('plan', '--budget', '100000', '--draws', '100');
  const gone = `${processMark.split('-')[0]}-999999999-1`;
  const halves = [
    ['.work/ingest/half.csv', client],
    [`.work/spill-${gone}/x.tmp`, client],
    [`outreach/lists/${gone}.d94a0f5a-7f6e-4c53-9d3e-3a5b4f3c2d1e.part`, client],
    ['vault/0000.sealed.all', `1 ${client} x\n`],
    ['vault/0000.sealed.part', `1 ${client} x\n`],
    ['tables/lake/clients/0000.parquet.part', client],
  ];
  for (const [path, text] of halves) {
    mkdirSync(dirname(join(home, path!)), { recursive: true });
    writeFileSync(join(home, path!), text!);
  }
}

/** Every file of the home, nothing left out, that holds one of the texts, whatever its encoding. */
async function filesAnywhereHolding(texts: readonly string[]): Promise<string[]> {
  const spellings = texts.flatMap((text) => [text, text.toLowerCase()]);
  const bytes = spellings.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  const found = new Set<string>();
  for (const path of filesUnder(home)) {
    const content = path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
    if (bytes.some((spelling) => content.includes(spelling))) found.add(relative(home, path));
  }
  const conditions = spellings.map((text) => `contains(cast(t as varchar), '${text}')`).join(' or ');
  const inTables = filesUnder(home)
    .filter((path) => path.endsWith('.parquet'))
    .map(
      (path) => `(select '${path}' as path from read_parquet('${path}') as t where ${conditions} limit 1)`,
    );
  for (const { path } of await query(inTables.join(' union all '))) found.add(relative(home, String(path)));
  return [...found].sort();
}

/** Files of the home that hold one of the texts, inside tables too; the vault is opened with its key. */
async function filesHolding(...texts: string[]): Promise<string[]> {
  const paths = filesUnder(home, mayName);
  const found = paths.filter((path) => texts.some((text) => readFileSync(path, 'latin1').includes(text)));
  const tables = paths.filter((path) => path.endsWith('.parquet'));
  const conditions = texts.map((text) => `contains(cast(t as varchar), '${text}')`).join(' or ');
  const inTables = tables.map(
    (path) => `select '${path}' as path from read_parquet('${path}') as t where ${conditions}`,
  );
  for (const { path } of await query(`select distinct path from (${inTables.join(' union all ')})`))
    found.push(String(path));
  const isNamed = (await openedNames()).some((held) => texts.some((text) => held.includes(text)));
  return [...found.map((path) => relative(home, path)), ...(isNamed ? ['vault, opened'] : [])];
}

async function openedNames(): Promise<string[]> {
  const sealer = new IdentitySealer(await (await keysOf(home)).vaultKeys());
  const names: string[] = [];
  await new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))).rewrite((identity) => {
    names.push(JSON.stringify(sealer.open(identity.pseudonym, identity.sealed)));
    return identity;
  });
  return names;
}

const monthsHolding = async () =>
  query(
    `select * from read_parquet('${home}/client-months/older-people/*/*.parquet', filename = true)
     where client != '${client}' order by parse_filename(filename), client`,
  );

beforeAll(async () => {
  await copyOfCounty(home);
  await ennakko('cohort', '--size', '300');
  const cohort = join(home, 'cohorts/older-people/cohort.json');
  const { unit, people } = await knownTogether(home, cohort);
  ({ told, lake: client, officers } = people[0]!);
  await writeBesides();
  const say = (who: string) => ['consent', 'record', '--client', who, '--channel', 'visit', '--kind'];
  // a list is of five at least
  for (const { officers: each } of people.slice(0, 6)) await ennakko(...say(each), 'consent-given');
  await ennakko('outreach', 'make', '--from', cohort, '--for-unit', unit);
  const firstRow = ['1', '--row', '1', '--unit', unit];
  await ennakko('outreach', 'record', ...firstRow, '--outcome', 'reached');
  await ennakko('outreach', 'note', ...firstRow, '--text', 'Prefers a letter');
  listId = readdirSync(join(home, 'outreach/events'))[0]!;
  const opened = (await openedOf(client))[0]!;
  name = `${opened.familyName}`;
  await ennakko(...say(officers), 'erasure-request');
}, 1_800_000);
afterAll(() => rmSync(folder, { recursive: true }));

async function openedOf(pseudonym: string) {
  const sealer = new IdentitySealer(await (await keysOf(home)).vaultKeys());
  const identities = [];
  for await (const { sealed } of new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))).find(
    new Set([pseudonym]),
  ))
    identities.push(sealer.open(pseudonym, sealed));
  return identities;
}

const erase = () =>
  runHere([
    '--home',
    home,
    '--language',
    'sv',
    'rights',
    'erase',
    '--client',
    officers,
    '--out',
    join(folder, 'doc'),
  ]);

describe('somebody whose request for erasure is carried out', () => {
  let codes: string[];

  it('is not erased while the request is lifted, nor by anybody but the data-protection officer', async () => {
    const say = ['consent', 'record', '--client', officers, '--channel', 'visit', '--kind'];
    await ennakko(...say, 'erasure-request-lifted');
    const ended = await erase();
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('ingen gällande begäran')]);
    expect(await filesHolding(client)).toContain('outreach/lists/000001.json');
    expect(await filesHolding(told)).toContain('cohorts/older-people/cohort.csv');
    await ennakko(...say, 'erasure-request');
    const asPlanner = [
      'rights',
      'erase',
      '--client',
      told,
      '--out',
      folder,
      '--role',
      'planner',
      '--unit',
      'elderly-services',
    ];
    expect((await runHere(['--home', home, ...asPlanner])).err).toContain('may not erase-person');
    expect(existsSync(join(home, 'erasures'))).toBe(false);
  }, 900_000);

  it('is then held in no table, client-month, score, list, answer or vault, under pseudonym, name or code', async () => {
    codes = (await openedOf(client)).flatMap(({ clientIdentifier, telephone = '' }) => [
      clientIdentifier,
      telephone,
    ]);
    expect((await filesHolding(client)).length).toBeGreaterThan(20);
    const others = await monthsHolding();
    const ended = await erase();
    expect(ended.code, ended.err).toBe(0);
    expect(await filesHolding(client, told, officers, ...codes.filter(Boolean))).toEqual([]);
    expect(await openedOf(client)).toEqual([]);
    const unnamed = ({ filename: _, ...row }: Record<string, unknown>) => row;
    expect((await monthsHolding()).map(unnamed)).toEqual(others.map(unnamed));
    for (const event of ['000001.json', '000002.json']) {
      const kept = JSON.parse(readFileSync(join(home, 'outreach/events', listId, event), 'utf8'));
      expect(kept).toEqual({ kind: 'erased', eventId: expect.any(String), at: expect.any(String) });
    }
  }, 900_000);

  it('is told of exactly the files in which a search of everything finds them', async () => {
    const { erasure } = JSON.parse(readFileSync(join(folder, 'doc/erased.json'), 'utf8')) as {
      erasure: Erasure;
    };
    const told = erasure.files.map(({ file }) => file);
    const kept = [
      /^audit\/\d+\.jsonl$/,
      new RegExp(`^consents/.*${client}`),
      new RegExp(`^erasures/${client}`),
    ];
    const found = await filesAnywhereHolding([client, ...codes.filter(Boolean)]);
    const untold = found.filter((path) => !kept.some((form) => form.test(path)));
    expect(told).toEqual(untold);
    for (const form of kept)
      expect(
        found.some((path) => form.test(path)),
        String(form),
      ).toBe(true);
    const text = readFileSync(join(folder, 'doc/erased.md'), 'utf8');
    for (const file of told) expect(text).toContain(`- ${file}: `);
    expect(erasure.files).toContainEqual({
      file: 'landing/2031-late/diagnoses.csv',
      rows: 3,
      turnedAway: 3,
      keptUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(erasure.files.filter(({ rows }) => rows === null).map(({ file }) => file)).toEqual([
      'landing/2031-late/clients.csv.gz',
    ]);
  }, 900_000);

  it('is told what was erased and what is kept by which law, in their language', () => {
    const text = readFileSync(join(folder, 'doc/erased.md'), 'utf8');
    expect(text).toContain('Dina uppgifter har raderats');
    for (const kept of ['Användningsloggen', 'invändningar', 'Bokföringslagen (1336/1997) 2 kap. 10 §'])
      expect(text).toContain(kept);
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text).not.toContain(name);
  });

  it('leaves a home that is sound once the county has removed its own file, its model known to be older', async () => {
    const left = await runHere(['--home', home, 'verify']);
    expect([left.code, left.out]).toEqual([
      3,
      expect.stringMatching(/^exports\/mine\.csv: data of a person/),
    ]);
    expect(left.out.match(/data of a person/g)).toHaveLength(1);
    rmSync(join(home, 'exports/mine.csv'));
    const said = await ennakko('verify');
    expect(said).toContain('Sound');
    expect(said).toContain('erased since the model was trained');
    await ennakko('card');
    const card = filesUnder(join(home, 'cards')).map((path) => readFileSync(path, 'utf8'));
    expect(card.join()).toContain('have been erased since the model was trained');
  }, 900_000);

  it('cannot lift what has been carried out', async () => {
    const lift = [
      'consent',
      'record',
      '--client',
      officers,
      '--channel',
      'visit',
      '--kind',
      'erasure-request-lifted',
    ];
    const { code, err } = await runHere(['--home', home, ...lift]);
    expect([code, err]).toEqual([2, expect.stringContaining('carried out')]);
  });

  it('is not taken in again from what was delivered, and the next model is trained without them', async () => {
    for (const made of ['tables', 'vault', 'quarantine']) rmSync(join(home, made), { recursive: true });
    const [, ingest, ...further] = wayOfCounty;
    const { out } = await runHere(['--home', home, ...ingest]);
    expect(out).toMatch(/Rows of people who have been erased: \d+/);
    const derived = await monthsHolding();
    for (const words of further) await ennakko(...words);
    const unnamed = ({ filename: _, ...row }: Record<string, unknown>) => row;
    expect((await monthsHolding()).map(unnamed)).toEqual(derived.map(unnamed));
    expect(await filesHolding(client)).toEqual([]);
    const said = await ennakko('verify');
    expect(said).toContain('Sound');
    expect(said).not.toContain('erased since');
  }, 900_000);
});
