import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectAuditLog } from '../../../functions/adapters/objects/object-audit-log.ts';

const requester = { id: 'w-1', role: 'planner', unit: 'unit-1' } as const;
const entry = (requestId: string): AuditEntry => ({
  kind: 'release-decisions',
  at: '2025-06-01T09:00:00Z',
  requestId,
  requester,
  purpose: 'planning',
  decisions: [
    ['0123456789abcdef0123456789abcdef', 'released'],
    ['f123456789abcdef0123456789abcdef', ['objection']],
  ],
});

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'ennakko-audit-')), 'audit');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pieces = async () => (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
const damage = async () => (await new ObjectAuditLog(new FolderObjects(folder)).verify()).damage;

async function threePieces() {
  const log = new ObjectAuditLog(new FolderObjects(folder));
  await log.append([entry('r1'), entry('r2')]);
  await log.append([entry('r3')]);
  await log.append([entry('r4'), entry('r5')]);
}

describe('an audit log in a folder', () => {
  it('is in order when empty, and after every append', async () => {
    const log = new ObjectAuditLog(new FolderObjects(folder));
    expect(await log.verify()).toMatchObject({ lines: 0, damage: undefined });
    await log.append([]);
    await log.append([entry('r1'), entry('r2')]);
    await log.append([entry('r3')]);
    expect(await log.verify()).toMatchObject({ lines: 3, damage: undefined });
  });

  it('keeps each append in one piece when many write at once', async () => {
    const logs = Array.from({ length: 8 }, () => new ObjectAuditLog(new FolderObjects(folder)));
    await logs[0]?.append([entry('first')]);
    await Promise.all(logs.map((log, at) => log.append([entry(`a${at}`), entry(`b${at}`)])));
    expect(await damage()).toBeUndefined();
    const names = await pieces();
    expect(names).toHaveLength(9);
    for (const name of names.slice(1)) {
      const lines = (await readFile(join(folder, name), 'utf8')).trim().split('\n');
      const [a, b] = lines.map((line) => JSON.parse(line).entry.requestId as string);
      expect(b?.slice(1)).toBe(a?.slice(1));
    }
  });

  it('finds any byte changed, anywhere', async () => {
    await threePieces();
    for (const name of await pieces()) {
      const path = join(folder, name);
      const content = await readFile(path);
      for (let at = 0; at < content.length; at += 7) {
        const changed = Buffer.from(content);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await writeFile(path, changed);
        expect(await damage(), `${name} byte ${at}`).toBeDefined();
      }
      await writeFile(path, content);
    }
    expect(await damage()).toBeUndefined();
  });

  it('finds what was written anew with hashes that fit one another', async () => {
    await threePieces();
    const other = join(folder, 'other');
    await new ObjectAuditLog(new FolderObjects(other)).append([entry('x1'), entry('x2')]);
    const [first] = await pieces();
    await writeFile(join(folder, first as string), await readFile(join(other, first as string)));
    expect(await damage()).toEqual({ code: 'chain-broken', line: 3 });
  });

  it('finds a piece missing from the middle and from the end, and a line missing from a piece', async () => {
    await threePieces();
    const names = await pieces();
    const kept = await Promise.all(names.map((name) => readFile(join(folder, name))));
    const restore = () =>
      Promise.all(names.map((name, at) => writeFile(join(folder, name), kept[at] as Buffer)));
    await unlink(join(folder, names[1] as string));
    expect(await damage()).toMatchObject({ code: 'out-of-order', line: 3 });
    await restore();
    await unlink(join(folder, names[2] as string));
    expect(await damage()).toMatchObject({ code: 'shortened', line: 4 });
    await expect(new ObjectAuditLog(new FolderObjects(folder)).append([entry('r6')])).rejects.toThrow(
      'end is missing',
    );
    await restore();
    const text = (kept[2] as Buffer).toString();
    await writeFile(join(folder, names[2] as string), text.slice(0, text.indexOf('\n') + 1));
    expect(await damage()).toMatchObject({ code: 'shortened', line: 5 });
    await writeFile(join(folder, names[2] as string), text.slice(0, -20));
    expect(await damage()).toMatchObject({ code: 'not-a-line', line: 4 });
    await expect(new ObjectAuditLog(new FolderObjects(folder)).append([entry('r6')])).rejects.toThrow(
      'not as it was written',
    );
    await restore();
    await unlink(join(folder, 'head.json'));
    expect(await damage()).toMatchObject({ code: 'head-unreadable' });
  });

  it('finds two lines that have changed places', async () => {
    await threePieces();
    const path = join(folder, (await pieces())[0] as string);
    const [a, b] = (await readFile(path, 'utf8')).trim().split('\n');
    await writeFile(path, `${b}\n${a}\n`);
    expect(await damage()).toEqual({ code: 'out-of-order', line: 1 });
  });

  it('goes on after a crash at any step of an append, with nothing torn in the log', async () => {
    await threePieces();
    const head = await readFile(join(folder, 'head.json'));
    await writeFile(join(folder, 'a-draft-cut-short.part'), '{"line":6,"previous":"');
    expect(await damage()).toBeUndefined();
    await new ObjectAuditLog(new FolderObjects(folder)).append([entry('r6')]);
    await writeFile(join(folder, 'head.json'), head);
    expect(await damage()).toBeUndefined();
    await new ObjectAuditLog(new FolderObjects(folder)).append([entry('r7')]);
    expect(await new ObjectAuditLog(new FolderObjects(folder)).verify()).toMatchObject({
      lines: 7,
      damage: undefined,
    });
  });
});
