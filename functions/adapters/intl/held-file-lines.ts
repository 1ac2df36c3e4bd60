import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { HeldFile } from '../../../data-contracts/schemas/held-file.ts';
import { rightsTexts } from '../../../data-contracts/vocabularies/rights-texts.ts';
import { dayInWords } from './days-in-words.ts';
import { say } from './intl-wording.ts';

/** Files in which a person is named, or may be, and how long each is kept: a line of Markdown each. */
export const heldFileLines = (files: readonly HeldFile[], language: Language): string[] =>
  files.map(({ file, rows, turnedAway, keptUntil }) => {
    const line =
      rows === null
        ? say(rightsTexts.fileNotSearched, language, { file })
        : say(rightsTexts.fileLine, language, { file, rows, turnedAway });
    return keptUntil === null
      ? `- ${say(rightsTexts.fileByHand, language, { line })}`
      : `- ${say(rightsTexts.fileUntil, language, { line, day: dayInWords(keptUntil, language) })}`;
  });
