import type { Language } from '../data-contracts/schemas/fields.ts';
import { locales } from '../data-contracts/vocabularies/feature-values.ts';

export { municipalityName } from '../data-contracts/vocabularies/municipalities.ts';

/** Shares, money, counts and days as a reader of the language writes them. */
export function figures(language: Language) {
  const locale = locales[language];
  const share = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const euros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  });
  const count = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    share: (probability: number) => share.format(probability),
    euros: (cents: number) => euros.format(cents / 100),
    count: (people: number) => count.format(people),
    decimal: (value: number, digits: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        value,
      ),
    /** One of several: `a, b or c`. */
    anyOf: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items),
    day: (isoDay: string) => day.format(new Date(`${isoDay}T00:00:00Z`)),
  };
}
