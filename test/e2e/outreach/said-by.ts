import type { Language } from '../../../data-contracts/schemas/fields.ts';
import { runHere } from '../run-here.ts';

/** What a command prints in a language; what it says when it refuses is thrown. */
export async function saidBy(home: string, language: Language, words: readonly string[]): Promise<string> {
  const { code, out, err } = await runHere(['--home', home, '--language', language, ...words]);
  if (code !== 0) throw new Error(err.trimEnd().replace(/^ennakko: /, ''));
  return out;
}

/** Words of English that are none in Finnish or Swedish. */
const english =
  /\b(an?|the|of|and|to|is|are|has|have|was|no|not|none|whether|which|people|clients?|today|units?|names?|called|lists?|rows?|reasons?|outcomes?|state|open|closed|made|with|health|centre|home|care|guidance|recorded|reached|declined|shown|team|decides|legal|bases|consent|contacted|whom)\b/gi;

/** English in what was printed in another language; ids, names of files and options, and commands are in none. */
export function englishIn(printed: string): string[] {
  const inWords = printed
    .replaceAll(/ennakko outreach \w+/g, '')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[\w.]+(-[\w.]+)+/g, '');
  return inWords.match(english) ?? [];
}
