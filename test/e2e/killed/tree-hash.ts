import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below a folder by its path, with the SHA-256 of its bytes; the audit log, which tells
 * time, the home’s own key that signs it, the questions of a day, among which one that was cut off counts too, and
 * what is left of unfinished work are left out.
 */
export function treeHash(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const unlike = ['audit', '.work', 'keys/anchor.key', 'answers/questions'].map((name) => join(folder, name));
  const kept = names.filter((name) => !unlike.some((start) => name.startsWith(start)));
  return Object.fromEntries(
    kept.map((name) => [
      name.slice(folder.length),
      createHash('sha256').update(readFileSync(name)).digest('hex'),
    ]),
  );
}
