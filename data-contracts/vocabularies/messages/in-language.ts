import type { Language, Texts } from '../../schemas/fields.ts';
import { messages } from './index.ts';
import { ruleWords } from './rule-words.ts';
import { expectations } from './science-words.ts';

/**
 * An English message in the reader's language, found by its words; one that is not known stays as it is. Rules within
 * it are put into words in every language.
 * @param english one line, as it was thrown
 */
export function inLanguage(english: string, language: Language): string {
  const exact = byWords.get(english);
  if (exact) return exact[language];
  if (areFaults(english)) return faultsInLanguage(english, language);
  return byForm(english, language, patterns()) ?? english;
}

/** The first form that the words have, filled. */
function byForm(english: string, language: Language, forms: readonly Pattern[]): string | undefined {
  for (const { form, texts } of forms) {
    const found = form.exec(english);
    if (found) return filled(texts[language], found.groups ?? {}, language);
  }
  return undefined;
}

/** A rule that something given breaks, in words: by its code, or by the contract's own words. */
export const ruleInLanguage = (rule: string, language: Language): string =>
  Object.hasOwn(ruleWords, rule) ? ruleWords[rule]![language] : inLanguage(rule, language);

const placeholder = /\{(\w+)\}/g;

const byWords = new Map(messages.filter(({ en }) => !en.includes('{')).map((texts) => [texts.en, texts]));

interface Pattern {
  readonly form: RegExp;
  readonly texts: Texts;
}

let compiled: readonly Pattern[] | undefined;
let compiledExpectations: readonly Pattern[] | undefined;

/** Compiled when the first message is looked for. */
const patterns = () => {
  compiled ??= patternsOf(messages.filter(({ en }) => en.includes('{')));
  return compiled;
};

/** What the science expected, in words; a number is the same in all. */
function expectationInLanguage(english: string, language: Language): string {
  compiledExpectations ??= patternsOf(expectations);
  return byForm(english, language, compiledExpectations) ?? english;
}

/** Those with the most words of their own first. */
const patternsOf = (all: readonly Texts[]): Pattern[] =>
  all
    .toSorted((one, other) => ownWords(other) - ownWords(one))
    .map((texts) => ({ form: formOf(texts.en), texts }));

const ownWords = ({ en }: Texts) => en.replace(placeholder, '').length;

const formOf = (text: string) =>
  new RegExp(
    `^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(placeholder, (_, name) => `(?<${name}>.+?)`)}$`,
    's',
  );

const filled = (text: string, values: Readonly<Record<string, string>>, language: Language) =>
  text.replace(placeholder, (_, name: string) => worded(name, values[name] ?? '', language));

function worded(name: string, value: string, language: Language): string {
  if (name === 'message') return inLanguage(value, language);
  if (name === 'rule') return ruleInLanguage(value, language);
  if (name === 'expectation') return expectationInLanguage(value, language);
  if (name === 'faults') return faultsInLanguage(value, language);
  return value;
}

/** Whether it is places and codes of rules, and nothing else. */
const areFaults = (text: string) =>
  text.split('; ').every((fault) => Object.hasOwn(ruleWords, /^[\w.…]+: (.+)$/.exec(fault)?.[1] ?? ''));

const faultsInLanguage = (faults: string, language: Language) =>
  faults
    .split('; ')
    .map((fault) => faultInLanguage(fault, language))
    .join('; ');

/** `toAgeYears: below fromAgeYears` */
function faultInLanguage(fault: string, language: Language): string {
  const at = fault.indexOf(': ');
  if (at < 0) return inLanguage(fault, language);
  return `\`${fault.slice(0, at)}\`: ${ruleInLanguage(fault.slice(at + 2), language)}`;
}
