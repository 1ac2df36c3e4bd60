import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutreachEventOf } from '../../../data-contracts/schemas/outreach-list.ts';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { vaultKeyId } from '../../../functions/core/identity/vault-key-id.ts';
import { NoteSealer } from '../../../functions/core/outreach/note-sealer.ts';
import { listOf } from '../../contract/outreach/outreach-store-exam.ts';
import { treeHash } from '../killed/tree-hash.ts';
import { runHere } from '../run-here.ts';
import { openedVault, takeIn } from './vault-of-many.ts';

const people = 2_000;
const home = mkdtempSync(join(tmpdir(), 'ennakko-rotation-'));
beforeAll(() => takeIn(home, people));
afterAll(() => rmSync(home, { recursive: true }));

const tablesOf = () =>
  Object.fromEntries(Object.entries(treeHash(home)).filter(([path]) => path.startsWith('/tables/')));

describe('the vault’s key', () => {
  it('is changed without touching the lake, and the key before it is destroyed', async () => {
    const [before] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    const tables = tablesOf();
    const store = new ObjectOutreachStore(new FolderObjects(join(home, 'outreach')));
    const list = listOf(1);
    const place = { client: list.rows[0]!.client, listId: list.listId, eventId: 'n-1' };
    const note = { kind: 'note', eventId: 'n-1', row: 1, at: list.madeAt, recordedBy: 'w-1' } as const;
    await store.create(list);
    await store.append(list.listId, { ...note, sealed: new NoteSealer([before]).seal(place, 'By letter') });
    const pseudonymKey = await new FolderKeys(join(home, 'keys')).pseudonymKey();
    const ended = await runHere(['--home', home, 'keys', 'rotate']);
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out).toContain(vaultKeyId(before));
    const [now, ...retired] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    expect([vaultKeyId(now) === vaultKeyId(before), retired]).toEqual([false, []]);
    expect(await openedVault(home)).toEqual({ identities: people, underKeys: new Set([vaultKeyId(now)]) });
    expect(await new FolderKeys(join(home, 'keys')).pseudonymKey()).toEqual(pseudonymKey);
    expect(tablesOf()).toEqual(tables);
    const [kept] = await store.eventsOf(list.listId);
    const { sealed } = kept as OutreachEventOf<'note'>;
    expect(new NoteSealer([now]).open(place, sealed)).toBe('By letter');
    expect(() => new NoteSealer([before]).open(place, sealed)).toThrow('does not open');
  });

  it('is changed by the data-protection officer alone', async () => {
    const { code, err } = await runHere(['--home', home, 'keys', 'rotate', '--role', 'planner']);
    expect([code, err]).toEqual([1, expect.stringContaining('may not rotate-keys')]);
  });
});
