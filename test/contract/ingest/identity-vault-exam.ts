import { describe, expect, it } from 'vitest';
import { ObjectIdentityVault } from '../../../functions/adapters/objects/object-identity-vault.ts';
import { keysUnder } from '../../../functions/adapters/objects/object-store.ts';
import type { IdentityVault, SealedIdentity } from '../../../functions/core/ports/identity-vault.ts';
import type { OpenObjects } from '../objects/local-objects.ts';

const identity = (line: number, pseudonym: string): SealedIdentity => ({
  line,
  pseudonym,
  sealed: `s${line}`,
});

async function found(vault: IdentityVault, ...pseudonyms: string[]): Promise<number[]> {
  const lines: number[] = [];
  for await (const { line } of vault.find(new Set(pseudonyms))) lines.push(line);
  return lines;
}

/** What every vault of objects passes. */
export function examIdentityVault(name: string, open: OpenObjects) {
  describe(`the identity vault, ${name}`, () => {
    it('finds the identities of the people asked for and of nobody else', async () => {
      const [objects] = await open();
      const vault = new ObjectIdentityVault(objects);
      for (const [fileId, lines] of [
        ['f2', [4]],
        ['f1', [2, 3]],
      ] as const) {
        const file = vault.begin(fileId);
        await file.add(lines.map((line) => identity(line, line === 3 ? 'b' : 'a')));
        await file.keep(new Set());
      }
      expect(await found(vault, 'a')).toEqual([2, 4]);
      expect(await found(vault, 'b', 'c')).toEqual([3]);
    });

    it('shows nothing before a file is kept, and nothing of one that was discarded', async () => {
      const [objects] = await open();
      const vault = new ObjectIdentityVault(objects);
      const file = vault.begin('f1');
      await file.add([identity(2, 'a')]);
      expect(await found(vault, 'a')).toEqual([]);
      await file.discard();
      expect(await keysUnder(objects, '')).toEqual([]);
    });

    it('leaves out the lines it is told to', async () => {
      const [objects] = await open();
      const vault = new ObjectIdentityVault(objects);
      const file = vault.begin('f1');
      await file.add([identity(2, 'a'), identity(3, 'a')]);
      await file.add([identity(4, 'a')]);
      await file.keep(new Set([3]));
      expect(await found(vault, 'a')).toEqual([2, 4]);
      expect(await keysUnder(objects, '')).toEqual(['f1.sealed', 'f1.sealed.digest']);
    });

    it('is rewritten a file at a time, and only where something changes', async () => {
      const [objects] = await open();
      const vault = new ObjectIdentityVault(objects);
      for (const [fileId, pseudonyms] of [
        ['f1', ['a', 'b', 'a']],
        ['f2', ['a']],
        ['f3', ['b']],
      ] as const) {
        const file = vault.begin(fileId);
        await file.add(pseudonyms.map((pseudonym, place) => identity(place + 2, pseudonym)));
        await file.keep(new Set());
      }
      expect(await vault.rewrite((one) => (one.pseudonym === 'a' ? undefined : one))).toBe(3);
      expect(await found(vault, 'a', 'b')).toEqual([3, 2]);
      expect((await keysUnder(objects, '')).filter((key) => !key.endsWith('.digest'))).toEqual([
        'f1.sealed',
        'f3.sealed',
      ]);
      expect(await vault.rewrite((one) => ({ ...one, sealed: 'anew' }))).toBe(2);
      for await (const { sealed } of vault.find(new Set(['b']))) expect(sealed).toBe('anew');
    });

    it('is empty where there is none', async () => {
      const [objects] = await open();
      expect(await found(new ObjectIdentityVault(objects), 'a')).toEqual([]);
    });
  });
}
