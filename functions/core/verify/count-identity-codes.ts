import { checkPersonalIdentityCode } from '../identity/personal-identity-code.ts';

const bytesOf = (signs: string) => {
  const table = new Uint8Array(256);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
};
const isDigit = bytesOf('0123456789');
const isMark = bytesOf('-+YXWVUABCDEFyxwvuabcdef');
const isLetterOrDigit = bytesOf('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

const codeBytes = 11;
const markAt = 6;
const noSign = Uint8Array.of(0);

/**
 * How many valid personal identity codes stand in the bytes, in UTF-8 or any text of one byte a sign: eleven
 * signs with a letter or digit neither before nor after, an existing date, and the right control character.
 */
export async function countIdentityCodes(content: AsyncIterable<Uint8Array>): Promise<number> {
  let times = 0;
  let held: Uint8Array = noSign;
  for await (const piece of content) {
    const bytes = joined(held, piece);
    times += countWithin(bytes);
    held = bytes.slice(-(codeBytes + 1));
  }
  return times + countWithin(joined(held, noSign));
}

/** Counts codes that have a byte before and a byte after them here. */
function countWithin(bytes: Uint8Array): number {
  let times = 0;
  const end = bytes.length - (codeBytes - markAt);
  for (let mark = markAt + 1; mark < end; mark++) {
    if (isMark[bytes[mark]!] && isDigit[bytes[mark - 1]!] && isDigit[bytes[mark + 1]!]) {
      if (isCode(bytes, mark - markAt)) times++;
    }
  }
  return times;
}

function isCode(bytes: Uint8Array, start: number): boolean {
  if (isLetterOrDigit[bytes[start - 1]!] || isLetterOrDigit[bytes[start + codeBytes]!]) return false;
  const text = String.fromCharCode(...bytes.subarray(start, start + codeBytes));
  return 'code' in checkPersonalIdentityCode(text);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
