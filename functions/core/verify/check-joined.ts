import { tables } from '../../../data-contracts/schemas/tables.ts';
import { joinPeople } from '../identity/joined-people.ts';
import { joinedPeopleFrom } from '../ingest/joined-people-in.ts';
import { type LakeFileRecord, lakeFileName, lakeStation } from '../ingest/lake-manifest.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import { lakeIn } from './check-publications.ts';
import type { Finding } from './finding.ts';

const pathOf = (file: LakeFileRecord) => `${lakeStation}/lake/${lakeFileName(file)}`;

/**
 * Whether everybody stands under one pseudonym who has been called by several identifiers, as the deliveries say; and
 * where they say what joins nobody.
 */
export async function* checkJoined(
  files: HomeFiles,
  contents: TableContents,
  paths: ReadonlySet<string>,
): AsyncGenerator<Finding> {
  const lake = await lakeIn(files, paths);
  const there = (lake?.files ?? []).filter((file) => paths.has(pathOf(file)));
  const sayers = new Map(
    there.filter(({ table }) => table === 'former-identifiers').map((file) => [pathOf(file), file]),
  );
  const stated = await contents.statedIdentities([...sayers.keys()]).catch(() => []);
  const { people, faults } = joinPeople(stated);
  for (const [path, { delivery, name }] of sayers) {
    const formers = new Set(stated.filter(({ location }) => location === path).map(({ former }) => former));
    for (const code of ['claimed-by-two', 'in-a-circle'] as const) {
      const times = [...formers].filter((former) => faults.get(former) === code).length;
      const where = `${delivery}/${name} · formerIdentifier`;
      if (times > 0) yield { code: `identifier-${code}`, where, times };
    }
  }
  const joined = lake?.joined && `${lakeStation}/lake/${lake.joined.file}`;
  const known = joined && paths.has(joined) ? joinedPeopleFrom(await bytesOf(files, joined)).pairs : [];
  if (JSON.stringify(known) !== JSON.stringify(people.pairs))
    yield {
      code: 'people-not-joined',
      where: `${lakeStation}/lake/former-identifiers`,
      times: people.pairs.length,
    };
  const former = new Set(people.pairs.map(([one]) => one));
  if (former.size === 0) return;
  for (const file of there) {
    if ('saysWhoIsWho' in tables[file.table]) continue;
    const times = await contents.rowsOf(pathOf(file), former).catch(() => 0);
    if (times > 0) yield { code: 'people-not-joined', where: pathOf(file), times };
  }
}

async function bytesOf(files: HomeFiles, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.read(path)) pieces.push(piece);
  return Buffer.concat(pieces);
}
