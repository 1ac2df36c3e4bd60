import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { vaultKeyId } from '../../../functions/core/identity/vault-key-id.ts';
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
    const pseudonymKey = await new FolderKeys(join(home, 'keys')).pseudonymKey();
    const ended = await runHere(['--home', home, 'keys', 'rotate']);
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out).toContain(vaultKeyId(before));
    const [now, ...retired] = await new FolderKeys(join(home, 'keys')).vaultKeys();
    expect([vaultKeyId(now) === vaultKeyId(before), retired]).toEqual([false, []]);
    expect(await openedVault(home)).toEqual({ identities: people, underKeys: new Set([vaultKeyId(now)]) });
    expect(await new FolderKeys(join(home, 'keys')).pseudonymKey()).toEqual(pseudonymKey);
    expect(tablesOf()).toEqual(tables);
  });

  it('is changed by the data-protection officer alone', async () => {
    const { code, err } = await runHere(['--home', home, 'keys', 'rotate', '--role', 'planner']);
    expect([code, err]).toEqual([1, expect.stringContaining('may not rotate-keys')]);
  });
});
