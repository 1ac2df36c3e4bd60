import type { Language } from '../schemas/fields.ts';
import { ageBand, ageBands } from './age-bands.ts';
import type { FeatureId } from './features.ts';
import { features } from './features.ts';

/** The unit of a feature: how it is read and shown. */
export type FeatureKind = (typeof features)[FeatureId]['kind'];

/** The forms of numbers, days and money in each language. */
export const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;

const wholeNumber = { maximumFractionDigits: 0 } as const;

type NumberKind = Exclude<FeatureKind, 'flag' | 'years' | 'change'>;

/** Less than this much more or less a year is no change. */
export const leastChange = 5;

const changes = {
  fewer: { fi: 'aiempaa vähemmän', sv: 'färre än förr', en: 'fewer than before' },
  alike: { fi: 'entiseen tapaan', sv: 'som förr', en: 'as before' },
  more: { fi: 'aiempaa enemmän', sv: 'fler än förr', en: 'more than before' },
} as const satisfies Record<string, Record<Language, string>>;

const changeOf = (value: number) =>
  changes[value <= -leastChange ? 'fewer' : value >= leastChange ? 'more' : 'alike'];

const formats = {
  months: { style: 'unit', unit: 'month', unitDisplay: 'long', ...wholeNumber },
  days: wholeNumber,
  count: wholeNumber,
  points: wholeNumber,
  cents: { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
} as const satisfies Record<NumberKind, Intl.NumberFormatOptions>;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(kind: NumberKind, language: Language): Intl.NumberFormat {
  const key = `${kind} ${language}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locales[language], formats[kind]);
  formatters.set(key, known);
  return known;
}

/** Days that are counted are days in hospital: in Finnish and Swedish a day of care. */
const daysOfCare: Record<Language, (days: string, isOne: boolean) => string> = {
  fi: (days, isOne) => `${days}\u00a0${isOne ? 'hoitopäivä' : 'hoitopäivää'}`,
  sv: (days, isOne) => `${days}\u00a0${isOne ? 'vårddag' : 'vårddagar'}`,
  en: (days, isOne) => `${days} ${isOne ? 'day' : 'days'}`,
};

/** A whole number in the language's form. */
export const figure = (amount: number, language: Language) => formatter('count', language).format(amount);

/** Whether the language writes €5, rather than 5 €. */
export const isCurrencyFirst = (language: Language) =>
  formatter('cents', language).formatToParts(0)[0]?.type === 'currency';

/**
 * A feature's value in words: a number with its unit in the language (`12 vårddagar`, `€1,250`), for years of age their
 * band (`80–84 v`), as years would single people out, for a change which way it goes, or for a flag `yes` or `no`.
 * @param value in the feature's unit: years, months, days, pieces, points or euro cents; a flag above 0 is yes
 * @returns undefined when the value is missing (null or not a number)
 * @example featureValue('hospital_days_12', 1, 'en') // '1 day'
 */
export function featureValue(
  feature: FeatureId,
  value: number | null | undefined,
  language: Language,
): string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  const { kind } = features[feature];
  if (kind === 'flag') return value > 0 ? 'yes' : 'no';
  if (kind === 'years') return ageBands[ageBand(value)][language];
  if (kind === 'change') return changeOf(value)[language];
  const number = formatter(kind, language).format(kind === 'cents' ? value / 100 : value);
  return kind === 'days' ? daysOfCare[language](number, Math.round(value) === 1) : number;
}
