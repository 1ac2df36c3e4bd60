import { createHash } from 'node:crypto';
import { LakeSummary, lakeFileName, lakeStation } from '../ingest/lake-manifest.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { Publication } from '../ports/publication-store.ts';
import type { Finding } from './finding.ts';

const currentFile = '/current.json';

/** Whether every published file is there with the bytes it was published with, among the paths of a home. */
export async function* checkPublications(
  files: HomeFiles,
  paths: ReadonlySet<string>,
): AsyncGenerator<Finding> {
  for (const path of [...paths].filter((each) => each.endsWith(currentFile)).sort()) {
    const publication = await readPublication(files, path);
    if (!publication) {
      yield { code: 'publication-unreadable', where: path };
      continue;
    }
    for (const { name, sha256 } of publication.files) {
      const where = `${publication.station}/${publication.run}/${name}`;
      if (!paths.has(where)) yield { code: 'file-missing', where };
      else if ((await sha256Of(files, where)) !== sha256) yield { code: 'file-changed', where };
    }
  }
}

/** What the lake says of the files taken in; undefined: there is none, or it cannot be read. */
export async function lakeIn(files: HomeFiles, paths: ReadonlySet<string>): Promise<LakeSummary | undefined> {
  const path = `${lakeStation}${currentFile}`;
  const publication = paths.has(path) ? await readPublication(files, path) : undefined;
  return LakeSummary.safeParse(publication?.summary).data;
}

/** Whether accepted + quarantined + erased = delivered for every delivered file, and its table holds what was accepted. */
export async function* checkDeliveredRows(
  files: HomeFiles,
  tables: TableContents,
  paths: ReadonlySet<string>,
): AsyncGenerator<Finding> {
  const path = `${lakeStation}${currentFile}`;
  const publication = paths.has(path) ? await readPublication(files, path) : undefined;
  if (!publication) return;
  const summary = LakeSummary.safeParse(publication.summary);
  if (!summary.success) return yield { code: 'publication-unreadable', where: path };
  for (const file of summary.data.files) {
    const { delivered, accepted, quarantined, erased = 0 } = file;
    const where = `${file.delivery}/${file.name}`;
    if (accepted + quarantined + erased !== delivered) {
      yield { code: 'rows-do-not-add-up', where, delivered, accepted, quarantined, erased };
    }
    const table = `${publication.station}/${publication.run}/${lakeFileName(file)}`;
    if (!paths.has(table)) continue;
    const found = await tables.rows(table).catch(() => undefined);
    if (found === undefined) yield { code: 'table-unreadable', where: table };
    else if (found !== accepted) yield { code: 'rows-not-as-accepted', where, accepted, found };
  }
}

/** The publication that a `current.json` describes, if it can be read and stands where it says. */
export async function readPublication(files: HomeFiles, path: string): Promise<Publication | undefined> {
  try {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of files.read(path)) text += decoder.decode(piece, { stream: true });
    const publication = JSON.parse(text) as Publication;
    const standsThere = `${publication.station}${currentFile}` === path && Array.isArray(publication.files);
    return standsThere ? publication : undefined;
  } catch {
    return undefined;
  }
}

async function sha256Of(files: HomeFiles, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.read(path)) hash.update(piece);
  return hash.digest('hex');
}
