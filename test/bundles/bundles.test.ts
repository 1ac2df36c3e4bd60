import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legalBases } from '../../data-contracts/catalogues/index.ts';
import { Cohort } from '../../data-contracts/schemas/cohort.ts';
import type { Requester } from '../../data-contracts/schemas/requester.ts';
import {
  bucketsOf,
  type LambdaName,
  lambdaNames,
  lambdas,
  type Store,
} from '../../data-contracts/vocabularies/lambdas.ts';
import { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { newId, systemClock } from '../../functions/homes/system.ts';
import { type Bundle, bundleAll } from '../../runner/bundle/bundle-lambdas.ts';
import { cohortJson } from '../../runner/presentation/cohort-files.ts';
import { runEnnakko } from '../e2e/killed/run-ennakko.ts';
import { type AskedFor, apiEvent } from '../unit/api/api-event.ts';
import { runBundle } from './run-bundle.ts';
import { type NamedToAll, teamOf } from './team-of-told.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-bundles-'));
const home = join(folder, 'home');
const heard: string[] = [];
let bundles: Bundle[];
let signIn: DevelopmentSignIn;
let environment: Record<string, string>;
const keysServer = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(signIn.keys));
});

beforeAll(async () => {
  bundles = await bundleAll();
  await new Promise<void>((done) => keysServer.listen(0, '127.0.0.1', done));
  const keysUrl = `http://127.0.0.1:${(keysServer.address() as AddressInfo).port}/keys`;
  signIn = await DevelopmentSignIn.start('http://127.0.0.1:8787', { clock: systemClock, newId });
  environment = {
    ENNAKKO_HOME: home,
    ENNAKKO_TOKEN_ISSUER: signIn.expected.issuer,
    ENNAKKO_TOKEN_AUDIENCE: signIn.expected.audience,
    ENNAKKO_TOKEN_KEYS_URL: keysUrl,
  };
  await ennakko('simulate', '--clients', '2000', '--seed', '7');
});
afterAll(() => {
  keysServer.close();
  rmSync(folder, { recursive: true });
});

async function ennakko(...words: string[]) {
  const { out, err, code } = await runEnnakko(['--home', home, ...words]);
  expect(code, err).toBe(0);
  return out;
}

async function invoke(name: LambdaName, ...events: unknown[]) {
  const invoked = await runBundle({ name, events, environment });
  heard.push(invoked.log);
  return invoked;
}

async function does(name: LambdaName, event: unknown) {
  const [first] = (await invoke(name, event)).answers;
  expect(first?.error).toBeUndefined();
  return first!.answer as Record<string, unknown>;
}

const planner = { id: 'p-1', role: 'planner', unit: 'elderly-services' } as const;

async function asks(name: LambdaName, requester: Requester, ...asked: AskedFor[]) {
  const token = await signIn.token(requester);
  const events = asked.map((one) => apiEvent({ token, ...one }));
  const { answers } = await invoke(name, ...events);
  return answers.map(({ answer, error }) => {
    expect(error).toBeUndefined();
    const { statusCode, headers, body } = answer as {
      statusCode: number;
      headers: Record<string, string>;
      body: string;
    };
    const isJson = headers['content-type']?.includes('json');
    return { status: statusCode, headers, body, content: isJson ? JSON.parse(body) : body };
  });
}

/** As S3 tells that something was delivered. */
const s3Event = {
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'eu-north-1',
      eventTime: '2026-01-02T03:04:05.000Z',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:AIDAEXAMPLE' },
      requestParameters: { sourceIPAddress: '192.0.2.1' },
      responseElements: { 'x-amz-request-id': 'C3D13FE58DE4C810' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'deliveries',
        bucket: {
          name: 'ennakko-landing',
          ownerIdentity: { principalId: 'A3NL1KOZZKExample' },
          arn: 'arn:aws:s3:::ennakko-landing',
        },
        object: {
          key: 'landing/simulated/delivery.json',
          size: 120,
          eTag: 'd41d8cd98f00b204e9800998ecf8427e',
          sequencer: '0055AED6DCD90281E5',
        },
      },
    },
  ],
};

const shards = 4;
const programme = 'older-people';

