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

/** A whole batch is asked about at one instant. */
let lastAsked = { instant: '', day: '' };

/** The calendar day in Finland at an instant: the day that a law or a relationship begins or ends by. */
export function dayInFinland(instant: string): string {
  if (lastAsked.instant !== instant) {
    const parts = finnishDay.formatToParts(new Date(instant));
    const part = (type: string) => parts.find((each) => each.type === type)?.value;
    lastAsked = { instant, day: `${part('year')}-${part('month')}-${part('day')}` };
  }
  return lastAsked.day;
}

/** The instant at which a calendar day begins in Finland, ISO 8601 UTC. */
export function startOfDayInFinland(day: string): string {
  const begins = [2, 3].map((offset) => Date.parse(`${day}T00:00:00Z`) - offset * 3_600_000);
  const instant = begins.find(
    (begin) =>
      dayInFinland(new Date(begin).toISOString()) === day &&
      dayInFinland(new Date(begin - 1).toISOString()) < day,
  );
  if (instant === undefined) throw new RangeError('day: expected one that begins in Finland');
  return new Date(instant).toISOString();
}
