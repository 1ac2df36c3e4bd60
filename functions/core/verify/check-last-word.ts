import { createHash } from 'node:crypto';
import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import {
  type TableContract,
  type TableName,
  tableNames,
  tables,
} from '../../../data-contracts/schemas/tables.ts';
import { LakeSummary, lakeFileName, lakeStation } from '../ingest/lake-manifest.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import { readPublication } from './check-publications.ts';
import type { Finding, VerificationNote } from './finding.ts';

/**
 * Whether the last word on every row can be told: of one place one file, in one delivery each key once, every row under
 * its own delivery. Where not, chance would decide; and client-months of nobody are none.
 */
export async function* checkLastWord(
  files: HomeFiles,
  contents: TableContents,
  paths: ReadonlySet<string>,
): AsyncGenerator<Finding> {
  const lake = await lakeIn(files, paths);
  for (const { delivery, name, times } of placesTwice(lake?.files ?? []))
    yield { code: 'place-taken-twice', where: `${delivery}/${name}`, times };
  for (const table of tableNames) {
    const contract: TableContract = tables[table];
    const own = (lake?.files ?? []).filter((file) => file.table === table);
    const there = own
      .map((file) => `${lakeStation}/lake/${lakeFileName(file)}`)
      .filter((path) => paths.has(path));
    if (!contract.ownDay || there.length === 0) continue;
    const times = await contents.repeatedKeys(there, contract.key.map(lakeColumnOf)).catch(() => 0);
    if (times > 0) yield { code: 'key-repeated-in-delivery', where: `${lakeStation}/lake/${table}`, times };
  }
  for (const path of [...paths].filter((each) => /^client-months\/.*\/current\.json$/.test(each)).sort()) {
    const made = await readPublication(files, path);
    if (made?.summary.rows === 0) yield { code: 'no-client-months', where: made.station };
  }
}

type Files = LakeSummary['files'];

async function lakeIn(files: HomeFiles, paths: ReadonlySet<string>): Promise<LakeSummary | undefined> {
  const path = `${lakeStation}/current.json`;
  const publication = paths.has(path) ? await readPublication(files, path) : undefined;
  return LakeSummary.safeParse(publication?.summary).data;
}

function placesTwice(files: Files) {
  const places = new Map<string, { delivery: string; name: string; times: number }>();
  for (const { delivery, name, table } of files) {
    const place = `${delivery}/${name} ${table}`;
    places.set(place, { delivery, name, times: (places.get(place)?.times ?? 0) + 1 });
  }
  return [...places.values()].filter(({ times }) => times > 1);
}

const plainFile = new RegExp(
  `^landing/([^/]+)/((${tableNames.join('|')})(?:\\.[A-Za-z0-9_-]+)?\\.(?:csv|parquet))$`,
);

/** Files that lie in `landing/` and of which the tables do not tell, or tell of another content. */
export async function notTakenIn(files: HomeFiles, paths: ReadonlySet<string>): Promise<VerificationNote[]> {
  const lake = await lakeIn(files, paths);
  const lying: string[] = [];
  for await (const path of files.list(['vault', 'truth', 'keys'])) if (plainFile.test(path)) lying.push(path);
  const known = new Set((lake?.files ?? []).map(({ fileId }) => fileId));
  const notes: VerificationNote[] = [];
  for (const where of lying.sort()) {
    const [, delivery = '', , table] = plainFile.exec(where) ?? [];
    if (!known.has(await fileIdOf(files, where, delivery, table as TableName)))
      notes.push({ code: 'not-taken-in', where });
  }
  return notes;
}

async function fileIdOf(files: HomeFiles, path: string, delivery: string, table: TableName): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.read(path)) hash.update(piece);
  return `${delivery}.${hash.update(table).digest('hex').slice(0, 16)}`;
}
