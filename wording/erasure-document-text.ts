import type { Erasure } from '../data-contracts/schemas/erasure.ts';
import type { Language, Texts } from '../data-contracts/schemas/fields.ts';
import type { KeptRecord } from '../data-contracts/schemas/kept-record.ts';
import type { TableName } from '../data-contracts/schemas/tables.ts';
import { erasureTexts } from '../data-contracts/vocabularies/erasure-texts.ts';
import { rightsTexts } from '../data-contracts/vocabularies/rights-texts.ts';
import { dayInWords } from './days-in-words.ts';
import { heldFileLines } from './held-file-lines.ts';
import { say } from './say.ts';

/** That a person's data were erased, what is kept and by what law, in their language, in Markdown. */
export function erasureDocumentText(
  { at, erased, files }: Erasure,
  kept: readonly KeptRecord[],
  language: Language,
): string {
  const t = (text: Texts, values: Record<string, string | number> = {}) => say(text, language, values);
  const words = erasureTexts;
  const tables = Object.entries(erased.tables).map(([table, count]) =>
    t(words.table, { table: rightsTexts.tables[table as TableName][language], count }),
  );
  const others = (['identities', 'clientMonths', 'scores', 'listRows'] as const)
    .filter((name) => erased[name] > 0)
    .map((name) => t(words[name], { count: erased[name] }));
  const lines = [...tables, ...others].map((line) => `- ${line}`);
  const keptLines = kept.map(
    ({ what, why, provision }) =>
      `- ${t(words.kept, { what: what[language], why: why[language], provision: provision[language] })}`,
  );
  return [
    `# ${t(words.title)}`,
    t(words.doneAt, { day: dayInWords(at, language) }),
    `## ${t(words.erasedTitle)}`,
    lines.join('\n') || t(words.nothing),
    t(words.fromNow),
    ...(erased.clientMonths > 0 ? [t(words.model)] : []),
    ...(erased.listRows > 0 ? [t(words.takenOut)] : []),
    `## ${t(words.filesTitle)}`,
    ...(files.length > 0
      ? [t(words.filesWhy), heldFileLines(files, language).join('\n')]
      : [t(words.noFiles)]),
    `## ${t(words.keptTitle)}`,
    keptLines.join('\n'),
    ...(kept.every(({ confirmed }) => confirmed) ? [] : [t(words.unconfirmed)]),
    `${t(words.complain)}\n`,
  ].join('\n\n');
}
