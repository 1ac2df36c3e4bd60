import { createHash } from 'node:crypto';
import { tables } from '../../../data-contracts/schemas/tables.ts';
import type { HomeFiles } from '../ports/home-files.ts';
import { lakeIn } from './check-publications.ts';
import type { Finding, VerificationNote } from './finding.ts';

/** Kept apart from the tables: identities, and what was turned away. */
const keptApart = { vault: '.sealed', quarantine: '.csv' } as const;
const digestOf = '.digest';

/** What lies in the folders that no publication describes. */
export interface KeptApart {
  readonly findings: readonly Finding[];
  readonly notes: readonly VerificationNote[];
}

/**
 * Whether the vault and the quarantine hold a file for every delivery that filled one, with the bytes that were
 * written. An earlier version wrote no digests; of its files it is told that nobody can tell.
 * @param pathsOfAll of the whole home, the vault too
 */
export async function checkKeptApart(files: HomeFiles, pathsOfAll: ReadonlySet<string>): Promise<KeptApart> {
  const findings: Finding[] = [];
  const undigested = new Map<string, number>();
  for (const where of (await expectedFiles(files, pathsOfAll)).filter((path) => !pathsOfAll.has(path)))
    findings.push({ code: 'file-missing', where });
  for (const where of [...pathsOfAll].sort()) {
    const folder = where.slice(0, where.indexOf('/'));
    if (!(folder in keptApart) || !where.endsWith(keptApart[folder as keyof typeof keptApart])) continue;
    const known = await digestsBeside(files, pathsOfAll, where + digestOf);
    if (known === undefined) undigested.set(folder, (undigested.get(folder) ?? 0) + 1);
    else if (!known.includes(await sha256Of(files, where))) findings.push({ code: 'file-changed', where });
  }
  const notes = [...undigested].map(([where, times]) => ({ code: 'without-digest', where, times }) as const);
  return { findings, notes };
}

/** Of every delivered file that had identities, or rows that were turned away. */
async function expectedFiles(files: HomeFiles, paths: ReadonlySet<string>): Promise<string[]> {
  const lake = await lakeIn(files, paths);
  return (lake?.files ?? []).flatMap(({ table, fileId, accepted, quarantined, takesBack }) => [
    ...(tables[table].identityFields.length > 0 && accepted > 0 && !takesBack
      ? [`vault/${fileId}.sealed`]
      : []),
    ...(quarantined > 0 ? [`quarantine/${fileId}.csv`] : []),
  ]);
}

/** Undefined where there are none; none where what is there cannot be read. */
async function digestsBeside(
  files: HomeFiles,
  paths: ReadonlySet<string>,
  path: string,
): Promise<readonly string[] | undefined> {
  if (!paths.has(path)) return undefined;
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(path)) pieces.push(piece);
    const { sha256 } = JSON.parse(Buffer.concat(pieces).toString()) as { sha256: unknown };
    return Array.isArray(sha256) ? sha256 : [];
  } catch {
    return [];
  }
}

async function sha256Of(files: HomeFiles, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of files.read(path)) hash.update(piece);
  return hash.digest('hex');
}
