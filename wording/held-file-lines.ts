import type { Language } from '../data-contracts/schemas/fields.ts';
import type { HeldFile } from '../data-contracts/schemas/held-file.ts';
import { rightsTexts } from '../data-contracts/vocabularies/rights-texts.ts';
import { dayInWords } from './days-in-words.ts';
import { say } from './say.ts';

/** Files in which a person is named, or may be, and how long each is kept: a line of Markdown each. */
export const heldFileLines = (files: readonly HeldFile[], language: Language): string[] =>
  files.map(({ file, rows, turnedAway, keptUntil }) => {
    const line =
      rows === null
        ? say(rightsTexts.fileNotSearched, language, { file })
        : say(rightsTexts.fileLine, language, { file, rows, turnedAway });
    return keptLine(line, keptUntil, language);
  });

/** The same without the files' names: how many there are that are kept equally long. */
export function heldFileCounts(files: readonly HeldFile[], language: Language): string[] {
  const alike = new Map<string, HeldFile[]>();
  for (const file of files) {
    const key = `${file.keptUntil} ${file.rows === null}`;
    alike.set(key, [...(alike.get(key) ?? []), file]);
  }
  return [...alike.values()].map((group) => {
    const { rows, keptUntil } = group[0]!;
    const values = {
      files: group.length,
      rows: group.reduce((sum, one) => sum + (one.rows ?? 0), 0),
    };
    const line = say(
      rows === null ? rightsTexts.filesNotSearched : rightsTexts.filesNaming,
      language,
      values,
    );
    return keptLine(line, keptUntil, language);
  });
}

const keptLine = (line: string, keptUntil: string | null, language: Language) =>
  keptUntil === null
    ? `- ${say(rightsTexts.fileByHand, language, { line })}`
    : `- ${say(rightsTexts.fileUntil, language, { line, day: dayInWords(keptUntil, language) })}`;
