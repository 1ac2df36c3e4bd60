import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../data-contracts/api/index.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { newId, systemClock } from '../../../functions/homes/system.ts';
import { mayEverAsk } from '../../../functions/http/role-permitted.ts';
import { type LocalServer, startLocalServer } from '../../../runner/serve/local-server.ts';
import { exampleRequest } from '../../unit/api/api-event.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-serve-'));
const journal = { note: () => {}, fault: () => {}, count: () => {}, measure: () => {}, flush: () => {} };
const ports = { clock: systemClock, newId, journal };
let server: LocalServer;
let port: number;
beforeAll(async () => {
  server = await startLocalServer(join(folder, 'home'), 0, ports);
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly text?: string;
}

/** A request as it stands: no client mends its path or its headers. */
function send({
  method = 'POST',
  path,
  headers = {},
  text,
}: Sent): Promise<{ status: number; content: never; type: string; allow?: string | undefined }> {
  return new Promise((done, fail) => {
    const usual = { ...(text !== undefined && { 'content-type': 'application/json' }) };
    const sent = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...usual, ...headers } },
      async (answer) => {
        let body = '';
        for await (const part of answer) body += part;
        const type = String(answer.headers['content-type']);
        done({
          status: answer.statusCode!,
          content: (type.includes('json') ? JSON.parse(body) : body) as never,
          type,
          allow: answer.headers.allow,
        });
      },
    );
    sent.on('error', fail);
    sent.end(text);
  });
}

const planner = { id: 'p-1', role: 'planner', unit: 'elderly-services' };
const signIn = async (requester: object = planner) => {
  const { status, content } = await send({ path: '/sign-in', text: JSON.stringify(requester) });
  return { status, token: (content as { token: string }).token };
};
const question = JSON.stringify({ programme: 'older-people', horizonMonths: 12, size: 5 });

