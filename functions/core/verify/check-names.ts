import { IdentitySealer } from '../identity/sealed-identity.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { VaultContents } from '../ports/identity-vault.ts';
import type { RotatingKeys } from '../ports/keys.ts';
import type { Finding } from './finding.ts';
import { countNames, IdentityWords, type NamesFound } from './identity-words.ts';

/** The vault and its keys, for whoever may open it. */
export interface OpenVault {
  readonly vault: VaultContents;
  readonly keys: Pick<RotatingKeys, 'vaultKeys'>;
}

/** The names and numbers of everybody in the vault, and what in it does not open; undefined without keys. */
export async function identitiesIn({
  vault,
  keys,
}: OpenVault): Promise<{ words: IdentityWords; findings: Finding[] } | undefined> {
  const words = new IdentityWords();
  const unopened = new Map<string, number>();
  let sealer: IdentitySealer | undefined;
  for await (const { fileId, identities } of vault.each()) {
    const known = sealer ? undefined : await keys.vaultKeys().catch(() => undefined);
    sealer ??= known && new IdentitySealer(known);
    if (!sealer) return undefined;
    for (const { pseudonym, sealed } of identities) {
      try {
        words.add(sealer.open(pseudonym, sealed));
      } catch {
        unopened.set(fileId, (unopened.get(fileId) ?? 0) + 1);
      }
    }
  }
  const findings = [...unopened].map(
    ([fileId, times]) => ({ code: 'identity-unopened', where: `vault/${fileId}.sealed`, times }) as const,
  );
  return { words, findings };
}

/** Bytes in which no text of anybody stands. */
const textless = /\.(parquet|bin)$/;

/** Names and telephone numbers of people in the vault, in a file outside it: how many, and never which. */
export async function nameFindings(
  files: HomeFiles,
  tables: TableContents,
  words: IdentityWords,
  where: string,
): Promise<Finding[]> {
  const found = where.endsWith('.parquet')
    ? await inTable(tables, words, where).catch(() => ({ names: 0, telephones: 0 }))
    : textless.test(where)
      ? { names: 0, telephones: 0 }
      : await countNames(files.read(where), words);
  const { names, telephones } = found;
  return [
    ...(names > 0 ? [{ code: 'name-outside-vault', where, times: names } as const] : []),
    ...(telephones > 0 ? [{ code: 'telephone-outside-vault', where, times: telephones } as const] : []),
  ];
}

/** Each word of a table is looked at once; only rows in which one is part of a name are read as a whole. */
async function inTable(tables: TableContents, words: IdentityWords, path: string): Promise<NamesFound> {
  const suspect = new Set<string>();
  for await (const some of tables.words(path))
    for (const word of some) if (words.isPartOfName(word) || words.isTelephone(word)) suspect.add(word);
  const found = { names: 0, telephones: 0 };
  if (suspect.size === 0) return found;
  for await (const rows of tables.rowsWith(path, [...suspect])) {
    for (const row of rows) {
      const { names, telephones } = words.countIn(row);
      found.names += names;
      found.telephones += telephones;
    }
  }
  return found;
}
