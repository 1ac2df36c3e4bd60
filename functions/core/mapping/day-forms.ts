import type { DayForm } from '../../../data-contracts/schemas/mapping.ts';

const forms: Readonly<Record<DayForm, RegExp>> = {
  'yyyy-MM-dd': /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/,
  yyyyMMdd: /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  'd.M.yyyy': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  'd/M/yyyy': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  'M/d/yyyy': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
};

/** Those that cannot be taken for one another. */
export const plainDayForms: readonly DayForm[] = ['yyyy-MM-dd', 'yyyyMMdd', 'd.M.yyyy'];

const timeOfDay = /[ T]\d{1,2}[:.]\d\d([:.]\d\d([.,]\d+)?)?$/;

/** A day as ISO 8601, its time of day left out; a text in none of the forms stays as it is, for the door to refuse. */
export function isoDay(given: string, allowed: readonly DayForm[]): string {
  const day = given.replace(timeOfDay, '');
  for (const form of allowed) {
    const { y, m, d } = forms[form].exec(day)?.groups ?? {};
    if (y && m && d) return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  return given;
}
