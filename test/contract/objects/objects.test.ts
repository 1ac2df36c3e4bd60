import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { processMark } from '../../../functions/adapters/folder/process-identity.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { folderOf, textOf } from '../../../functions/adapters/objects/object-store.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { localObjects } from './local-objects.ts';
import { examObjectStore } from './object-store-exam.ts';

for (const [name, open] of Object.entries(localObjects)) examObjectStore(name, open);
examObjectStore('a folder of another', async () => {
  const objects = new MemoryObjects();
  return [folderOf(objects, 'inner'), folderOf(objects, 'inner')];
});

/** Counts up in a process that sees no others, as in a container of its own, and is number 1 there. */
function countUpApart(folder: string, rounds: number): Promise<number | null> {
  const count = join(import.meta.dirname, 'count-up.mjs');
  const words = ['--pid', '--fork', '--mount-proc', process.execPath, count, folder, String(rounds)];
  return new Promise((done) => spawn('unshare', words, { stdio: 'inherit' }).on('close', done));
}

describe('objects in a folder', () => {
  it('take no path out of it for a key', async () => {
    const objects = new FolderObjects(temporaryFolder());
    for (const key of ['../x', 'a/../../x', '/etc/passwd', '', 'a//b', '.', 'a/.'])
      await expect(async () => objects.get(key), key).rejects.toThrow(RangeError);
  });

  it('go on where a process died in its turn', async () => {
    const folder = temporaryFolder();
    const objects = new FolderObjects(folder);
    await objects.put('current', Buffer.from('v0'));
    const { version } = (await objects.get('current'))!;
    const [ownPlace] = processMark.split('-');
    for (const holder of [`${ownPlace}-999999999-1`, `${ownPlace}-${process.pid}-1`]) {
      writeFileSync(join(folder, 'current.turn'), holder);
      await objects.putIfMatch('current', Buffer.from('v1'), version);
      expect(await textOf(objects, 'current')).toBe('v1');
    }
    expect(readdirSync(folder)).toEqual(['current']);
  });

  it('are cleared of what dead writers began there, and of nothing that another is writing', async () => {
    const folder = temporaryFolder();
    const [ownPlace] = processMark.split('-');
    const draft = 'd94a0f5a-7f6e-4c53-9d3e-3a5b4f3c2d1e.part';
    const others = [`${processMark}.${draft}`, `0123456789ab-7-7.${draft}`, draft];
    for (const name of [
      `${ownPlace}-999999999-1.${draft}`,
      `${ownPlace}-${process.pid}-1.${draft}`,
      ...others,
    ])
      writeFileSync(join(folder, name), 'half');
    await new FolderObjects(folder).put('whole', Buffer.from('whole'));
    expect(readdirSync(folder).sort()).toEqual([...others, 'whole'].sort());
    const longAgo = new Date(Date.now() - 7_200_000);
    for (const name of others) utimesSync(join(folder, name), longAgo, longAgo);
    await new FolderObjects(folder).put('whole', Buffer.from('whole'));
    expect(readdirSync(folder).sort()).toEqual([others[0], 'whole'].sort());
  });

  const canBeApart = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
  it.skipIf(!canBeApart)(
    'lose nobody’s write when two containers count up in one folder',
    async () => {
      const folder = temporaryFolder();
      const rounds = 100;
      const counting = [1, 2].map(() => countUpApart(folder, rounds));
      expect(await Promise.all(counting)).toEqual([0, 0]);
      expect(await textOf(new FolderObjects(folder), 'count')).toBe(String(2 * rounds));
      expect(readdirSync(folder)).toEqual(['count']);
    },
    60_000,
  );
});
