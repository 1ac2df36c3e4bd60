import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../../../data-contracts/schemas/fields.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The walk of one day, by the language that it is written in. */
export const guides: Readonly<Record<Language, string>> = {
  en: join(root, 'docs/guide/one-day.md'),
  fi: join(root, 'docs/guide/yksi-paiva.md'),
  sv: join(root, 'docs/guide/en-dag.md'),
};

/** What a guide's `sh` blocks say, in order, lines that go on on the next as one. */
export function commandsOf(guide: string): string[] {
  const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!);
  return blocks
    .join('')
    .replaceAll(/\\\n\s*/g, '')
    .replaceAll(/\|\n\s*/g, '| ')
    .trimEnd()
    .split('\n');
}

/** What stands in a guide as printed, by its name. */
const printedBlock = (name: string) =>
  new RegExp(`(?<=^<!-- printed: ${name} -->\\n\`\`\`text\\n).*?(?=^\`\`\`$)`, 'ms');

export const printedIn = (guide: string, name: string): string => printedBlock(name).exec(guide)?.[0] ?? '';

export const withPrinted = (guide: string, name: string, text: string): string =>
  guide.replace(printedBlock(name), () => `${text.trimEnd()}\n`);

/**
 * Runs a guide's commands one after another in one shell, in a folder in which the county lies as `npm start` leaves
 * it; the first that fails ends it.
 * @returns what each printed, by its place
 * @throws Error with what the failing command said
 */
export function walk(language: Language, folder: string): Promise<string[]> {
  const program = `npx() { shift; '${process.execPath}' '${root}/runner/ennakko.mjs' "$@"; }`;
  const [begin, ...commands] = commandsOf(readFileSync(guides[language], 'utf8'));
  const script = [
    'set -e',
    program,
    begin,
    ...commands.flatMap((command) => [command, `echo '${mark}'`]),
  ].join('\n');
  const env = { ...process.env, COLUMNS: '96' };
  return new Promise((done, fail) =>
    execFile('sh', ['-c', script], { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, out, err) =>
      error ? fail(new Error(`${err}\n${out.slice(-500)}`)) : done(out.split(`${mark}\n`).slice(0, -1)),
    ),
  );
}

const mark = '-- the next --';
