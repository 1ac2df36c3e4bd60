/** Months since year 0 of a day, ISO 8601. */
export function monthOf(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
}

/** Whole months from one first-of-month to another. */
export const monthsBetween = (from: string, to: string) => monthOf(to) - monthOf(from);

/** So many days later, ISO 8601. */
export const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The next day, ISO 8601. */
export const dayAfter = (day: string) => daysAfter(day, 1);
