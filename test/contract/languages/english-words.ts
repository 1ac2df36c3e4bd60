import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ostrobothnia } from '../../../data-contracts/vocabularies/municipalities.ts';

const vocabularies = join(import.meta.dirname, '../../../data-contracts/vocabularies');

/** Every text in three languages that the vocabularies have. */
async function everyText(): Promise<Record<'fi' | 'sv' | 'en', string>[]> {
  const files = readdirSync(vocabularies, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.ts'),
  );
  const found: Record<'fi' | 'sv' | 'en', string>[] = [];
  const seen = new Set<unknown>();
  const look = (one: unknown) => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    const { fi, sv, en } = one as Record<string, unknown>;
    if ([fi, sv, en].every((text) => typeof text === 'string')) found.push(one as never);
    for (const part of one instanceof Map ? one.values() : Object.values(one)) look(part);
  };
  for (const file of files) look(await import(pathToFileURL(join(vocabularies, file)).href));
  return found;
}

/** What a message format says to the machine: names of values, and which of its forms is which. */
const withoutFormat = (text: string) =>
  text.replace(/\{\w+(, (plural|select),)?/g, ' ').replace(/(=\d+|\b[a-z]+) ?\{/g, ' ');

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Words that English shares with Finnish or Swedish without the vocabularies showing it. */
const shared = new Set([
  ...Object.values(ostrobothnia).flatMap((names) => Object.values(names).flatMap(wordsOf)),
  'man',
]);

/** Words of the English vocabulary that neither Finnish nor Swedish has there. */
export async function englishWords(): Promise<ReadonlySet<string>> {
  const texts = await everyText();
  const others = new Set(texts.flatMap(({ fi, sv }) => [fi, sv].map(withoutFormat).flatMap(wordsOf)));
  const english = new Set(texts.flatMap(({ en }) => wordsOf(withoutFormat(en))));
  return new Set([...english].filter((word) => !others.has(word) && !shared.has(word)));
}

/** What stays English beside Finnish and Swedish: names of a machine, and nothing else. */
const machineNames = [
  // in backticks or as code, between angle brackets, as a path, file or option
  /`[^`]*`/g,
  /<code>[^<]*<\/code>/g,
  /<(style|script)[^>]*>[\s\S]*?<\/\1>/g,
  /<[^>]*>/g,
  /(?<![\p{L}\d])-{1,2}[a-z][a-z-]*/gu,
  /[\w.…-]*\/[\w./…<>-]*/g,
  /[\w-]+\.(json|csv|md|ts|html|parquet|ndjson|example)\b/g,
  /[\w.-]+@[\w.-]+/g,
  // ids: `client-guidance-905`, `home-rehabilitation=120`, `horizonMonths`, `age_years`, `entry.2.provision`
  /\b[a-z]+(?:[-_.=][\w-]+)+/g,
  /\b[a-z]+[A-Z]\w*/g,
  /'[^'\n]*'/g,
  /\b[0-9a-f-]{12,}…?/g,
  // choices and defaults, in help and errors, which are typed as they are
  /(vaihtoehdot|oletus|möjligheter|förval): [^)]*/gi,
  /(Vaihtoehdot ovat|Möjligheterna är|odotettu jokin näistä:|väntat något av) [^\n]*/gi,
  /(Odotettu joitakin näistä:|Väntat: några av) [^\n]*/gi,
];

/** English words in a text that should have none, the machine's names left out. */
export function englishIn(text: string, english: ReadonlySet<string>): string[] {
  const prose = machineNames.reduce((rest, name) => rest.replace(name, ' '), text);
  return [...new Set(wordsOf(prose).filter((word) => english.has(word)))];
}
