import { holdsIdentityCode } from '../identity/personal-identity-code.ts';
import type { AnchorStore } from '../ports/anchor-store.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentKeeping } from '../ports/consent-records.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { Progress } from '../ports/progress.ts';
import { isOlderThanErasure } from '../risk/older-than-erasure.ts';
import { checkErased } from './check-erased.ts';
import { checkJoined } from './check-joined.ts';
import { checkKeptApart } from './check-kept-apart.ts';
import { checkLastWord, notTakenIn } from './check-last-word.ts';
import { checkLatest } from './check-latest.ts';
import { checkLog } from './check-log.ts';
import { checkMissing } from './check-missing.ts';
import { identitiesIn, nameFindings, type OpenVault } from './check-names.ts';
import { checkDeliveredRows, checkPublications, readPublication } from './check-publications.ts';
import { checkRecords } from './check-records.ts';
import { countIdentityCodes } from './count-identity-codes.ts';
import type { Finding, VerificationNote } from './finding.ts';

export interface VerifyPorts {
  readonly files: HomeFiles;
  readonly tables: TableContents;
  readonly audit: AuditLog;
  readonly anchors: Pick<AnchorStore, 'list'>;
  readonly records: ConsentKeeping;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
  /** Every pseudonym by which some people may stand in an answer. */
  readonly namesTold: (clients: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
  readonly clock: Clock;
  /** Absent: the vault is not opened, and nobody's name is looked for. */
  readonly identities?: OpenVault | undefined;
  readonly progress: Progress;
}

export interface Verification {
  readonly findings: readonly Finding[];
  readonly notes: readonly VerificationNote[];
  /** What was looked at, so that no findings means something. */
  readonly publications: number;
  readonly filesScanned: number;
  readonly auditLines: number;
  /** Hash of the audit log's last line; noted down elsewhere, it proves later that the log was not made anew. */
  readonly auditHeadHash: string;
}

/** Folders that may hold identities: what was delivered, the vault, its keys, and the simulator's truth. */
export const identityFolders = ['landing', 'vault', 'truth', 'keys'] as const;

/**
 * Checks a home as it stands: published files there and unchanged, every delivered row accounted for, the vault and the
 * quarantine whole, the audit log's chain whole, as it was anchored and saying the same as the consent ledger, every record readable,
 * nothing held of people who have been erased, and no personal identity code, name or telephone number anywhere
 * outside the folders that may hold identities.
 */
export async function verifyHome(ports: VerifyPorts): Promise<Verification> {
  const { files, tables, progress } = ports;
  const paths = new Set<string>();
  for await (const path of files.list(identityFolders)) paths.add(path);
  const pathsOfAll = new Set<string>(paths);
  for await (const path of files.list(identityFolders.filter((folder) => folder !== 'vault')))
    pathsOfAll.add(path);
  const findings: Finding[] = [];
  for await (const finding of checkPublications(files, paths)) findings.push(finding);
  findings.push(...(await checkMissing(ports.audit, paths)));
  for await (const finding of checkDeliveredRows(files, tables, paths)) findings.push(finding);
  for await (const finding of checkLastWord(files, tables, paths)) findings.push(finding);
  for await (const finding of checkJoined(files, tables, paths)) findings.push(finding);
  const keptApart = await checkKeptApart(files, pathsOfAll);
  const log = await checkLog(ports, ports.clock.now());
  findings.push(...keptApart.findings, ...log.findings);
  for await (const finding of checkRecords(files, paths)) findings.push(finding);
  const erased = await ports.namesTold(await ports.erasures.clients());
  for await (const finding of checkErased(files, tables, erased)) findings.push(finding);
  const identities = ports.identities && (await identitiesIn(ports.identities));
  const unopened: VerificationNote[] =
    ports.identities && !identities ? [{ code: 'vault-not-opened', where: 'vault' }] : [];
  findings.push(...(identities?.findings ?? []));
  progress.begin('verify', paths.size);
  for (const path of [...paths].sort()) {
    findings.push(...(await identityFindings(files, tables, path)));
    if (identities) findings.push(...(await nameFindings(files, tables, identities.words, path)));
    progress.advance(1);
  }
  progress.end();
  const publications = [...paths].filter((path) => path.endsWith('/current.json')).length;
  return {
    findings,
    notes: [
      ...(await olderModels(files, paths)),
      ...(await checkLatest(files, paths)),
      ...keptApart.notes,
      ...unopened,
      ...leftBehind(pathsOfAll),
      ...(await notTakenIn(files, paths)),
      ...log.notes,
    ],
    publications,
    filesScanned: paths.size,
    auditLines: log.lines,
    auditHeadHash: log.headHash,
  };
}

/** What a writing leaves that is cut short, by folder: nothing reads it. */
function leftBehind(paths: ReadonlySet<string>): VerificationNote[] {
  const times = new Map<string, number>();
  for (const path of [...paths].filter((each) => each.endsWith('.part')).sort()) {
    const where = path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
    times.set(where, (times.get(where) ?? 0) + 1);
  }
  return [...times].map(([where, count]) => ({ code: 'left-behind', where, times: count }));
}

async function olderModels(files: HomeFiles, paths: ReadonlySet<string>): Promise<VerificationNote[]> {
  const models = [...paths].filter((path) => /^models\/.*\/current\.json$/.test(path)).sort();
  const read = await Promise.all(models.map((path) => readPublication(files, path)));
  return read
    .filter((model) => model !== undefined && isOlderThanErasure(model))
    .map((model) => ({ code: 'model-older-than-erasure', where: model!.station }));
}

async function identityFindings(files: HomeFiles, tables: TableContents, path: string): Promise<Finding[]> {
  const inBytes = await countIdentityCodes(files.read(path));
  const inTexts = path.endsWith('.parquet') ? await countInTexts(tables, path) : 0;
  if (inTexts === undefined) return [{ code: 'table-unreadable', where: path }, ...found(path, inBytes)];
  return found(path, inTexts || inBytes);
}

const found = (where: string, times: number): Finding[] =>
  times > 0 ? [{ code: 'identity-code-outside-vault', where, times }] : [];

/** How many texts inside a table hold a personal identity code; undefined when the table cannot be read. */
async function countInTexts(tables: TableContents, path: string): Promise<number | undefined> {
  let times = 0;
  try {
    for await (const texts of tables.suspectTexts(path)) times += texts.filter(holdsIdentityCode).length;
  } catch {
    return undefined;
  }
  return times;
}
