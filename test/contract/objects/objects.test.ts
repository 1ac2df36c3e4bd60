import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
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
    for (const holder of ['999999999', String(process.pid)]) {
      writeFileSync(join(folder, 'current.turn'), holder);
      await objects.putIfMatch('current', Buffer.from('v1'), version);
      expect(await textOf(objects, 'current')).toBe('v1');
    }
    expect(readdirSync(folder)).toEqual(['current']);
  });
});
