import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderAnchors } from '../../../functions/adapters/folder/folder-anchors.ts';
import { readAnchor } from '../../../functions/core/audit/anchor.ts';
import { newId } from '../../../functions/homes/system.ts';
import { startLocalServer } from '../../../runner/serve/local-server.ts';
import { temporaryFolder } from '../../contract/ingest/temporary-folder.ts';

const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' };
const journal = { note() {}, fault() {}, count() {}, measure() {}, flush() {} };

describe('a home that is served', () => {
  it('is anchored at the first answer of a day and at the end, and tells of its anchors', async () => {
    const home = join(temporaryFolder(), 'county');
    mkdirSync(home);
    let now = new Date().toISOString();
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
      return (await answered.json()) as {
        lines: number;
        anchored: { anchors: number; anchoredLines: number };
      };
    };
    const anchors = async () =>
      (await new FolderAnchors(home).list()).texts.map((text) => readAnchor(text)?.lines);
    const first = await verify();
    expect(first).toMatchObject({ lines: 1, anchored: { anchors: 0, notes: [{ code: 'not-anchored' }] } });
    await verify();
    expect(await anchors()).toEqual([]);
    now = new Date(Date.parse(now) + 24 * 3_600_000).toISOString();
    await verify();
    await expect.poll(anchors, { timeout: 10_000 }).toEqual([3]);
    expect(await verify()).toMatchObject({ anchored: { findings: [], anchors: 1, anchoredLines: 3 } });
    await server.close();
    expect(await anchors()).toEqual([3, 4]);
  });
});