describe('the night’s jobs, each a bundle in a process of its own', () => {
  it('take in, build, train, score shard by shard and publish', async () => {
    expect(await does('ingest', s3Event)).toMatchObject({ seenBefore: 0, unknownFiles: 0 });
    const again = await does('ingest', {});
    expect(again.takenIn).toBe(0);
    expect(await does('client-months', { programme })).toMatchObject({
      station: 'client-months/older-people',
      wasReused: false,
    });
    expect(await does('train', { programme, seed: 1, maximumRows: 200_000 })).toMatchObject({
      wasReused: false,
    });
    const all = [...Array(shards).keys()].map((shard) => ({ programme, shard, shards }));
    const [missing] = (await invoke('publish', { programme, shards })).answers;
    expect(missing?.error?.errorType).toBe('shards-missing');
    // out of order, and one of them twice, as a map state may do
    const { answers } = await invoke('score', ...[...all].reverse(), all[2]);
    expect(answers.map(({ error }) => error)).toEqual(Array(shards + 1).fill(undefined));
    expect(answers.at(-1)?.answer).toMatchObject({ wasReused: true });
    expect(await does('publish', { programme, shards })).toMatchObject({
      station: 'scores/older-people',
      wasReused: false,
    });
    expect(await does('publish', { programme, shards })).toMatchObject({ wasReused: true });
    expect(await does('find-hidden-demand', { programme })).toEqual({
      status: 'off',
      reason: expect.any(String),
    });
    const confirmed = legalBases.map((basis) =>
      basis.purpose === 'hidden-demand' ? { ...basis, confirmed: true } : basis,
    );
    writeFileSync(join(home, 'legal-bases.json'), JSON.stringify(confirmed));
    const found = { status: 'found', station: 'hidden-demand/older-people' };
    expect(await does('find-hidden-demand', { programme })).toMatchObject({ ...found, wasReused: false });
    expect(await does('find-hidden-demand', { programme })).toMatchObject({ ...found, wasReused: true });
  }, 600_000);

  it('say under a name that Step Functions can catch what they were not given', async () => {
    const { answers } = await invoke(
      'client-months',
      { programme: 'no-such-programme' },
      { programme: ['older-people'] },
      {},
    );
    expect(answers.map(({ error }) => error?.errorType)).toEqual([
      'unknown-programme',
      'invalid-job',
      'invalid-job',
    ]);
  });
});

describe('the planner’s API, bundled', () => {
  const question = { programme, horizonMonths: 12, size: 25, municipalities: ['905', '399'] };

  it('answers with the cohort that the local command gives, byte for byte', async () => {
    const [bundled] = await asks('planner-api', planner, {
      path: '/cohorts',
      body: question,
      headers: { 'accept-language': 'sv' },
    });
    expect(bundled!.status).toBe(200);
    const cohort = Cohort.parse(bundled!.content);
    expect(cohort.rows.length).toBe(25);
    await ennakko(
      ...['--language', 'sv', 'cohort', '--municipality', '905,399', '--size', '25', '--at', cohort.askedAt],
      ...['--requester', planner.id, '--out', join(folder, 'local')],
    );
    const local = readFileSync(join(folder, 'local/cohort.json'), 'utf8');
    expect(bundled!.body).toBe(JSON.stringify(JSON.parse(local)));
    expect(cohortJson(cohort)).toBe(local);
  });

  it('ranks alike when everybody is scored at once and published without shards', async () => {
    const rowsNow = async () => {
      const [answered] = await asks('planner-api', planner, {
        path: '/cohorts',
        body: { ...question, size: 200 },
      });
      return Cohort.parse(answered!.content).rows;
    };
    const sharded = await rowsNow();
    await ennakko('score');
    expect(await rowsNow()).toEqual(sharded);
  });

  it('plans, counts and makes a list', async () => {
    const plan = {
      programme,
      budgetCents: 40_000_000,
      worthPerHomeYearCents: 2_000_000,
      equalWithinCents: 10_000,
      draws: 100,
      seed: 1,
    };
    const [planned, counted, nobody] = await asks(
      'planner-api',
      planner,
      { path: '/plans', body: plan },
      { method: 'GET', path: `/statistics/${programme}` },
      { path: '/cohorts', body: question, token: 'none' },
    );
    expect([planned!.status, counted!.status, nobody!.status]).toEqual([200, 200, 401]);
    expect(planned!.content.rows.length).toBeGreaterThan(0);
    expect(counted!.content.total.people).toBeGreaterThan(100);
  });
});

