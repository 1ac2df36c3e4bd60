import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Texts } from '../../data-contracts/schemas/fields.ts';

/** A text of the vocabularies in the reader's language, its placeholders filled. */
export function sayText(
  text: Texts,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return String(new IntlMessageFormat(text[language], language).format(values));
}

/** A number as the reader writes it. */
export const sayNumber = (value: number, language: Language, decimals = 0) =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
