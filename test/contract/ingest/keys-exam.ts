import { describe, expect, it } from 'vitest';
import type { AnchorKey } from '../../../functions/core/ports/anchor-store.ts';
import type { RotatingKeys } from '../../../functions/core/ports/keys.ts';

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

/**
 * What all keys of a home pass.
 * @param open gives as many views of one new home as one likes, as so many processes have
 */
export function examKeys(name: string, open: () => Promise<() => RotatingKeys & AnchorKey>) {
  describe(`the keys of a home, ${name}`, () => {
    it('are made at first use, two different ones of 32 bytes, and stay', async () => {
      const keys = await open();
      const [pseudonymKey, vaultKey] = [await keys().pseudonymKey(), (await keys().vaultKeys())[0]];
      const answersKey = await keys().answersKey();
      const all = [pseudonymKey, vaultKey, answersKey];
      expect(all.map(({ length }) => length)).toEqual([32, 32, 32]);
      expect(new Set(all.map(hex)).size).toBe(3);
      expect(hex(await keys().pseudonymKey())).toBe(hex(pseudonymKey));
      expect(hex(await keys().answersKey())).toBe(hex(answersKey));
    });

    it('sign anchors with one of their own, which stays when the vault’s is renewed', async () => {
      const keys = await open();
      const anchorKey = await keys().anchorKey();
      expect(anchorKey.length).toBe(32);
      expect([await keys().pseudonymKey(), ...(await keys().vaultKeys())].map(hex)).not.toContain(
        hex(anchorKey),
      );
      await keys().renewVaultKey();
      expect(hex(await keys().anchorKey())).toBe(hex(anchorKey));
    });

    it('are one, however many ask for the first time at once', async () => {
      const keys = await open();
      for (const key of ['pseudonymKey', 'answersKey'] as const) {
        const asked = await Promise.all(Array.from({ length: 8 }, () => keys()[key]()));
        expect(new Set(asked.map(hex)).size).toBe(1);
      }
    });

    it('of the vault are renewed: another seals, the one before opens until it is destroyed', async () => {
      const keys = await open();
      const [first] = await keys().vaultKeys();
      const pseudonymKey = await keys().pseudonymKey();
      await keys().renewVaultKey();
      const [second, ...retired] = await keys().vaultKeys();
      expect(hex(second)).not.toBe(hex(first));
      expect(retired.map(hex)).toEqual([hex(first)]);
      await keys().destroyVaultKeys(retired);
      expect((await keys().vaultKeys()).map(hex)).toEqual([hex(second)]);
      expect(hex(await keys().pseudonymKey())).toBe(hex(pseudonymKey));
    });

    it('of the vault are none lost where two renew at once', async () => {
      const keys = await open();
      const [first] = await keys().vaultKeys();
      await Promise.allSettled([keys().renewVaultKey(), keys().renewVaultKey()]);
      const [sealing, ...retired] = await keys().vaultKeys();
      expect(retired.map(hex)).toContain(hex(first));
      expect(hex(sealing)).not.toBe(hex(first));
    });
  });
}
