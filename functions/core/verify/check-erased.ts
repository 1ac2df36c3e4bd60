import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { Finding } from './finding.ts';

/** Where an erased person may still be named: what was delivered, what must be kept, and the keys. */
const mayName = ['landing', 'truth', 'audit', 'consents', 'erasures', 'keys'] as const;

/** What says who is who: by it a later delivery does not bring the person back. */
const sayWhoIsWho = ['tables/lake/former-identifiers/', 'tables/lake/joined/'];

/** Whether anything is held of people who have been erased, in any file but those that must be kept. */
export async function* checkErased(
  files: HomeFiles,
  tables: TableContents,
  erased: ReadonlySet<string>,
): AsyncGenerator<Finding> {
  if (erased.size === 0) return;
  const paths: string[] = [];
  for await (const path of files.list(mayName))
    if (!sayWhoIsWho.some((folder) => path.startsWith(folder))) paths.push(path);
  for (const where of paths.sort()) {
    const times = where.endsWith('.parquet')
      ? await tables.rowsOf(where, erased).catch(() => 0)
      : await timesNamed(files.read(where), erased);
    if (times > 0) yield { code: 'erased-person-held', where, times };
  }
}

const pseudonym = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g;
/** Longer than a pseudonym and the signs beside it. */
const heldBack = 34;

async function timesNamed(content: AsyncIterable<Uint8Array>, erased: ReadonlySet<string>): Promise<number> {
  const decoder = new TextDecoder('latin1');
  let times = 0;
  let text = '';
  const count = (until: number) => {
    for (const { 0: named, index } of text.matchAll(pseudonym))
      if (index < until && erased.has(named)) times += 1;
  };
  for await (const piece of content) {
    text += decoder.decode(piece);
    const until = Math.max(0, text.length - heldBack);
    count(until);
    text = text.slice(until);
  }
  count(text.length);
  return times;
}
