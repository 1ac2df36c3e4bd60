/** Months since year 0 of a day, ISO 8601. */
export function monthOf(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
}

/** Whole months from one first-of-month to another. */
export const monthsBetween = (from: string, to: string) => monthOf(to) - monthOf(from);

/** The next day, ISO 8601. */
export const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
