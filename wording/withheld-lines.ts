import type { SafeCount } from '../data-contracts/schemas/cohort.ts';
import type { Language } from '../data-contracts/schemas/fields.ts';
import type { RefusalReason } from '../data-contracts/schemas/refusal-reason.ts';
import { refusalReasons } from '../data-contracts/vocabularies/refusal-reasons.ts';
import { texts } from '../data-contracts/vocabularies/texts.ts';
import { figures } from './figures.ts';
import { say } from './say.ts';

/** Who was left out, in numbers that reveal nobody. */
export interface Withheld {
  readonly total: SafeCount;
  readonly byReason: ReadonlyArray<{ readonly reason: string; readonly count: SafeCount }>;
}

/** A count of people, or that it is not shown. */
export const told = (people: SafeCount, language: Language) =>
  people === 'suppressed' ? texts.withheld.suppressed[language] : figures(language).count(people);

/** How many people were withheld, and for which reasons. */
export function withheldLines({ total, byReason }: Withheld, language: Language): string[] {
  const people =
    total === 'suppressed'
      ? texts.withheld.totalSuppressed[language]
      : say(texts.withheld.total, language, { count: total });
  return [
    byReason.length > 0 ? `${people}:` : `${people}.`,
    ...byReason.map(({ reason, count }) => {
      const words = refusalReasons[reason as RefusalReason][language];
      return `  ${say(texts.withheld.reason, language, { reason: words, figure: told(count, language) })}`;
    }),
  ];
}

/** The same of a whole programme, as it was when the day began. */
export const ofDayLines = (withheld: Withheld, language: Language): string[] => [
  texts.withheld.ofDay[language],
  ...withheldLines(withheld, language).map((line) => `  ${line}`),
];
