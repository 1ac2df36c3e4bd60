/**
 * A key by which instants (ISO 8601 UTC, any precision) sort as text: seconds spelled out, no trailing
 * zeros of the fraction. `…:00Z`, `…:00.5Z` and `…:00.25Z` do not sort rightly as they are.
 */
export function instantKey(instant: string): string {
  const [whole = '', fraction = ''] = instant.replace(/Z$/, '').split('.');
  const seconds = whole.length === 'YYYY-MM-DDTHH:MM'.length ? `${whole}:00` : whole;
  return `${seconds}.${fraction.replace(/0+$/, '')}`;
}

const finnishDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Helsinki',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Finland at an instant: the day that a law or a relationship begins or ends by. */
export function dayInFinland(instant: string): string {
  const parts = finnishDay.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  return `${part('year')}-${part('month')}-${part('day')}`;
}
