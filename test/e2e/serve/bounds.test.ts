import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { newId, systemClock } from '../../../functions/homes/system.ts';
import { type LocalServer, startLocalServer } from '../../../runner/serve/local-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-bounds-'));
const faults: string[] = [];
const journal = {
  note: () => {},
  fault: (event: string, error: unknown) => void faults.push(`${event} ${String(error)}`),
  count: () => {},
  measure: () => {},
  flush: () => {},
};
let server: LocalServer;
beforeAll(async () => {
  server = await startLocalServer(folder, 0, { clock: systemClock, newId, journal });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they stand, and tells what came back until the connection closed, or a while after. */
async function raw(text: string, milliseconds = 60_000): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (part) => {
    heard += part;
  });
  socket.on('error', () => {});
  socket.write(text);
  for (let waited = 0; waited < milliseconds && !/\r\n\r\n./s.test(heard) && !socket.closed; waited += 20)
    await wait(20);
  socket.destroy();
  return heard;
}

const post = (path: string, headers: Record<string, string>) =>
  [
    `POST ${path} HTTP/1.1`,
    `host: ${new URL(server.url).host}`,
    'content-type: application/json',
    'accept-language: en',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');

async function bearer(role: string, unit = 'unit-4'): Promise<string> {
  const answer = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `${role}-1`, role, unit }),
  });
  return `Bearer ${((await answer.json()) as { token: string }).token}`;
}

async function accessEntries() {
  const entries = [];
  for await (const { entry } of new ObjectAuditLog(new FolderObjects(join(folder, 'audit'))).lines())
    entries.push(entry);
  return entries;
}

describe('by the headers alone, before a body has come', () => {
  it('a role that may not ask is refused, and the log has it once', async () => {
    const authorization = await bearer('planner');
    const headers = {
      authorization,
      'content-length': String(4 * 1024 * 1024),
      'x-correlation-id': 'refused-1',
    };
    expect(await raw(post('/fhir/Consent', headers))).toMatch(/^HTTP\/1.1 403 .*access-refused/s);
    expect(await accessEntries()).toMatchObject([
      {
        kind: 'access',
        outcome: 'refused',
        useCase: 'record-consent',
        requestId: 'refused-1',
        requester: { id: 'planner-1', role: 'planner' },
      },
    ]);
  });

  it('nobody who has not signed in is answered', async () => {
    expect(await raw(post('/fhir/Consent', { 'content-length': '4000000' }))).toMatch(/^HTTP\/1.1 401 /);
  });

  it('a body that says it is too large is refused', async () => {
    const authorization = await bearer('planner');
    for (const [path, bytes] of [
      ['/cohorts', 64 * 1024 + 1],
      ['/outreach-lists', 512 * 1024 + 1],
      ['/sign-in', 4_097],
    ] as const)
      expect(
        await raw(
          post(path, { authorization, 'idempotency-key': 'too-large-1', 'content-length': String(bytes) }),
        ),
        path,
      ).toMatch(/^HTTP\/1.1 413 .*body-too-large/s);
  });

  it('whoever waits to be told to go on hears the refusal instead, and the connection ends', async () => {
    const authorization = await bearer('planner');
    const headers = { authorization, 'content-length': '4000', expect: '100-continue' };
    expect(await raw(post('/fhir/Consent', headers))).toMatch(/^HTTP\/1.1 403 .*connection: close/is);
    const allowed = await raw(post('/cohorts', { ...headers, 'content-length': '2' }), 1_000);
    expect(allowed).toMatch(/^HTTP\/1.1 100 Continue/);
  });
});

describe('a body', () => {
  it('in chunks is cut off where it is too large', async () => {
    const authorization = await bearer('planner');
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    const text = post('/cohorts', { authorization, 'transfer-encoding': 'chunked' }) + chunk.repeat(3);
    expect(await raw(text)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('of brackets alone is refused, and beside it others are answered', async () => {
    const authorization = await bearer('data-protection-officer');
    const text = '['.repeat(2_000_000);
    const sent = raw(post('/fhir/Consent', { authorization, 'content-length': String(text.length) }) + text);
    const begun = performance.now();
    expect((await fetch(`${server.url}/openapi.json`)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(await sent).toMatch(/^HTTP\/1.1 400 .*body-too-complex/s);
  });

  it('that comes slowly keeps nobody else waiting', async () => {
    const authorization = await bearer('planner');
    const sockets = Array.from({ length: 100 }, () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {});
      socket.write(`${post('/cohorts', { authorization, 'content-length': '60000' })}{`);
      return socket;
    });
    await wait(200);
    const answer = await fetch(`${server.url}/outreach-lists`, { headers: { authorization } });
    expect(answer.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

/** Numbers of the processes that answer for this one. */
const workers = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`);
        return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('serve/worker.mjs');
      } catch {
        return false; // it has ended since
      }
    });

describe.skipIf(process.platform !== 'linux')('a process that dies of a question', () => {
  it('takes nobody along: who asked is told to ask again, and those who ask next are answered', async () => {
    const authorization = await bearer('prevention-worker');
    const ask = () => fetch(`${server.url}/outreach-lists`, { headers: { authorization } });
    expect((await ask()).status).toBe(200);
    const asked = Array.from({ length: 12 }, ask);
    await wait(5);
    for (const pid of workers()) process.kill(pid, 'SIGKILL');
    const answers = await Promise.all(asked);
    for (const answer of answers) expect([200, 503]).toContain(answer.status);
    for (const answer of answers.filter(({ status }) => status === 503))
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask()).status).toBe(200);
  });

  it('and when the server is closed none is left', async () => {
    const other = mkdtempSync(join(tmpdir(), 'ennakko-closed-'));
    const before = workers();
    const second = await startLocalServer(other, 0, { clock: systemClock, newId, journal });
    const own = workers().filter((pid) => !before.includes(pid));
    expect(own.length).toBeGreaterThan(0);
    await second.close();
    expect(workers().filter((pid) => own.includes(pid))).toEqual([]);
    rmSync(other, { recursive: true, force: true });
  });
});
