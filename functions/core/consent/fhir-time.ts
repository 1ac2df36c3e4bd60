import { dayAfter } from '../calendar.ts';
import { startOfDayInFinland } from '../release/instant-order.ts';
import { refuse } from './fhir-fault.ts';
import { earliestEffect } from './within-time.ts';

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;

/** An end from this year on is no end: "until further notice" in a field that has no word for it. */
const farEnd = '2199';

/**
 * When something begins, ISO 8601 UTC: a day as it begins in Finland, an instant as it is. A month or a year alone, and
 * a time without seconds or offset, do not say when.
 * @throws FhirRefused
 */
export function beginningOf(text: string, element: string): string {
  refuseUnreadable(text, element);
  if (text < earliestEffect.slice(0, 4) || text >= farEnd) refuse(element, 'out-of-range');
  return day.test(text) ? startOfDayInFinland(text) : inUtc(text);
}

/**
 * From when something that ends holds no more: its last day is in it, and so is its last instant. Undefined: it has no
 * end.
 * @throws FhirRefused
 */
export function endOf(text: string, element: string): string | undefined {
  refuseUnreadable(text, element);
  if (text >= farEnd) return undefined;
  if (text < earliestEffect.slice(0, 4)) refuse(element, 'out-of-range');
  if (day.test(text)) return startOfDayInFinland(dayAfter(text));
  return new Date(Date.parse(inUtc(text)) + 1).toISOString();
}

/** When a resource was last changed by its server, with as many decimals as it gives. */
export function changedAt(text: string, element: string, now: string): string {
  const at = beginningOf(text, element);
  if (!instant.test(text)) refuse(element, 'partial-date');
  return notInTheFuture(at, element, now);
}

const millisecondsPerDay = 86_400_000;

/** What was said was said by now; a clock elsewhere may be ahead by as much as a day. */
export function notInTheFuture(at: string, element: string, now: string): string {
  if (Date.parse(at) > Date.parse(now) + millisecondsPerDay) refuse(element, 'in-the-future');
  return at;
}

function refuseUnreadable(text: string, element: string): void {
  if (/^\d{4}(-\d\d)?$/.test(text)) refuse(element, 'partial-date');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/.test(text)) refuse(element, 'no-seconds');
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(text)) refuse(element, 'no-offset');
  const isReadable = (day.test(text) || instant.test(text)) && isOfCalendar(text);
  if (!isReadable) refuse(element, 'unreadable');
}

/** A day that there is, and a time and an offset that clocks show. */
function isOfCalendar(text: string): boolean {
  const [, month, date] = text.split(/[-T]/).map(Number) as [number, number, number];
  const begins = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (begins.getUTCMonth() + 1 !== month || begins.getUTCDate() !== date) return false;
  if (day.test(text)) return true;
  const [hour, minute, second] = text.slice(11, 19).split(':').map(Number) as [number, number, number];
  const [offsetHour, offsetMinute] = /[+-](\d\d):(\d\d)$/.exec(text)?.slice(1).map(Number) ?? [0, 0];
  return hour < 24 && minute < 60 && second < 60 && offsetHour! <= 14 && offsetMinute! < 60;
}

/** In UTC, decimals kept as they are. */
function inUtc(text: string): string {
  const [, wholeSeconds, decimals = '000', offset] = instant.exec(text) as unknown as string[];
  return `${new Date(`${wholeSeconds}${offset}`).toISOString().slice(0, 19)}.${decimals}Z`;
}
