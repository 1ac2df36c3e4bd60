import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stagedObjects } from '../../../functions/adapters/folder/staged-objects.ts';
import { MemoryObjects } from '../../../functions/adapters/objects/memory-objects.ts';
import { textOf } from '../../../functions/adapters/objects/object-store.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { examObjectStore } from './object-store-exam.ts';

examObjectStore('staged for a query engine', async () => {
  const objects = new MemoryObjects();
  return [stagedObjects(objects, join(temporaryFolder(), 'work')), objects];
});

describe('objects staged in files', () => {
  const open = () => {
    const [afar, work] = [new MemoryObjects(), join(temporaryFolder(), 'work')];
    return { afar, work, staged: stagedObjects(afar, work) };
  };

  it('are brought to a file as they are when it is asked for', async () => {
    const { afar, staged } = open();
    for (const text of ['first', 'second, longer']) {
      await afar.put('a/b', Buffer.from(text));
      expect(readFileSync(await staged.location('a/b'), 'utf8')).toBe(text);
    }
  });

  it('are sent when they are settled, and leave no file', async () => {
    const { afar, staged } = open();
    const path = await staged.location('run/made.parquet');
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, Buffer.alloc(3_000_000, 7));
    expect(await staged.location('run/made.parquet')).toBe(path);
    expect(await afar.get('run/made.parquet')).toBeUndefined();
    await staged.settle('run/made.parquet');
    expect((await afar.get('run/made.parquet'))!.content).toHaveLength(3_000_000);
    expect(existsSync(path)).toBe(false);
    expect(await textOf(staged, 'run/made.parquet')).toHaveLength(3_000_000);
  });

  it('do not come from what a process that died left in the work folder', async () => {
    const { afar, work, staged } = open();
    writeFileSync(await staged.location('x'), 'half');
    const later = stagedObjects(afar, work);
    expect(existsSync(await later.location('x'))).toBe(false);
  });
});
