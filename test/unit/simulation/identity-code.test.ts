import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BirthSlots, birthSlots } from '../../../runner/simulation/birth-slots.ts';
import { isoDay } from '../../../runner/simulation/calendar.ts';

const control = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const births = new BirthSlots(7);

describe('simulated personal identity codes', () => {
  it('have a valid control character, a century mark of the 1900s and a number above 899', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: birthSlots - 1 }), (clientNumber) => {
        const { identityCode, bornDay, sex } = births.birthOf(clientNumber);
        const [, digits, mark, number, last] = /^(\d{6})([-YXWVU])(9\d\d)(.)$/.exec(identityCode) ?? [];
        expect(mark).toBeDefined();
        expect(control[Number(`${digits}${number}`) % 31]).toBe(last);
        expect(Number(number) % 2).toBe(sex === 'male' ? 1 : 0);
        const [year, month, day] = isoDay(bornDay).split('-');
        expect(digits).toBe(`${day}${month}${year!.slice(2)}`);
        expect(year!.slice(0, 2)).toBe('19');
      }),
    );
  });

  it('are never given twice, whatever the seed', () => {
    for (const seed of [1, 2, 4_000_000_000]) {
      const slots = new BirthSlots(seed);
      const codes = new Set(
        Array.from({ length: 60_000 }, (_, number) => slots.birthOf(number).identityCode),
      );
      expect(codes.size).toBe(60_000);
    }
  });

  it('fill all the slots of the county exactly once', () => {
    const seen = new Uint8Array(birthSlots);
    for (let number = 0; number < birthSlots; number++) seen[births.slotOf(number)] = 1;
    expect(seen.every((flag) => flag === 1)).toBe(true);
  });

  it('give nobody who has not turned 65 by the end of the period', () => {
    for (let number = 0; number < 20_000; number++) {
      expect(isoDay(births.birthOf(number).bornDay) <= '1960-12-31').toBe(true);
    }
  });

  it('refuse a client beyond the county', () => {
    expect(() => births.birthOf(birthSlots)).toThrow(RangeError);
  });
});
