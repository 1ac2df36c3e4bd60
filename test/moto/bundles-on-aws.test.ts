import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legalBases } from '../../data-contracts/catalogues/index.ts';
import { CheckUpPlan } from '../../data-contracts/schemas/check-up-plan.ts';
import { Cohort } from '../../data-contracts/schemas/cohort.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import type { LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';
import { FolderObjects } from '../../functions/adapters/folder/folder-objects.ts';
import { ObjectPublicationStore } from '../../functions/adapters/objects/object-publication-store.ts';
import { keysUnder, type ObjectStore, textOf } from '../../functions/adapters/objects/object-store.ts';
import { AnswerPseudonyms } from '../../functions/core/identity/unit-pseudonyms.ts';
import { keysOf } from '../../functions/homes/folder-home-keys.ts';
import { publishHandler } from '../../functions/publish/handler.ts';
import { bundleLambda } from '../../runner/bundle/bundle-lambdas.ts';
import { invoke as invokeHere } from '../../runner/invoke.ts';
import { simulateCounty } from '../../runner/simulation/simulate-county.ts';
import { runBundle } from '../bundles/run-bundle.ts';
import { filesUnder, query } from '../e2e/gate/files-of-a-home.ts';
import { runEnnakko } from '../e2e/killed/run-ennakko.ts';
import { type AskedFor, apiEvent } from '../unit/api/api-event.ts';
import { awsCounty } from './aws-county.ts';
import { faultyWay } from './faulty-way.ts';
import { endpoint } from './moto.ts';

const jobs = [
  'ingest',
  'client-months',
  'train',
  'score',
  'publish',
  'find-hidden-demand',
  'erase',
  'rotate-keys',
] as const;
const apis = ['planner-api', 'prevention-api', 'knowledge-api', 'rights-api'] as const;
const programme = 'older-people';
const shards = 3;

const folder = mkdtempSync(join(tmpdir(), 'ennakko-on-aws-'));
const bundles = join(folder, 'bundles');
const home = join(folder, 'home');
const heard: string[] = [];
let county: Awaited<ReturnType<typeof awsCounty>>;
let pseudonyms: AnswerPseudonyms;
/** Somebody of the lake as an asker is told of them. */
const told = (asker: Requester, client: string) => pseudonyms.for(asker).outside(client);
afterAll(() => {
  county?.close();
  rmSync(folder, { recursive: true });
});

/** Answers of a bundle in a process of its own, on AWS unless the environment names a folder. */
async function invoke(name: LambdaName, events: readonly unknown[], more: Record<string, string> = {}) {
  const environment = more.ENNAKKO_HOME ? more : { ...county.environmentOf(name), ...more };
  const { answers, log } = await runBundle({ name, events, environment, folder: bundles });
  heard.push(log);
  return answers.map(({ answer, error }) => {
    expect(error, log).toBeUndefined();
    return answer as Record<string, unknown>;
  });
}

/** On AWS and in a folder, at once: each has its half of the machine. */
const inBothHomes = (name: LambdaName, events: readonly unknown[], more?: Record<string, string>) =>
  Promise.all([invoke(name, events, more), invoke(name, events, { ENNAKKO_HOME: home })]);

async function asks(name: (typeof apis)[number], requester: Requester, ...asked: AskedFor[]) {
  const token = await county.signIn.token(requester);
  const answers = await invoke(
    name,
    asked.map((one) => apiEvent({ token, ...one })),
  );
  return answers.map((answer) => {
    const { statusCode, body } = answer as { statusCode: number; body: string };
    return { status: statusCode, body, content: JSON.parse(body) };
  });
}

/** What a station has published, by key, in hexadecimal. */
async function publishedIn(objects: ObjectStore, station: string) {
  const published: Record<string, string> = {};
  for (const key of await keysUnder(objects, `${station}/`))
    published[key] = Buffer.from((await objects.get(key))!.content).toString('hex');
  expect(Object.keys(published), station).toContain(`${station}/current.json`);
  return published;
}

async function expectSameBytes(...stations: string[]) {
  for (const station of stations)
    expect(await publishedIn(county.objects('lake'), station)).toEqual(
      await publishedIn(new FolderObjects(home), station),
    );
}

const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const planner = { id: 'p-1', role: 'planner', unit: 'elderly-services' } as const;

