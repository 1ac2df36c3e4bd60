import { describe, expect, it } from 'vitest';
import { IdentitySealer } from '../../../functions/core/identity/sealed-identity.ts';
import { vaultKeyId } from '../../../functions/core/identity/vault-key-id.ts';
import { testCode } from './identity-codes.ts';

const sealer = new IdentitySealer([Buffer.alloc(32, 1)]);
const identity = { clientIdentifier: testCode('1950-01-01'), validFrom: '2020-01-01', familyName: 'Öhman' };

describe('a sealed identity', () => {
  it('opens to what was sealed', () => {
    expect(sealer.open('a1', sealer.seal('a1', identity))).toEqual(identity);
  });

  it('is the same bytes for the same identity, and other bytes for any other', () => {
    const sealed = sealer.seal('a1', identity);
    expect(sealer.seal('a1', identity)).toBe(sealed);
    const nonces = [
      sealed,
      sealer.seal('a1', { ...identity, familyName: 'Öman' }),
      sealer.seal('a2', identity),
    ];
    expect(new Set(nonces.map((text) => text.slice(0, 9 + 16))).size).toBe(3);
  });

  it('shows nothing of the person', () => {
    const bytes = Buffer.from(sealer.seal('a1', identity).slice(9), 'base64').toString('latin1');
    expect(bytes).not.toContain(identity.clientIdentifier.slice(0, 6));
  });

  it('does not open for another person, under another key, or when touched', () => {
    const sealed = sealer.seal('a1', identity);
    const touched = Buffer.from(sealed.slice(9), 'base64');
    touched[touched.length - 1]! ^= 1;
    const unopened = expect.objectContaining({ code: 'unopened-identity' });
    expect(() => sealer.open('a2', sealed)).toThrow(unopened);
    expect(() => new IdentitySealer([Buffer.alloc(32, 2)]).open('a1', sealed)).toThrow(unopened);
    expect(() => sealer.open('a1', sealed.slice(0, 9) + touched.toString('base64'))).toThrow(unopened);
  });

  it('names its key, opens under a retired one, and is resealed to what the new key gives at once', () => {
    const [old, young] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const both = new IdentitySealer([young, old]);
    const sealed = sealer.seal('a1', identity);
    expect(sealed.startsWith(`${vaultKeyId(old)}.`)).toBe(true);
    expect(both.open('a1', sealed)).toEqual(identity);
    const resealed = both.reseal('a1', sealed);
    expect(resealed).toBe(new IdentitySealer([young]).seal('a1', identity));
    expect(both.reseal('a1', resealed)).toBe(resealed);
    expect(new IdentitySealer([young]).knows(sealed)).toBe(false);
    expect(() => both.reseal('a2', sealed)).toThrow(expect.objectContaining({ code: 'unopened-identity' }));
  });

  it('opens as sealed before keys had ids', () => {
    const withoutId = sealer.seal('a1', identity).slice(9);
    const both = new IdentitySealer([Buffer.alloc(32, 2), Buffer.alloc(32, 1)]);
    expect(both.knows(withoutId)).toBe(true);
    expect(both.open('a1', withoutId)).toEqual(identity);
  });
});
