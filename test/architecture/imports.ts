import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** One import as written: who imports, and what (a path from the root, or a package's name). */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
  /** Nothing is loaded by it. */
  readonly isOfTypes: boolean;
}

const statement =
  /(?:^|\n)(?:import|export)\s(?<types>type\s)?[^;]*?from\s+'(?<from>[^']+)'|(?:^|[^.\w])import\(\s*'(?<dynamic>[^']+)'/g;

export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
}

export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(statement)].map(({ groups = {} }) => {
    const specifier = (groups.from ?? groups.dynamic) as string;
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? packageName(specifier) : relative(root, resolve(root, dirname(file), specifier));
    return { from: file, to, isPackage, isOfTypes: groups.types !== undefined };
  });
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}
