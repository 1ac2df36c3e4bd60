import { verifyAgainstAnchors } from '../audit/anchor-check.ts';
import { holdsIdentityCode } from '../identity/personal-identity-code.ts';
import type { AnchorStore } from '../ports/anchor-store.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { Progress } from '../ports/progress.ts';
import { isOlderThanErasure } from '../risk/older-than-erasure.ts';
import { checkConsents } from './check-consents.ts';
import { checkErased } from './check-erased.ts';
import { checkDeliveredRows, checkPublications, readPublication } from './check-publications.ts';
import { countIdentityCodes } from './count-identity-codes.ts';
import type { Finding, VerificationNote } from './finding.ts';

export interface VerifyPorts {
  readonly files: HomeFiles;
  readonly tables: TableContents;
  readonly audit: AuditLog;
  readonly anchors: Pick<AnchorStore, 'list'>;
  readonly records: Pick<ConsentRecords, 'eventsOf'>;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
  /** Every pseudonym by which some people may stand in an answer. */
  readonly namesTold: (clients: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
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
 * Checks a home as it stands: published files unchanged, every delivered row accounted for, the audit log's
 * chain whole and as it was anchored, every consent in the ledger as it was recorded, nothing held of people who have been erased, and no
 * personal identity code anywhere outside the folders that may hold identities.
 */
export async function verifyHome(ports: VerifyPorts): Promise<Verification> {
  const { files, tables, audit, progress } = ports;
  const paths = new Set<string>();
  for await (const path of files.list(identityFolders)) paths.add(path);
  const findings: Finding[] = [];
  for await (const finding of checkPublications(files, paths)) findings.push(finding);
  for await (const finding of checkDeliveredRows(files, tables, paths)) findings.push(finding);
  const { lines, headHash, damage, anchored } = await verifyAgainstAnchors(audit, ports.anchors);
  if (damage) findings.push({ code: 'audit-log-damaged', damage });
  else for await (const finding of checkConsents(audit, ports.records)) findings.push(finding);
  findings.push(...anchored.findings);
  const erased = await ports.erasures.clients();
  const names = damage ? erased : await ports.namesTold(erased);
  for await (const finding of checkErased(files, tables, names)) findings.push(finding);
  progress.begin('verify', paths.size);
  for (const path of [...paths].sort()) {
    findings.push(...(await identityFindings(files, tables, path)));
    progress.advance(1);
  }
  progress.end();
  const publications = [...paths].filter((path) => path.endsWith('/current.json')).length;
  return {
    findings,
    notes: [...anchored.notes, ...(await olderModels(files, paths))],
    publications,
    filesScanned: paths.size,
    auditLines: lines,
    auditHeadHash: headHash,
  };
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
