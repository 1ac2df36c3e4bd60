import { chmodSync, linkSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { processSpace } from '../../../functions/adapters/folder/process-identity.ts';
import { vaultKeyId } from '../../../functions/core/identity/vault-key-id.ts';
import { examKeys } from './keys-exam.ts';
import { temporaryFolder } from './temporary-folder.ts';

examKeys('folder', async () => {
  const folder = temporaryFolder();
  return () => new FolderKeys(folder);
});

describe('the keys of a home in a folder', () => {
  it('are readable by their owner only, and refused otherwise', async () => {
    const folder = temporaryFolder();
    const keys = new FolderKeys(folder);
    await keys.vaultKeys();
    expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600);
    chmodSync(join(folder, 'vault.key'), 0o644);
    await expect(keys.vaultKeys()).rejects.toMatchObject({ code: 'unusable-key' });
  });

  it('are one, however many ask for the first time at once', async () => {
    const folder = temporaryFolder();
    const asked = await Promise.all(Array.from({ length: 8 }, () => new FolderKeys(folder).pseudonymKey()));
    expect(new Set(asked.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['pseudonym.key']);
  });

  it('may be given, and are then not written', async () => {
    const folder = temporaryFolder();
    const given = new FolderKeys(folder, { pseudonymKey: 'ab'.repeat(32) });
    expect(Buffer.from(await given.pseudonymKey()).toString('hex')).toBe('ab'.repeat(32));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are not repeated when they are no keys', async () => {
    const failure = await new FolderKeys(temporaryFolder(), { vaultKey: 'open sesame' })
      .vaultKeys()
      .catch((error: Error) => error.message);
    expect(failure).toBe('the given vault key: expected 64 hexadecimal digits');
  });

  it('are made later where only answers and anchors need them, and never where what is kept is under them', async () => {
    const folder = temporaryFolder();
    const before = new FolderKeys(folder);
    await Promise.all([before.pseudonymKey(), before.vaultKeys()]);
    const after = new FolderKeys(folder, { areInUse: true });
    const made = [await after.answersKey(), await after.anchorKey()];
    expect([await after.answersKey(), await after.anchorKey()]).toEqual(made);
    rmSync(join(folder, 'vault.key'));
    await expect(after.vaultKeys()).rejects.toMatchObject({ code: 'unusable-key' });
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    for (const name of ['pseudonymKey', 'vaultKeys', 'answersKey', 'anchorKey'] as const)
      await expect(after[name](), name).rejects.toMatchObject({ code: 'unusable-key' });
    expect(readdirSync(folder)).toEqual([]);
    const given = new FolderKeys(folder, { areInUse: true, pseudonymKey: 'ab'.repeat(32) });
    expect(await given.answersKey()).toHaveLength(32);
  });

  it('are kept as text that a person can put in a safe', async () => {
    const folder = temporaryFolder();
    await new FolderKeys(folder).vaultKeys();
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('of the vault are none lost where renewing is cut off before its last step, or done twice at once', async () => {
    const folder = temporaryFolder();
    const keys = new FolderKeys(folder);
    const [first] = await keys.vaultKeys();
    linkSync(join(folder, 'vault.key'), join(folder, `vault-retired-${vaultKeyId(first)}.key`));
    expect(await keys.vaultKeys()).toEqual([first]);
    await Promise.allSettled([keys.renewVaultKey(), new FolderKeys(folder).renewVaultKey()]);
    const [sealing, ...retired] = await keys.vaultKeys();
    expect(retired).toContainEqual(first);
    expect(sealing).not.toEqual(first);
  });

  it('of the vault that are given are changed where they are given', async () => {
    const [old, young] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const folder = temporaryFolder();
    const given = new FolderKeys(folder, { vaultKey: young, retiredVaultKeys: [old] });
    const [sealing, ...retired] = await given.vaultKeys();
    expect([sealing, ...retired]).toEqual([young, old].map((key) => Buffer.from(key, 'hex')));
    await given.destroyVaultKeys(retired);
    await expect(given.renewVaultKey()).rejects.toMatchObject({ code: 'unusable-key' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are destroyed with what a process that was killed while it made them has left', async () => {
    const folder = temporaryFolder();
    const keys = new FolderKeys(folder);
    const [first] = await keys.vaultKeys();
    const draft = `${processSpace}-${process.pid}-1.00000000-0000-4000-8000-000000000000.part`;
    linkSync(join(folder, 'vault.key'), join(folder, draft));
    await keys.renewVaultKey();
    await keys.destroyVaultKeys([first]);
    const left = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').trim());
    expect(left).not.toContain(Buffer.from(first).toString('hex'));
  });
});
