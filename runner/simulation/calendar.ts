/** Days are whole days since 1970-01-01; months are counted from January 2018 (month 0). */

/** The simulated period: 96 months, 2018 … 2025. */
export const firstYear = 2018;
export const periodMonths = 96;

const millisecondsPerDay = 86_400_000;
const daysFrom = -40_000;
const isoDays: string[] = [];

/** A day of 1860 or later as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  while (isoDays.length <= day - daysFrom) {
    const next = (isoDays.length + daysFrom) * millisecondsPerDay;
    isoDays.push(new Date(next).toISOString().slice(0, 10));
  }
  return isoDays[day - daysFrom]!;
}

/** The day of a calendar date; `month` is 0 … 11 and may run over. */
export const dayOf = (year: number, month: number, dayOfMonth: number) =>
  Date.UTC(year, month, dayOfMonth) / millisecondsPerDay;

const monthStarts = Array.from({ length: periodMonths + 13 }, (_, month) => dayOf(firstYear, month, 1));

/** First day of a month of the period (0 … 96 and a year beyond). */
export const monthStart = (month: number): number => monthStarts[month]!;

export const firstDay = monthStart(0);
export const lastDay = monthStart(periodMonths) - 1;

/** Half-years since year 0: the step in which age changes the monthly chances. */
export const halfYearOf = (year: number, monthOfYear: number) => year * 2 + (monthOfYear >= 6 ? 1 : 0);

/** The county delivers twice a year. */
const deliveryMonths = 6;
export const deliveryCount = periodMonths / deliveryMonths;

/** The first day of a delivery, and of what would be the next after the last. */
export const deliveryStart = (index: number) => monthStart(index * deliveryMonths);

/** Which half-yearly delivery a day falls into; what is older belongs to the first, what is later to none (−1). */
export function deliveryIndex(day: number): number {
  if (day > lastDay) return -1;
  let index = deliveryCount - 1;
  while (index > 0 && day < deliveryStart(index)) index -= 1;
  return index;
}