describe('the API on this machine', () => {
  it('answers whoever has signed in, with the Lambdas’ handlers, in the reader’s language', async () => {
    const { token } = await signIn();
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'sv' };
    const { status, content, type } = await send({ path: '/cohorts', text: question, headers });
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(content).toMatchObject({
      type: '/problems/not-ready',
      title: 'Uppgifterna är inte ännu publicerade',
    });
    const worker = await signIn({ id: 'w-1', role: 'prevention-worker', unit: 'unit-4' });
    const lists = {
      method: 'GET',
      path: '/outreach-lists?limit=5',
      headers: { authorization: `Bearer ${worker.token}` },
    };
    expect(await send(lists)).toMatchObject({ status: 200, content: { items: [] } });
    expect(
      (await send({ method: 'GET', path: '/outreach-lists?limit=5&limit=6', headers: lists.headers })).status,
    ).toBe(400);
  });

  it('answers nobody who has not, and takes no other machine’s token', async () => {
    expect((await send({ path: '/cohorts', text: question })).status).toBe(401);
    const other = await startLocalServer(join(folder, 'other'), 0, ports);
    const sent = await fetch(`${other.url}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(planner),
    });
    const { token } = (await sent.json()) as { token: string };
    await other.close();
    const headers = { authorization: `Bearer ${token}` };
    expect((await send({ path: '/cohorts', text: question, headers })).status).toBe(401);
  });

  it('shows its description to whoever asks', async () => {
    const { content } = await send({ method: 'GET', path: '/openapi.json' });
    expect((content as { openapi: string }).openapi).toBe('3.1.0');
  });

  it('reads an address as API Gateway does, part by part', async () => {
    const { token } = await signIn({ id: 'k-1', role: 'knowledge-manager', unit: 'knowledge' });
    const headers = { authorization: `Bearer ${token}` };
    const card = (programme: string) => send({ method: 'GET', path: `/models/${programme}/card`, headers });
    // there is no model yet
    expect((await card('older%2Dpeople')).status).toBe((await card('older-people')).status);
    expect((await card('older%252Dpeople')).status).toBe(400);
    expect((await card('older%2Fpeople')).status).toBe(400);
  });

  it.each(Role.options)('reads the body of whatever this role may ask: %s', async (role) => {
    const statuses = new Map<string, number>();
    for (const { operation } of apiRoutes) {
      const { method = 'POST', path, body, headers } = exampleRequest(operation);
      const { client } = (body ?? {}) as { client?: string };
      const represents = role === 'client-representative' && { represents: client ?? 'a'.repeat(32) };
      const requester = { id: 'r-1', role, unit: 'unit-4', ...represents };
      if (body === undefined || !mayEverAsk(requester, operation)) continue;
      const { token } = await signIn(requester);
      const own = { ...headers, authorization: `Bearer ${token}` };
      const { status, content } = await send({ method, path, text: JSON.stringify(body), headers: own });
      statuses.set(operation.id, status);
      expect((content as { type?: string }).type, operation.id).not.toBe('/problems/malformed-body');
    }
    expect(statuses.size).toBeGreaterThan(0);
    if (role === 'client-representative') expect(statuses.get('recordConsent')).toBe(201);
  });

  it('says how its own addresses may be asked', async () => {
    for (const [path, taken] of [
      ['/sign-in', 'POST'],
      ['/openapi.json', 'GET'],
    ] as const)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'].filter(
        (one) => one !== taken,
      )) {
        const { status, allow, type } = await send({ method, path });
        expect([status, allow, type]).toEqual([405, taken, 'application/problem+json']);
      }
  });

  it('listens on the loopback address alone', async () => {
    const { networkInterfaces } = await import('node:os');
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of elsewhere) {
      const reached = await new Promise<boolean>((done) => {
        const socket = connect({ host: address, port }, () => done(true)).on('error', () => done(false));
        setTimeout(() => socket.destroy(), 500);
      });
      expect(reached, address).toBe(false);
    }
  });
});

describe('whoever came from elsewhere', () => {
  it.each<[string, Record<string, string>]>([
    ['by another name', { host: 'ennakko.example' }],
    ['by a name that points here', { host: `rebound.example:8787` }],
    ['from another page', { origin: 'https://ennakko.example' }],
    ['from a page of another port', { origin: 'http://localhost:1' }],
    ['from a page of nobody', { origin: 'null' }],
    ['through a proxy', { 'x-forwarded-for': '192.0.2.1' }],
    ['through a proxy that says so', { forwarded: 'for=192.0.2.1' }],
  ])('%s is refused, also the sign-in', async (_, headers) => {
    for (const path of ['/sign-in', '/cohorts'])
      expect((await send({ path, text: JSON.stringify(planner), headers })).status).toBe(403);
  });
});

describe('hostile requests', () => {
  it('no sign-in that is not a requester, or is a personal identity code', async () => {
    const asked = [
      {},
      { ...planner, role: 'administrator' },
      { ...planner, id: '../p' },
      { ...planner, id: '140238-900F' },
    ];
    for (const one of asked) expect((await signIn(one)).status).toBe(400);
    const form = { 'content-type': 'text/plain' };
    expect((await send({ path: '/sign-in', text: JSON.stringify(planner), headers: form })).status).toBe(415);
  });

  it('paths that climb lead nowhere', async () => {
    const { token } = await signIn({ id: 'w-1', role: 'prevention-worker', unit: 'unit-4' });
    const headers = { authorization: `Bearer ${token}` };
    const paths = [
      '/../../etc/passwd',
      '/outreach-lists/../../../keys/vault.key',
      '/outreach-lists/..%2f..%2fkeys',
      '/outreach-lists/%2e%2e',
      '//etc/passwd',
      '/outreach-lists/%00',
      '/outreach-lists/%E0%A4%A',
      '/keys/vault.key',
      '*',
      'http://localhost/outreach-lists',
    ];
    for (const path of paths)
      expect([400, 404], path).toContain((await send({ method: 'GET', path, headers })).status);
  });

  it('a body without end is cut off', async () => {
    const { token } = await signIn();
    const headers = { authorization: `Bearer ${token}` };
    const endless = 'x'.repeat(7 * 1024 * 1024);
    const sent = await send({ path: '/cohorts', text: endless, headers }).catch(() => ({ status: 413 }));
    expect(sent.status).toBe(413);
    expect((await send({ path: '/cohorts', text: 'x'.repeat(100_000), headers })).status).toBe(413);
    expect((await signIn()).status).toBe(200);
  });
});
