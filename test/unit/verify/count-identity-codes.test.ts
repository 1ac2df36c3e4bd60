import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countIdentityCodes } from '../../../functions/core/verify/count-identity-codes.ts';

const controlCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** A code of nobody: individual numbers 900–999 are never given to a person. */
const invented = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 99 }),
    fc.constantFrom(...'-+YXWVUABCDEF'),
    fc.integer({ min: 900, max: 999 }),
    fc.boolean(),
  )
  .map(([day, month, year, mark, individual, isLower]) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `${two(day)}${two(month)}${two(year)}`;
    const code = `${date}${mark}${individual}${controlCharacters[Number(date + individual) % 31]}`;
    return isLower ? code.toLowerCase() : code;
  });
const around = fc.constantFrom('', ' ', ';', '"', '\n', '\0', '{"', 'ä', '\u000b\0\0\0');

async function count(bytes: Uint8Array, pieceBytes: number): Promise<number> {
  return countIdentityCodes(
    (async function* () {
      for (let from = 0; from < bytes.length; from += pieceBytes)
        yield bytes.subarray(from, from + pieceBytes);
    })(),
  );
}

describe('the count of personal identity codes in bytes', () => {
  it('finds every code, however the bytes are cut into pieces', async () => {
    const codes = fc.array(fc.tuple(invented, around), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(codes, around, fc.integer({ min: 1, max: 40 }), async (found, before, pieceBytes) => {
        const text = before + found.map(([code, after]) => `${code}${after || ','}`).join('');
        expect(await count(new TextEncoder().encode(text), pieceBytes)).toBe(found.length);
      }),
    );
  });

  it('finds none where the control character, the date or the surroundings are another’s', async () => {
    await fc.assert(
      fc.asyncProperty(invented, fc.constantFrom(...'0123456789abcxyzABCXYZ'), async (code, sign) => {
        const wrongControl = code.slice(0, 10) + (code[10]?.toUpperCase() === 'A' ? 'B' : 'A');
        const noDay = `32${code.slice(2)}`;
        for (const text of [wrongControl, noDay, sign + code, code + sign]) {
          expect(await count(new TextEncoder().encode(text), 7), text.length.toString()).toBe(0);
        }
      }),
    );
  });

  it('finds none in sixty thousand pseudonyms', async () => {
    let state = 1;
    const pseudonyms = Array.from({ length: 60_000 }, () =>
      Array.from({ length: 4 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state.toString(16).padStart(8, '0');
      }).join(''),
    );
    expect(await count(new TextEncoder().encode(pseudonyms.join('\n')), 65_536)).toBe(0);
  });
});
