import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderAnchors } from '../../../functions/adapters/folder/folder-anchors.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';
import { readAnchor } from '../../../functions/core/audit/anchor.ts';
import { newId } from '../../../functions/homes/system.ts';
import { startLocalServer } from '../../../runner/serve/local-server.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';
import { accessOf } from '../../unit/audit/anchored-log.ts';

const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' };
const journal = { note() {}, fault() {}, count() {}, measure() {}, flush() {} };

const day = 24 * 3_600_000;

describe('a home that is served', () => {
  it('is anchored at the start, at the first answer of a day and at the end, and tells of its anchors', async () => {
    const home = join(temporaryFolder(), 'county');
    const yesterday = new Date(Date.now() - day).toISOString();
    const audit = new ObjectAuditLog(new FolderObjects(join(home, 'audit')));
    await audit.append([accessOf('before-1', yesterday)]);
    let now = yesterday;
    const server = await startLocalServer(home, 0, { clock: { now: () => now }, newId, journal });
    const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
    const signIn = async () => {
      const body = JSON.stringify(officer);
      const headers = { 'content-type': 'application/json' };
      const answered = await call('/sign-in', { method: 'POST', headers, body });
      return ((await answered.json()) as { token: string }).token;
    };
    const verify = async () => {
      const answered = await call('/audit-verification', {
        headers: { authorization: `Bearer ${await signIn()}` },
      });
      expect(answered.status).toBe(200);
      return (await answered.json()) as object;
    };
    const anchors = async () =>
      (await new FolderAnchors(home).list()).texts.map((text) => readAnchor(text)?.lines);
    await expect.poll(anchors, { timeout: 60_000 }).toEqual([1]);
    await audit.append([accessOf('before-2', yesterday)]);
    expect((await call('/audit-verification')).status).toBe(401);
    // the processes behind the server go by the machine's clock
    now = new Date().toISOString();
    const first = await verify();
    expect(first).toMatchObject({ lines: 3, anchored: { findings: [], anchors: 1, anchoredLines: 1 } });
    await expect.poll(anchors, { timeout: 60_000 }).toEqual([1, 3]);
    expect(await verify()).toMatchObject({ anchored: { findings: [], anchors: 2, anchoredLines: 3 } });
    expect(await anchors()).toEqual([1, 3]);
    await server.close();
    expect(await anchors()).toEqual([1, 3, 4]);
  });
});
