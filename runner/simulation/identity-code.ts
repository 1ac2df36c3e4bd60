/** Century marks of people born in the 1900s, all in use since 2023. */
export const centuryMarks = ['-', 'Y', 'X', 'W', 'V', 'U'] as const;
const controlCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** How many simulated people of one sex can be born on one day: numbers 900–999 are never real people. */
export const codesPerDayAndSex = centuryMarks.length * 50;

/**
 * A simulated personal identity code (henkilötunnus) of somebody born in the 1900s: `DDMMYYCZZZQ`, ZZZ odd
 * for men and even for women, from 900 up; Q by DDMMYYZZZ mod 31.
 * @param order 0 … codesPerDayAndSex − 1, different for everybody of one sex born on the day
 */
export function identityCode(bornOn: string, isMale: boolean, order: number): string {
  const [year, month, day] = bornOn.split('-') as [string, string, string];
  const birthDigits = `${day}${month}${year.slice(2)}`;
  const number = 900 + 2 * (order % 50) + (isMale ? 1 : 0);
  const control = controlCharacters[Number(`${birthDigits}${number}`) % 31];
  return `${birthDigits}${centuryMarks[Math.floor(order / 50)]}${number}${control}`;
}
