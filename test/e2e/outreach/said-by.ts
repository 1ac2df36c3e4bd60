import { vi } from 'vitest';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import { commandLine } from '../../../runner/command-line.ts';
import { afterCommand } from '../../../runner/home.ts';

/** What a command prints in a language; what it says when it refuses is thrown. */
export async function saidBy(home: string, language: Language, words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    const argv = ['--home', home, '--language', language, ...words];
    await commandLine().parseAsync(argv, { from: 'user' });
    await afterCommand();
  } finally {
    write.mockRestore();
  }
  return printed.join('');
}

/** Words of English that are none in Finnish or Swedish. */
const english =
  /\b(an?|the|of|and|to|is|are|has|have|was|no|not|none|whether|which|people|clients?|today|units?|names?|called|lists?|rows?|reasons?|outcomes?|state|open|closed|made|with|health|centre|home|care|guidance|recorded|reached|declined|shown|team|decides|legal|bases|consent|contacted|whom)\b/gi;

/** English in what was printed in another language; ids, names of files and options, and commands are in none. */
export function englishIn(printed: string): string[] {
  const inWords = printed
    .replaceAll('ennakko outreach units', '')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[\w.]+(-[\w.]+)+/g, '');
  return inWords.match(english) ?? [];
}
