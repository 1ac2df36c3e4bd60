import { describe, expect, it } from 'vitest';
import { IdentitySealer } from '../../../functions/core/ingest/sealed-identity.ts';
import { testCode } from './identity-codes.ts';

const sealer = new IdentitySealer(Buffer.alloc(32, 1));
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
    expect(new Set(nonces.map((text) => text.slice(0, 16))).size).toBe(3);
  });

  it('shows nothing of the person', () => {
    const bytes = Buffer.from(sealer.seal('a1', identity), 'base64').toString('latin1');
    expect(bytes).not.toContain(identity.clientIdentifier.slice(0, 6));
  });

  it('does not open for another person, under another key, or when touched', () => {
    const sealed = sealer.seal('a1', identity);
    const touched = Buffer.from(sealed, 'base64');
    touched[touched.length - 1]! ^= 1;
    const unopened = expect.objectContaining({ code: 'unopened-identity' });
    expect(() => sealer.open('a2', sealed)).toThrow(unopened);
    expect(() => new IdentitySealer(Buffer.alloc(32, 2)).open('a1', sealed)).toThrow(unopened);
    expect(() => sealer.open('a1', touched.toString('base64'))).toThrow(unopened);
  });
});