describe('a bundle', () => {
  const reading = (...all: Store[]) =>
    lambdaNames.filter((name) =>
      all.every((store) => (lambdas[name].reads as readonly Store[]).includes(store)),
    );
  const holding = (source: RegExp) =>
    bundles.filter(({ inputs }) => inputs.some((path) => source.test(path))).map(({ name }) => name);

  it('holds code of KMS where its Lambda reads a key, that comes to sealed identities where it reads the vault', () => {
    const ofKeys = lambdaNames.filter((name) => bucketsOf(name).includes('keys'));
    expect(holding(/@aws-sdk\/client-kms\/|homes\/(aws-)?keys\.ts$/)).toEqual(ofKeys);
    expect(holding(/object-identity-vault/)).toEqual(reading('vault'));
  });

  it('opens identities, and makes pseudonyms of identity codes, where its Lambda reads the key of these', () => {
    expect(holding(/sealed-identity/)).toEqual(reading('vault', 'vault-key'));
    expect(holding(/core\/identity\/pseudonym\.ts$/)).toEqual(reading('pseudonym-key'));
    expect(reading('vault-key')).not.toContain('planner-api');
    expect(reading('pseudonym-key')).not.toContain('planner-api');
  });
});

describe('from a consent to a list and back, over four bundles', () => {
  it('names people to their team alone, and not after they object', async () => {
    const cohort = Cohort.parse(
      (
        await asks('planner-api', planner, {
          path: '/cohorts',
          body: { programme, horizonMonths: 12, size: 300 },
        })
      )[0]!.content,
    );
    const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
    const { unit, people } = await teamOf(
      home,
      cohort.rows.map(({ client }) => client),
    );
    const [one] = people as [NamedToAll];
    const said = (of: string, kind: string, key: string): AskedFor => ({
      path: '/consents',
      body: { client: of, kind, purpose: 'outreach', coveredSource: 'all', channel: 'visit' },
      headers: { 'idempotency-key': key },
    });
    const consents = await asks(
      'rights-api',
      officer,
      ...people.map(({ officers }, at) => said(officers, 'consent-given', `consent-${1000 + at}`)),
    );
    expect(new Set(consents.map(({ status }) => status))).toEqual(new Set([201]));
    const clients = people.map(({ client }) => ({ client }));
    const list = { programme, horizonMonths: 12, unit, clients };
    const making = (body: object, key: string) =>
      asks('planner-api', planner, {
        path: '/outreach-lists',
        body,
        headers: { 'idempotency-key': key },
      });
    const [few] = await making({ ...list, clients: clients.slice(0, 1) }, 'list-00000');
    expect(few!.content).toEqual({ listed: 0 });
    const [made] = await making(list, 'list-00001');
    expect(made!.content.listed).toBeGreaterThanOrEqual(5);
    const worker = { id: 'w-1', role: 'prevention-worker', unit } as const;
    const path = `/outreach-lists/${made!.content.list.listId}`;
    const outcome = {
      path: `${path}/outcomes`,
      body: { row: 1, outcome: 'reached' },
      headers: { 'idempotency-key': 'outcome-01' },
    };
    const [opened, lists, told] = await asks(
      'prevention-api',
      worker,
      { method: 'GET', path },
      { method: 'GET', path: '/outreach-lists' },
      outcome,
    );
    const { rows } = opened!.content;
    expect(rows[0]).toMatchObject({ row: 1, familyName: expect.any(String) });
    expect([lists!.content.items.length, told!.status]).toEqual([1, 201]);
    const [stranger] = await asks(
      'prevention-api',
      { ...worker, unit: 'another-unit' },
      { method: 'GET', path },
    );
    expect(stranger!.status).toBe(404);
    await asks('rights-api', officer, said(one.officers, 'objection', 'objection-1'));
    const [after] = await asks('prevention-api', worker, { method: 'GET', path });
    expect(after!.content.rows.length).toBe(rows.length - 1);
    const [held, log] = await asks(
      'rights-api',
      officer,
      { path: '/access-documents', body: { client: one.officers }, headers: { 'accept-language': 'fi' } },
      { method: 'GET', path: '/audit-verification' },
    );
    expect([held!.status, held!.content.lists.length, log!.content.damage]).toEqual([200, 1, undefined]);
    for (const { familyName } of rows) expect(heard.join('\n')).not.toContain(familyName);
  });

  it('shows the model’s card, and asks for a new model once', async () => {
    const manager = { id: 'k-1', role: 'knowledge-manager', unit: 'knowledge-management' } as const;
    const retrain = {
      path: '/retraining-requests',
      body: { programme },
      headers: { 'idempotency-key': 'retrain-01' },
    };
    const [card, monitoring, first, second] = await asks(
      'knowledge-api',
      manager,
      { method: 'GET', path: `/models/${programme}/card` },
      { method: 'GET', path: `/models/${programme}/monitoring` },
      retrain,
      retrain,
    );
    expect(card!.content.programme.id).toBe(programme);
    expect(monitoring!.content.modelVersion).toBe(card!.content.modelVersion);
    expect(monitoring!.content.statements[0].text.fi).toMatch(/36 kk ennen näitä arvioita/);
    expect([first!.content.wasKnown, second!.content.wasKnown]).toEqual([false, true]);
  });

  it('leaves nothing of a person in any log', () => {
    const log = heard.join('\n');
    expect(log).toContain('request answered');
    expect(log).toMatch(/"service":"publish".*"model-age-months":36/);
    expect(log).not.toMatch(/\d{6}[-+YXWVUABCDEF]9\d{2}[0-9A-Y]/);
    expect(log).not.toMatch(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f]).*(client|pseudonym)/);
  });
});

