import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../functions/adapters/folder/folder-objects.ts';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { localObjects } from '../objects/local-objects.ts';
import { examIdentityVault } from './identity-vault-exam.ts';
import { temporaryFolder } from './temporary-folder.ts';

for (const [name, open] of Object.entries(localObjects)) examIdentityVault(name, open);

describe('the identity vault in a folder', () => {
  it('is rewritten only where something changes, whatever a killed rewriting left', async () => {
    const folder = temporaryFolder();
    const vault = new ObjectIdentityVault(new FolderObjects(folder));
    for (const [fileId, pseudonym] of [
      ['f1', 'a'],
      ['f2', 'b'],
    ] as const) {
      const file = vault.begin(fileId);
      await file.add([{ line: 2, pseudonym, sealed: 's' }]);
      await file.keep(new Set());
    }
    const before = statSync(`${folder}/f2.sealed`);
    writeFileSync(`${folder}/f1.sealed.part`, 'left by a run that was killed');
    expect(await vault.rewrite((one) => (one.pseudonym === 'a' ? { ...one, sealed: 't' } : one))).toBe(1);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.digest'))).toEqual([
      'f1.sealed',
      'f2.sealed',
    ]);
    expect(statSync(`${folder}/f2.sealed`).ino).toBe(before.ino);
  });
});
