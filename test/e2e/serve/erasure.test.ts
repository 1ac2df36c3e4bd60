import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { silentProgress } from '../../../functions/core/ports/progress.ts';
import { newId, systemClock } from '../../../functions/homes/system.ts';
import { type LocalServer, startLocalServer } from '../../../runner/serve/local-server.ts';
import { localService } from '../../../runner/service.ts';
import { land, terms } from '../ingest/county-home.ts';

const home = mkdtempSync(join(tmpdir(), 'ennakko-erasure-served-'));
const faults: unknown[] = [];
const journal = {
  note: () => {},
  fault: (_: string, error: unknown) => void faults.push(error),
  count: () => {},
  measure: () => {},
  flush: () => {},
};
const identifier = 'local:test:1';
const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
let server: LocalServer;
let client: string;
/** As the officer is told of the person. */
let told: string;

beforeAll(async () => {
  land(home, {
    'd1/delivery.json': { ...terms, origin: 'register' },
    'd1/clients.csv': [
      'clientIdentifier,validFrom,familyName,bornOn,sex,serviceLanguage,municipality,dataSource,recordedOn',
      ...[1, 2].map(
        (person) =>
          `local:test:${person},2020-01-01,Family${person},1940-01-01,female,fi,905,population-register,2020-01-01`,
      ),
      '',
    ].join('\n'),
  });
  const service = localService(home, silentProgress);
  await service.ingest();
  client = (await service.pseudonymiser())(identifier);
  told = (await service.pseudonymsOf(officer)).outside(client);
  server = await startLocalServer(home, 0, { clock: systemClock, newId, journal });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function ask(path: string, body?: object, key = path.slice(1)) {
  const send = (to: string, content: object | undefined, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${to}`, {
      method: 'POST',
      headers: { ...(content && { 'content-type': 'application/json' }), ...headers },
      ...(content && { body: JSON.stringify(content) }),
    });
  const { token } = (await (await send('/sign-in', officer)).json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key, 'accept-language': 'sv' };
  const answer = await send(path, body, headers);
  return { status: answer.status, content: (await answer.json()) as Record<string, unknown> };
}

/** A minute: a job begins with a process of its own. */
const attempts = 600;

/** Asks until there is an answer of the status. */
async function untilAnswered(path: string, body: object, status: number) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answered = await ask(path, body);
    if (answered.status === status) return answered.content;
    await wait(100);
  }
  throw new Error(`${path}: no ${status}: ${faults.map(String)}`);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < attempts && !isSo(); attempt += 1) await wait(100);
  expect(isSo(), faults.map(String).join()).toBe(true);
}

const inVault = async () => {
  const held: string[] = [];
  await new ObjectIdentityVault(new FolderObjects(join(home, 'vault'))).rewrite((identity) => {
    held.push(`${identity.pseudonym} ${identity.sealed.slice(0, 8)}`);
    return identity;
  });
  return held;
};

describe('the data-protection officer, on this machine', () => {
  it('has a person erased who has asked for it, and reads the person’s document', async () => {
    expect((await ask('/erasures', { identifier })).content.type).toBe('/problems/no-erasure-request');
    const said = { kind: 'erasure-request', purpose: 'all', coveredSource: 'all', channel: 'letter' };
    expect((await ask('/consents', { identifier, ...said })).status).toBe(201);
    expect((await ask('/erasure-documents', { client: told })).status).toBe(404);
    expect(await inVault()).toHaveLength(2);
    expect((await ask('/erasures', { identifier })).status).toBe(202);
    const document = await untilAnswered('/erasure-documents', { client: told }, 200);
    expect(document).toMatchObject({ client: told, erased: { tables: { clients: 1 }, identities: 1 } });
    expect(document.text).toContain('Dina uppgifter har raderats');
    expect(faults).toEqual([]);
    await until(() => readdirSync(join(home, 'erasing')).every((name) => !name.endsWith('.json')));
    expect((await inVault()).map((held) => held.split(' ')[0])).not.toContain(client);
    const verified = await localService(home, silentProgress).verify();
    expect(verified.findings).toEqual([]);
  }, 180_000);

  it('is refused another key where everybody knows the key, and nothing waits to be tried again', async () => {
    const simulated = mkdtempSync(join(tmpdir(), 'ennakko-published-keys-'));
    land(simulated, { 'd1/delivery.json': terms });
    const other = await startLocalServer(simulated, 0, { clock: systemClock, newId, journal });
    const before = server;
    server = other;
    try {
      const refused = await ask('/key-rotations');
      expect([refused.status, refused.content.type]).toEqual([422, '/problems/not-changed-here']);
      expect(existsSync(join(simulated, 'key-rotations'))).toBe(false);
      expect(faults).toEqual([]);
    } finally {
      server = before;
      await other.close();
      rmSync(simulated, { recursive: true });
    }
  }, 60_000);

  it('has the vault given another key', async () => {
    const [before] = await inVault();
    const [key] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    expect((await ask('/key-rotations')).status).toBe(202);
    await until(() => readdirSync(join(home, 'key-rotations')).includes('answered'));
    const [after] = await inVault();
    expect(after!.split(' ')[0]).toBe(before!.split(' ')[0]);
    expect(after!.split(' ')[1]).not.toBe(before!.split(' ')[1]);
    const keys = await new FolderKeys(join(home, 'keys')).vaultKeys();
    expect([keys.length, Buffer.from(keys[0]).equals(key)]).toEqual([1, false]);
    expect(faults).toEqual([]);
  }, 180_000);
});