describe('the trigger of the user pool', () => {
  it('says the unit in the access token, with nothing but the names of claims to stand on', async () => {
    const event = {
      triggerSource: 'TokenGeneration_HostedAuth',
      request: { userAttributes: { 'custom:unit': 'unit-4' } },
      response: { claimsAndScopeOverrideDetails: null },
    };
    const names = { ENNAKKO_TOKEN_ROLE_CLAIM: 'cognito:groups', ENNAKKO_TOKEN_UNIT_CLAIM: 'unit' };
    const environment = { ...names, ENNAKKO_TOKEN_REPRESENTS_CLAIM: 'represents' };
    const { answers } = await runBundle({ name: 'token-claims', events: [event], environment });
    const added = { accessTokenGeneration: { claimsToAddOrOverride: { unit: 'unit-4' } } };
    expect(answers[0]?.answer).toEqual({ ...event, response: { claimsAndScopeOverrideDetails: added } });
  });
});

describe('without their environment', () => {
  it.each(lambdaNames)(
    '%s does not start, and says which variables it needs and nothing of their values',
    async (name) => {
      const given = { ENNAKKO_VAULT_BUCKET: 'secret-name', ENNAKKO_TOKEN_ISSUER: 'http://secret.example' };
      await expect(runBundle({ name, events: [{}], environment: given })).rejects.toThrow(
        /ENNAKKO_[A-Z_]+: missing/,
      );
      await expect(runBundle({ name, events: [{}], environment: given })).rejects.not.toThrow(/secret/);
    },
  );

  it('an API on AWS does not take the development sign-in’s issuer', async () => {
    const aws = {
      ENNAKKO_LAKE_BUCKET: 'lake',
      ENNAKKO_RECORDS_BUCKET: 'records',
      ENNAKKO_AUDIT_BUCKET: 'audit',
      ENNAKKO_RETRAINING_STATE_MACHINE: 'arn:aws:states:eu-north-1:123456789012:stateMachine:retraining',
      ENNAKKO_TOKEN_ISSUER: 'http://localhost:8787',
      ENNAKKO_TOKEN_AUDIENCE: 'ennakko',
      ENNAKKO_TOKEN_KEYS_URL: 'http://localhost:8787/keys',
    };
    await expect(runBundle({ name: 'knowledge-api', events: [{}], environment: aws })).rejects.toThrow(
      /ENNAKKO_TOKEN_ISSUER: expected an https address/,
    );
  });
});
