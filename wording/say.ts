import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Texts } from '../data-contracts/schemas/fields.ts';
import { locales } from '../data-contracts/vocabularies/feature-values.ts';

const formats = new Map<string, IntlMessageFormat>();

/** A text of the vocabularies (ICU MessageFormat) in a language, with its placeholders filled. */
export function say(text: Texts, language: Language, values: Record<string, string | number> = {}): string {
  const key = `${language} ${text[language]}`;
  const format = formats.get(key) ?? new IntlMessageFormat(text[language], locales[language]);
  formats.set(key, format);
  return String(format.format(values));
}
