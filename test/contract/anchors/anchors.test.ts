import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderAnchors } from '../../../functions/adapters/folder/folder-anchors.ts';
import { ObjectAnchors } from '../../../functions/adapters/objects/object-anchors.ts';
import { anchorHash, anchorText } from '../../../functions/core/audit/anchor.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { localObjects } from '../objects/local-objects.ts';
import { anchorsInRow, examAnchors } from './anchors-exam.ts';

for (const [name, open] of Object.entries(localObjects))
  examAnchors(`objects in ${name}`, async () => {
    const [one, other] = await open();
    return [new ObjectAnchors(one), new ObjectAnchors(other)];
  });

const newHome = () => {
  const home = join(temporaryFolder(), 'county');
  mkdirSync(home);
  return home;
};

examAnchors('beside a folder', async () => {
  const home = newHome();
  return [new FolderAnchors(home), new FolderAnchors(home)];
});

describe('anchors beside a folder', () => {
  const [first, second] = anchorsInRow(2) as [never, never];

  it('are lines of a file that only its owner reads, outside the folder', async () => {
    const home = newHome();
    await new FolderAnchors(home).publish(1, first);
    const file = `${home}.anchors.jsonl`;
    expect(readFileSync(file, 'utf8')).toBe(`${anchorText(first)}\n`);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are beside the folder itself when it is reached by a link, or by another spelling', async () => {
    const home = newHome();
    symlinkSync(home, `${home}-link`);
    await new FolderAnchors(`${home}-link/`).publish(1, first);
    expect((await new FolderAnchors(`${home}/../county`).list()).texts).toHaveLength(1);
  });

  it('are remembered in the home, and told to be elsewhere in a copy and where it was moved', async () => {
    const home = newHome();
    await new FolderAnchors(home).publish(1, first);
    const remembered = { number: 1, hash: anchorHash(first), home: (first as { home: string }).home };
    expect((await new FolderAnchors(home).list()).remembered).toEqual({ ...remembered, isHere: true });
    cpSync(home, `${home}2`, { recursive: true });
    expect(await new FolderAnchors(`${home}2`).list()).toEqual({
      texts: [],
      next: 1,
      remembered: { ...remembered, isHere: false },
    });
    renameSync(home, `${home}3`);
    expect((await new FolderAnchors(`${home}3`).list()).remembered?.isHere).toBe(false);
  });

  it('that were taken away are still remembered, and a memory that is none is none', async () => {
    const home = newHome();
    await new FolderAnchors(home).publish(1, first);
    rmSync(`${home}.anchors.jsonl`);
    expect(await new FolderAnchors(home).list()).toMatchObject({ texts: [], remembered: { number: 1 } });
    writeFileSync(join(home, 'audit/anchored.json'), '{"number":');
    expect((await new FolderAnchors(home).list()).remembered).toBeUndefined();
  });

  it('go on behind a line that was cut off', async () => {
    const home = newHome();
    const store = new FolderAnchors(home);
    await store.publish(1, first);
    appendFileSync(`${home}.anchors.jsonl`, anchorText(second).slice(0, 99));
    const { next } = await store.list();
    expect(await store.publish(next, second)).toBe(true);
    expect((await store.list()).texts.at(-1)).toBe(anchorText(second));
  });
});
