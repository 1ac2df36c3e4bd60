import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { rewrite } from '../../unit/audit/anchored-log.ts';
import { runHere } from '../run-here.ts';

const place = mkdtempSync(join(tmpdir(), 'ennakko-anchored-'));
const home = join(place, 'county');
const anchors = `${home}.anchors.jsonl`;
const ask = (requester: string, folder = home) =>
  runHere([
    ...['--home', folder, 'audit', 'search', '--client', 'c0ffee0dc0ffee0dc0ffee0dc0ffee00'],
    ...['--requester', requester],
  ]);
const verify = (folder = home, ...words: string[]) =>
  runHere(['--home', folder, 'audit', 'verify', ...words]);
const logOf = (folder: string) => new FolderObjects(join(folder, 'audit'));

beforeAll(async () => {
  expect((await ask('officer-1')).code).toBe(0);
  expect((await ask('officer-2')).code).toBe(0);
});
afterAll(() => rmSync(place, { recursive: true }));

/** The home and its anchors as they are, at a path of their own. */
function twin(name: string): string {
  const folder = join(place, name, 'county');
  cpSync(home, folder, { recursive: true });
  cpSync(anchors, `${folder}.anchors.jsonl`);
  return folder;
}

describe('a home on this machine', () => {
  it('is anchored by every command that writes to its log', async () => {
    expect(existsSync(anchors)).toBe(true);
    const { code, out } = await verify();
    expect([code, out]).toEqual([0, expect.stringContaining('2 anchors')]);
    expect(out).toContain('at line 2');
  });

  it('is found out when somebody’s lines are hidden and hashed anew, in the log and by the whole check', async () => {
    const folder = twin('hidden');
    await rewrite(logOf(folder), (entries) =>
      entries.filter((entry) => !JSON.stringify(entry).includes('officer-1')),
    );
    const { code, out } = await verify(folder);
    expect([code, out]).toEqual([3, expect.stringContaining('not the one that was anchored')]);
    const whole = await runHere(['--home', folder, '--language', 'fi', 'verify']);
    expect([whole.code, whole.out]).toEqual([3, expect.stringContaining('ei ole se, joka ankkuroitiin')]);
  });

  it('is found out when its last line and the head are gone', async () => {
    const folder = twin('cut');
    await rewrite(logOf(folder), (entries) => entries.slice(0, 1));
    const { code, out } = await verify(folder);
    expect([code, out]).toEqual([3, expect.stringContaining('it has 1 lines')]);
  });

  it('is never sound in silence without its anchors', async () => {
    const folder = join(place, 'copied');
    cpSync(home, folder, { recursive: true });
    const { code, out } = await verify(folder);
    expect([code, out]).toEqual([0, expect.stringContaining('has no anchors')]);
    await ask('officer-3', folder);
    const begun = await verify(folder);
    expect([begun.code, begun.out]).toEqual([0, expect.stringContaining('2 earlier anchors')]);
  });

  it('is found out by anchors kept elsewhere when those beside it are gone or made anew', async () => {
    const folder = twin('anew');
    const kept = join(place, 'kept.txt');
    cpSync(anchors, kept);
    await rewrite(logOf(folder), (entries) => entries.slice(1));
    rmSync(`${folder}.anchors.jsonl`);
    rmSync(join(folder, 'keys'), { recursive: true });
    await ask('officer-2', folder);
    expect((await verify(folder)).code).toBe(0);
    expect((await verify(folder, '--anchors', kept)).code).toBe(3);
    writeFileSync(kept, 'nothing of the kind\n');
    expect((await verify(folder, '--anchors', kept)).code).toBe(3);
  });
});
