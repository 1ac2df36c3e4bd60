import { lakeColumnOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableContract, tableNames, tables } from '../../../data-contracts/schemas/tables.ts';
import { fileIdOf } from '../ingest/file-id.ts';
import { IngestError } from '../ingest/ingest-error.ts';
import { type LakeSummary, lakeFileName, lakeStation } from '../ingest/lake-manifest.ts';
import { type Landing, surveyLanding } from '../ingest/landing-survey.ts';
import type { DeliveredFile } from '../ports/delivery-source.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import { lakeIn, readPublication } from './check-publications.ts';
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

function placesTwice(files: Files) {
  const places = new Map<string, { delivery: string; name: string; times: number }>();
  for (const { delivery, name, table } of files) {
    const place = `${delivery}/${name} ${table}`;
    places.set(place, { delivery, name, times: (places.get(place)?.times ?? 0) + 1 });
  }
  return [...places.values()].filter(({ times }) => times > 1);
}

/** Files that lie in `landing/` and of which the tables do not tell, or tell of another content. */
export async function notTakenIn(files: HomeFiles, paths: ReadonlySet<string>): Promise<VerificationNote[]> {
  const lake = await lakeIn(files, paths);
  const known = new Set((lake?.files ?? []).map(({ fileId }) => fileId));
  const landing = await landingOf(files);
  const notTaken = new Set<string>();
  try {
    for (const one of (await surveyLanding(landing)).expected)
      if (!known.has(await fileIdOf(landing, one))) notTaken.add(placeOf(one.file));
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    notTaken.add('landing'); // nothing of it can be taken in: `ingest` says why
  }
  return [...notTaken].sort().map((where) => ({ code: 'not-taken-in', where }));
}

const placeOf = ({ delivery, name }: { readonly delivery: string; readonly name: string }) =>
  `landing/${delivery}/${name}`;

/** A home's landing place, as ingest looks at it. */
async function landingOf(files: HomeFiles): Promise<Landing> {
  const lying = new Map<string, DeliveredFile[]>();
  for await (const path of files.list(['vault', 'truth', 'keys'])) {
    const [, delivery, name] = /^landing\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (!delivery || !name) continue;
    lying.set(delivery, [...(lying.get(delivery) ?? []), { delivery, name, bytes: 0 }]);
  }
  return {
    deliveries: async () => [...lying.keys()].sort(),
    files: async (delivery) =>
      (lying.get(delivery) ?? []).sort((one, other) => (one.name < other.name ? -1 : 1)),
    strayFiles: async () => [],
    read: (file) => files.read(placeOf(file)),
  };
}
