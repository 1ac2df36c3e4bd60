import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderKeys } from '../../../functions/adapters/folder/folder-keys.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the keys of a home', () => {
  it('are made at first use, two different ones of 32 bytes, and stay', async () => {
    const folder = temporaryFolder();
    const [pseudonymKey, vaultKey] = [
      await new FolderKeys(folder).pseudonymKey(),
      await new FolderKeys(folder).vaultKey(),
    ];
    expect([pseudonymKey.length, vaultKey.length]).toEqual([32, 32]);
    expect(pseudonymKey).not.toEqual(vaultKey);
    expect(await new FolderKeys(folder).pseudonymKey()).toEqual(pseudonymKey);
  });

  it('are readable by their owner only, and refused otherwise', async () => {
    const folder = temporaryFolder();
    const keys = new FolderKeys(folder);
    await keys.vaultKey();
    expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600);
    chmodSync(join(folder, 'vault.key'), 0o644);
    await expect(keys.vaultKey()).rejects.toMatchObject({ code: 'unusable-key' });
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
      .vaultKey()
      .catch((error: Error) => error.message);
    expect(failure).toBe('the given vault key: expected 64 hexadecimal digits');
  });

  it('are kept as text that a person can put in a safe', async () => {
    const folder = temporaryFolder();
    await new FolderKeys(folder).vaultKey();
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });
});
