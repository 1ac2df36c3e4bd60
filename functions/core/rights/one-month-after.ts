/**
 * The day by which a request is to be answered: a month later by the calendar, on the same day of the month, or on
 * the month's last where it has no such day.
 * @param day ISO 8601
 * @source GDPR, article 12(3); Regulation (EEC, Euratom) 1182/71, article 3(2)(c)
 * @example oneMonthAfter('2026-01-31') // '2026-02-28'
 */
export function oneMonthAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date, lastOfNext))).toISOString().slice(0, day.length);
}
