import type { Language } from '../data-contracts/schemas/fields.ts';
import { locales } from '../data-contracts/vocabularies/feature-values.ts';

/** A day, or the day of an instant in Finland, as one says it: `3. marraskuuta 2026`. */
export function dayInWords(dayOrInstant: string, language: Language): string {
  const isDay = dayOrInstant.length === 'YYYY-MM-DD'.length;
  const timeZone = isDay ? 'UTC' : 'Europe/Helsinki';
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(
    new Date(dayOrInstant),
  );
}

/** An instant by the clock of Finland: `3. marraskuuta 2026 klo 14.48`. */
export const instantInWords = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(new Date(instant));
