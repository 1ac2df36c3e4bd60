/** Why a text is no personal identity code; words of the quarantine rules. */
export type IdentityCodeFault =
  | 'not-a-person-identifier'
  | 'impossible-date'
  | 'out-of-range'
  | 'bad-control-character';

export type CheckedIdentityCode =
  | { readonly code: string; readonly bornOn: string }
  | { readonly fault: IdentityCodeFault };

const form = /^(\d{2})(\d{2})(\d{2})([-+YXWVUABCDEF])(\d{3})([0-9A-Y])$/;
const controlCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Checks a Finnish personal identity code (henkilötunnus) `DDMMYYCZZZQ`: the century mark C is `+` (1800s),
 * `-YXWVU` (1900s) or `ABCDEF` (2000s); the day exists; ZZZ is 002–899, or 900–999 for temporary codes; Q is
 * the character number DDMMYYZZZ mod 31 of `0123456789ABCDEFHJKLMNPRSTUVWXY`. Lower case and spaces around
 * are accepted, and the code is given back without them. Nothing thrown or returned as a fault repeats it.
 */
export function checkPersonalIdentityCode(given: string): CheckedIdentityCode {
  const parts = form.exec(given.trim().toUpperCase());
  if (!parts) return { fault: 'not-a-person-identifier' };
  const [code, day, month, year, mark, individual, control] = parts as unknown as Parts;
  const bornOn = `${centuryOf(mark)}${year}-${month}-${day}`;
  if (!dayExists(Number(bornOn.slice(0, 4)), Number(month), Number(day))) return { fault: 'impossible-date' };
  if (Number(individual) < 2) return { fault: 'out-of-range' };
  const remainder = Number(`${day}${month}${year}${individual}`) % 31;
  if (controlCharacters[remainder] !== control) return { fault: 'bad-control-character' };
  return { code, bornOn };
}

type Parts = [string, string, string, string, string, string, string];

const centuryOf = (mark: string) => (mark === '+' ? '18' : 'ABCDEF'.includes(mark) ? '20' : '19');

function dayExists(year: number, month: number, day: number): boolean {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeapYear ? 29 : daysOfMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** Whether a valid code is of somebody made up: its individual number, 900–999, is no registered person’s. */
const isMadeUpCode = (code: string) => code[7] === '9';

/** Every place where something of the code's form begins; one may begin within another. */
const codesWithin = /(?=(\d{6}[-+YXWVUA-F]\d{3}[0-9A-Y]))/gi;
const codeLength = 11;
const letterOrDigit = /[0-9A-Za-z]/;

/** Where valid codes begin in a text. Letters or digits on both sides make it something else, as in a UUID. */
function* codePlaces(text: string): Generator<number> {
  for (const { index, 1: found } of text.matchAll(codesWithin)) {
    const isWithinWord =
      letterOrDigit.test(text[index - 1] ?? '') && letterOrDigit.test(text[index + codeLength] ?? '');
    if (!isWithinWord && 'code' in checkPersonalIdentityCode(found!)) yield index;
  }
}

/** Whether a valid personal identity code stands in the text, by itself or at an end of something longer. */
export function holdsIdentityCode(text: string): boolean {
  return text.length >= codeLength && !codePlaces(text).next().done;
}

/** Whether a valid code that may be a registered person’s stands in the text. */
export function holdsRealIdentityCode(text: string): boolean {
  if (text.length < codeLength) return false;
  for (const place of codePlaces(text)) if (!isMadeUpCode(text.slice(place, place + codeLength))) return true;
  return false;
}

/** The text with every valid personal identity code in it replaced by `…`. */
export function withoutIdentityCodes(text: string): string {
  const [place] = codePlaces(text);
  if (place === undefined) return text;
  return `${text.slice(0, place)}…${withoutIdentityCodes(text.slice(place + codeLength))}`;
}
