import { describe, expect, it } from 'vitest';
import { pseudonymOfPerson } from '../../../functions/core/identity/person-to-pseudonym.ts';
import { testCode } from './identity-codes.ts';

const key = Buffer.alloc(32, 1);
const registered = testCode('1950-01-01', 308);
const simulated = testCode('1950-01-01', 905);

describe('a pseudonym under keys that everybody knows', () => {
  it('is given to people who are made up, and to nobody who may be registered', () => {
    for (const identifier of [
      registered,
      registered.toLowerCase(),
      ` ${registered}`,
      `local:x:${registered}`,
    ]) {
      const given = () => pseudonymOfPerson(identifier, key, { arePublished: true });
      expect(given).toThrow('person identifier: not-a-simulated-code');
    }
    for (const identifier of [simulated, 'local:desynpuf:17'])
      expect(pseudonymOfPerson(identifier, key, { arePublished: true })).toBe(
        pseudonymOfPerson(identifier, key),
      );
  });

  it('is under secret keys given to everybody', () => {
    expect(pseudonymOfPerson(registered, key)).toMatch(/^[0-9a-f]{32}$/);
  });
});
