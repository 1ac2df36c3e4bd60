import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPersonalIdentityCode,
  holdsIdentityCode,
  withoutIdentityCodes,
} from '../../../functions/core/identity/personal-identity-code.ts';
import { codeOfSomebody, testCode } from './identity-codes.ts';

describe('a personal identity code', () => {
  it('gives the day of birth in every century, by every mark', () => {
    fc.assert(
      fc.property(codeOfSomebody, ({ bornOn, code }) => {
        expect(checkPersonalIdentityCode(code)).toEqual({ code, bornOn });
      }),
    );
  });

  it('is the same in lower case and with spaces around', () => {
    fc.assert(
      fc.property(codeOfSomebody, ({ bornOn, code }) => {
        expect(checkPersonalIdentityCode(` ${code.toLowerCase()}\t`)).toEqual({ code, bornOn });
      }),
    );
  });

  it('is refused when any one digit is another', () => {
    const digitPlaces = [0, 1, 2, 3, 4, 5, 7, 8, 9];
    const change = { place: fc.constantFrom(...digitPlaces), by: fc.integer({ min: 1, max: 9 }) };
    fc.assert(
      fc.property(codeOfSomebody, fc.record(change), ({ code }, { place, by }) => {
        const digit = (Number(code[place]) + by) % 10;
        const mistyped = `${code.slice(0, place)}${digit}${code.slice(place + 1)}`;
        expect(checkPersonalIdentityCode(mistyped)).toHaveProperty('fault');
      }),
    );
  });

  it('is refused under every control character but its own', () => {
    const code = testCode('1950-01-01');
    const accepted = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
      (control) => 'code' in checkPersonalIdentityCode(`${code.slice(0, 10)}${control}`),
    );
    expect(accepted).toEqual([code[10]]);
  });

  it('has a day that is in the calendar', () => {
    expect(checkPersonalIdentityCode(testCode('2000-02-29'))).toHaveProperty('code');
    for (const bornOn of [
      '1900-02-29',
      '2001-02-29',
      '1950-04-31',
      '1950-13-01',
      '1950-00-10',
      '1950-01-00',
    ]) {
      expect(checkPersonalIdentityCode(testCode(bornOn))).toEqual({ fault: 'impossible-date' });
    }
  });

  it('has an individual number from 002', () => {
    for (const individual of [0, 1]) {
      expect(checkPersonalIdentityCode(testCode('1950-01-01', individual))).toEqual({
        fault: 'out-of-range',
      });
    }
  });

  it('has a mark that is in use', () => {
    const inUse = [...'+-ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(
      (mark) => 'code' in checkPersonalIdentityCode(testCode('1950-01-01', 901, mark)),
    );
    expect(inUse.join('')).toBe('+-ABCDEFUVWXY');
  });
});

describe('a text', () => {
  it('loses the codes in it and nothing else', () => {
    const code = testCode('1950-01-01');
    expect(withoutIdentityCodes(`clients ${code.toLowerCase()}, ${code}.csv`)).toBe('clients …, ….csv');
    for (const text of [`visit:${code}:2`, `visit${code}`, `${code}2`, `123456-${code}`]) {
      expect(holdsIdentityCode(text)).toBe(true);
    }
  });

  it('keeps what only looks like one', () => {
    for (const text of [
      '550e8400-e29b-41d4-a716-446655440000',
      '2024-01-01',
      testCode('1950-13-01'),
      `9${testCode('1950-01-01')}9`,
    ]) {
      expect(holdsIdentityCode(text)).toBe(false);
    }
  });
});
