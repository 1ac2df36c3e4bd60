import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { Pseudonymiser } from '../../../functions/core/identity/pseudonym.ts';
import { testCode } from './identity-codes.ts';

const key = Buffer.alloc(32, 7);
const identifier = testCode('1950-01-01');

describe('a pseudonym', () => {
  it('is HMAC-SHA-256 under the key, its first half, in the form of the contract', () => {
    const expected = createHmac('sha256', key).update(identifier).digest('hex').slice(0, 32);
    expect(new Pseudonymiser(key).pseudonymOf(identifier)).toBe(expected);
    expect(Pseudonym.safeParse(expected).success).toBe(true);
  });

  it('is the same each time, and another for another person or under another key', () => {
    const pseudonymiser = new Pseudonymiser(key);
    const pseudonym = pseudonymiser.pseudonymOf(identifier);
    expect(pseudonymiser.pseudonymOf('local:demo:1')).not.toBe(pseudonym);
    expect(pseudonymiser.pseudonymOf(identifier)).toBe(pseudonym);
    expect(new Pseudonymiser(Buffer.alloc(32, 8)).pseudonymOf(identifier)).not.toBe(pseudonym);
  });
});
