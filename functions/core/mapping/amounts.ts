const plainNumber = /^-?\d+(\.\d+)?$/;
const groupsOfThree = /(?<=^-?[\d\s]*\d)\s(?=\d{3}(\D|$))/g;

/** What stands in place of a text that is no number in the file’s words, so that the door refuses it. */
const notANumber = '?';

/** A number with a decimal point and nothing between its digits; undefined where it is none in the file’s words. */
function decimalText(given: string, decimalMark: '.' | ','): string | undefined {
  const grouped = given.replace(groupsOfThree, '');
  if (decimalMark === ',' && grouped.includes('.')) return undefined;
  const text = grouped.replace(decimalMark, '.');
  return plainNumber.test(text) ? text : undefined;
}

/** A number as the contracts write it: `3,0` is 3. */
export const numberText = (given: string, decimalMark: '.' | ',') =>
  decimalText(given, decimalMark)?.replace(/^(-?\d+)\.0+$/, '$1') ?? notANumber;

/**
 * Euros as cents, half cents up, by digits and not by floating point.
 * @param times by how much the amount is multiplied before it is rounded
 */
export function centsText(given: string, decimalMark: '.' | ',', times = 1): string {
  const text = decimalText(given.replace(/\s*(€|EUR)$/i, ''), decimalMark) ?? '';
  const [, sign, euros, decimals = ''] = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (euros === undefined) return notANumber;
  const millionths = BigInt(euros) * 1_000_000n + BigInt(decimals.slice(0, 6).padEnd(6, '0'));
  return `${sign}${(millionths * BigInt(times) + 5_000n) / 10_000n}`;
}