describe.skipIf(!endpoint)('the bundles in their home on AWS', () => {
  beforeAll(async () => {
    county = await awsCounty(folder);
    await simulateCounty({ clients: 1600, seed: 7, home });
    const landing = join(home, 'landing');
    for (const path of filesUnder(landing))
      await county.objects('landing').put(`landing${path.slice(landing.length)}`, readFileSync(path));
    // people who do not exist have the same pseudonyms in both homes
    const keys = await keysOf(home);
    await county.keepKey('pseudonym', await keys.pseudonymKey());
    await county.keepKey('answers', await keys.answersKey());
    pseudonyms = new AnswerPseudonyms(await keys.answersKey());
    for (const name of [...jobs, ...apis]) await bundleLambda(name, bundles);
  }, 300_000);

  it('take in what has landed and make client-months, with the bytes of a folder, and once', async () => {
    const [[first]] = await inBothHomes('ingest', [{}]);
    expect(first).toMatchObject({ unknownFiles: 0 });
    expect(first!.takenIn).toBeGreaterThan(20);
    const [again] = await invoke('ingest', [{}]);
    expect(again).toMatchObject({ takenIn: 0 });
    await inBothHomes('client-months', [{ programme }]);
    expect(county.athena.errors).toEqual([]);
    expect(county.athena.asked.some(({ input }) => /^unload/.test(String(input.QueryString)))).toBe(true);
    await expectSameBytes('tables', `client-months/${programme}`);
  }, 300_000);

  it('seal identities in the vault, and keep no key as it is', async () => {
    const vault = await keysUnder(county.objects('vault'), '');
    expect(vault.length).toBeGreaterThan(0);
    expect(vault.every((key) => key.startsWith('vault/'))).toBe(true);
    const keys = await keysUnder(county.objects('keys'), '');
    expect(keys).toEqual(['answers-key/answers.key', 'pseudonym-key/pseudonym.key', 'vault-key/vault.key']);
    for (const key of keys) expect((await textOf(county.objects('keys'), key))!.length).toBeGreaterThan(64);
  });

  it('train, score and publish on a faulty way to S3, with the bytes of a folder', async () => {
    const kinds = ['throttled', 'answer-lost', 'cut-before', 'body-halved'] as const;
    const way = await faultyWay(endpoint!, kinds, 7);
    const faulty = { AWS_ENDPOINT_URL_S3: way.url };
    await inBothHomes('train', [{ programme, seed: 7, maximumRows: 1000 }], faulty);
    const all = [...Array(shards).keys()].map((shard) => ({ programme, shard, shards }));
    // out of order, and one of them twice, as a map state may do
    const [scored] = await inBothHomes('score', [...all].reverse().concat(all[1]!), faulty);
    expect(scored.at(-1)).toMatchObject({ wasReused: true });
    await invoke('publish', [{ programme, shards }], faulty);
    const publications = new ObjectPublicationStore(new FolderObjects(home));
    await invokeHere(publishHandler({ publications }), { programme, shards });
    for (const kind of kinds) expect(way.met[kind], kind).toBeGreaterThan(1);
    await expectSameBytes(`models/${programme}`, `scores/${programme}`, `monitoring/${programme}`);
  }, 300_000);

  it('find hidden demand once the controller has confirmed it, with the bytes of a folder', async () => {
    expect(await invoke('find-hidden-demand', [{ programme }])).toEqual([
      { status: 'off', reason: 'no-legal-basis' },
    ]);
    const isHidden = ({ purpose }: (typeof legalBases)[number]) => purpose === 'hidden-demand';
    const confirmed = JSON.stringify(
      legalBases.map((basis) => (isHidden(basis) ? { ...basis, confirmed: true } : basis)),
    );
    writeFileSync(join(home, 'legal-bases.json'), confirmed);
    await county.objects('lake').put('settings/legal-bases.json', Buffer.from(confirmed));
    const [[found]] = await inBothHomes('find-hidden-demand', [{ programme }]);
    expect(found).toMatchObject({ status: 'found', wasReused: false });
    await expectSameBytes(`hidden-demand/${programme}`);
    const body = { programme, budgetCents: 150_000 };
    const [planned] = await asks('planner-api', planner, { path: '/check-up-plans', body });
    expect(planned!.status).toBe(200);
    expect(CheckUpPlan.parse(planned!.content).rows).toHaveLength(10);
  }, 300_000);

  it('answer a planner with the cohort that the local command gives, byte for byte', async () => {
    const body = { programme, horizonMonths: 12, size: 25, municipalities: ['905', '399'] };
    const headers = { 'accept-language': 'sv' };
    const [answered] = await asks('planner-api', planner, { path: '/cohorts', body, headers });
    expect(answered!.status).toBe(200);
    const cohort = Cohort.parse(answered!.content);
    expect(cohort.rows.length).toBeGreaterThan(10);
    const { code, err } = await runEnnakko([
      ...['--home', home, '--language', 'sv', 'cohort', '--municipality', '905,399', '--size', '25'],
      ...['--at', cohort.askedAt, '--requester', planner.id, '--out', join(folder, 'local')],
    ]);
    expect(code, err).toBe(0);
    const local = readFileSync(join(folder, 'local/cohort.json'), 'utf8');
    expect(answered!.body).toBe(JSON.stringify(JSON.parse(local)));
  }, 120_000);

  it('name a person to their team, tell the person what is held, and stop when they object', async () => {
    const known = await query(
      `select unit, list(client order by client)[1:12] as clients
       from (select client, min(unit) as unit from read_parquet('${home}/tables/lake/client-relationships/*.parquet')
             where ended_on is null and client in
               (select client from read_parquet('${home}/scores/${programme}/*/*.parquet'))
             group by client)
       group by unit order by count(*) desc, unit limit 1`,
    );
    const { unit, clients } = known[0] as { unit: string; clients: string[] };
    const said = (client: string, kind: string, key: string): AskedFor => ({
      path: '/consents',
      body: {
        client: told(officer, client),
        kind,
        purpose: 'outreach',
        coveredSource: 'all',
        channel: 'visit',
      },
      headers: { 'idempotency-key': key },
    });
    const consents = clients.map((client, at) => said(client, 'consent-given', `consent-${1000 + at}`));
    const recorded = await asks('rights-api', officer, ...consents);
    expect(new Set(recorded.map(({ status }) => status))).toEqual(new Set([201]));
    const [made] = await asks('planner-api', planner, {
      path: '/outreach-lists',
      body: {
        programme,
        horizonMonths: 12,
        unit,
        clients: clients.map((client) => ({ client: told(planner, client) })),
      },
      headers: { 'idempotency-key': 'list-00001' },
    });
    expect(made!.content.listed).toBeGreaterThanOrEqual(5);
    const worker = { id: 'w-1', role: 'prevention-worker', unit } as const;
    const list: AskedFor = { method: 'GET', path: `/outreach-lists/${made!.content.list.listId}` };
    const [opened] = await asks('prevention-api', worker, list);
    const { rows } = opened!.content;
    expect(rows[0]).toMatchObject({ row: 1, familyName: expect.any(String) });
    const [client] = clients as [string];
    const document: AskedFor = { path: '/access-documents', body: { client: told(officer, client) } };
    const [held, log] = await asks('rights-api', officer, document, {
      method: 'GET',
      path: '/audit-verification',
    });
    expect(held!.content).toMatchObject({ client: told(officer, client), lists: [{ unit }] });
    expect(held!.content.scores.length).toBeGreaterThan(0);
    expect([log!.status, log!.content.damage]).toEqual([200, undefined]);
    await asks('rights-api', officer, said(client, 'objection', 'objection-1'));
    const [after] = await asks('prevention-api', worker, list);
    expect(after!.content.rows.length).toBe(rows.length - 1);
    for (const { familyName } of rows) expect(heard.join('\n')).not.toContain(familyName);
    expect(county.athena.errors).toEqual([]);
  }, 300_000);

  it('show the model’s card, and begin a training once, which holds nobody', async () => {
    const manager = { id: 'k-1', role: 'knowledge-manager', unit: 'knowledge-management' } as const;
    const retrain: AskedFor = {
      path: '/retraining-requests',
      body: { programme },
      headers: { 'idempotency-key': 'retrain-01' },
    };
    const card: AskedFor = { method: 'GET', path: `/models/${programme}/card` };
    const monitoring: AskedFor = { method: 'GET', path: `/models/${programme}/monitoring` };
    const [shown, watched, asked] = await asks('knowledge-api', manager, card, monitoring, retrain);
    expect(shown!.content.programme.id).toBe(programme);
    expect(watched!.content).toMatchObject({
      modelVersion: shown!.content.modelVersion,
      age: { isStale: false },
    });
    expect([asked!.status, asked!.content.wasKnown]).toEqual([202, false]);
    const begun = await county.begun('retraining');
    expect(begun).toMatchObject([{ job: { programme, requester: manager } }]);
  }, 60_000);

  it('give the vault another key, in which every identity is sealed again, and destroy the one before', async () => {
    const sealedUnder = async () => {
      const kept = await keysUnder(county.objects('vault'), '');
      const files = kept.filter((key) => key.endsWith('.sealed'));
      expect(kept).toEqual(files.flatMap((key) => [key, `${key}.digest`]));
      const lines = await Promise.all(
        files.map(async (key) => (await textOf(county.objects('vault'), key))!),
      );
      return lines.flatMap((text) =>
        text
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[2]!.slice(0, 8)),
      );
    };
    const before = await sealedUnder();
    expect(new Set(before).size).toBe(1);
    const key = { 'idempotency-key': 'rotation-1' };
    const [asked] = await asks('rights-api', officer, { path: '/key-rotations', headers: key });
    expect(asked!.status).toBe(202);
    const [begun] = await county.begun('key-rotation');
    expect(begun!.job).toEqual({ requester: officer });
    const [rotated] = await invoke('rotate-keys', [begun!.job]);
    expect(rotated).toMatchObject({ resealed: before.length, retiredKeyIds: [expect.any(String)] });
    const after = await sealedUnder();
    expect([after.length, new Set(after).size]).toEqual([before.length, 1]);
    expect(after[0]).not.toBe(before[0]);
    expect(await keysUnder(county.objects('keys'), '')).toEqual([
      'answers-key/answers.key',
      'pseudonym-key/pseudonym.key',
      'vault-key/vault.key',
    ]);
  }, 60_000);

  it('erase a person everywhere, though cut off on the way, and tell the person what is kept', async () => {
    const published = await textOf(county.objects('lake'), `scores/${programme}/current.json`);
    const { run } = JSON.parse(published!) as { run: string };
    const [{ client }] = (await query(
      `select client from read_parquet('${home}/scores/${programme}/${run}/*.parquet') order by client limit 1`,
    )) as [{ client: string }];
    const person = { client: told(officer, client) };
    const say: AskedFor = {
      path: '/consents',
      body: { ...person, kind: 'erasure-request', purpose: 'all', coveredSource: 'all', channel: 'letter' },
      headers: { 'idempotency-key': 'consent-erasure' },
    };
    const erasure: AskedFor = {
      path: '/erasures',
      body: person,
      headers: { 'idempotency-key': 'erasure-01' },
    };
    const [early, , asked] = await asks('rights-api', officer, erasure, say, erasure);
    expect([early!.status, asked!.status]).toEqual([422, 202]);
    const [begun] = await county.begun('erasure');
    expect(begun).toEqual({ id: asked!.content.requestId, job: { client, requester: officer } });
    expect(begun!.id).not.toContain(client);
    expect((await namesIn(county.objects('lake'), client)).length).toBeGreaterThan(10);
    const way = await faultyWay(endpoint!, ['throttled', 'answer-lost', 'cut-before', 'body-halved'], 11);
    await invoke('erase', [begun!.job], { AWS_ENDPOINT_URL_S3: way.url });
    for (const bucket of ['lake', 'vault'] as const)
      expect([bucket, await namesIn(county.objects(bucket), client)]).toEqual([bucket, []]);
    const kept = (await namesIn(county.objects('records'), client)).map((key) => key.split('/')[0]);
    expect(new Set(kept)).toEqual(new Set(['consents', 'erasures']));
    const [document, cohort] = [
      (
        await asks('rights-api', officer, {
          path: '/erasure-documents',
          body: person,
          headers: { 'accept-language': 'fi' },
        })
      )[0]!,
      await asks('planner-api', planner, {
        path: '/cohorts',
        body: { programme, horizonMonths: 12, size: 1000 },
      }),
    ];
    expect(document.content).toMatchObject({ ...person, language: 'fi', erased: { scores: 1 } });
    expect(document.content.text).toContain('Tietosi on poistettu');
    expect(cohort[0]!.status).toBe(200);
    expect(cohort[0]!.body).not.toContain(told(planner, client));
  }, 300_000);
});

/** Keys of objects that name a person, in tables too. */
async function namesIn(objects: ObjectStore, client: string): Promise<string[]> {
  const looked = mkdtempSync(join(folder, 'looked-into-'));
  const found: string[] = [];
  const tables = new Map<string, string>();
  for (const key of await keysUnder(objects, '')) {
    const content = Buffer.from((await objects.get(key))!.content);
    const file = join(looked, String(tables.size));
    if (key.includes(client) || content.includes(client)) found.push(key);
    else if (key.endsWith('.parquet')) {
      writeFileSync(file, content);
      tables.set(file, key);
    }
  }
  const naming = [...tables.keys()].map(
    (file) =>
      `select '${file}' as file from read_parquet('${file}') t where contains(cast(t as varchar), '${client}')`,
  );
  if (naming.length > 0)
    for (const { file } of await query(`select distinct file from (${naming.join(' union all ')})`))
      found.push(tables.get(String(file))!);
  return found.sort();
}
