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

/** Finland’s offset has been whole hours since May 1921, so that an hour of UTC lies in one day. */
const wholeHoursFrom = '1922';
const mostRemembered = 10_000;
const dayOfHour = new Map<string, string>();

/** The calendar day in Finland at an instant: the day that a law or a relationship begins or ends by. */
export function dayInFinland(instant: string): string {
  const hour = instant.slice(0, 'YYYY-MM-DDTHH'.length);
  const remembered = dayOfHour.get(hour);
  if (remembered !== undefined) return remembered;
  const parts = finnishDay.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  if (dayOfHour.size >= mostRemembered) dayOfHour.clear();
  if (hour >= wholeHoursFrom) dayOfHour.set(hour, day);
  return day;
}

const hour = 3_600_000;

/** The instant at which a calendar day begins in Finland, ISO 8601 UTC: the first that is of that day. */
export function startOfDayInFinland(day: string): string {
  const beginsInUtc = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(beginsInUtc)) throw new RangeError('day: expected a day, ISO 8601');
  let before = beginsInUtc - 4 * hour;
  let reached = beginsInUtc;
  while (reached - before > 1) {
    const between = Math.floor((before + reached) / 2);
    if (dayInFinland(new Date(between).toISOString()) < day) before = between;
    else reached = between;
  }
  return new Date(reached).toISOString();
}
