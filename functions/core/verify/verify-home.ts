import { holdsIdentityCode } from '../ingest/personal-identity-code.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { HomeFiles, TableContents } from '../ports/home-files.ts';
import type { Progress } from '../ports/progress.ts';
import { checkDeliveredRows, checkPublications } from './check-publications.ts';
import { countIdentityCodes } from './count-identity-codes.ts';
import type { Finding } from './finding.ts';

export interface VerifyPorts {
  readonly files: HomeFiles;
  readonly tables: TableContents;
  readonly audit: AuditLog;
  readonly progress: Progress;
}

export interface Verification {
  readonly findings: readonly Finding[];
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
 * chain whole, and no personal identity code anywhere outside the folders that may hold identities.
 */
export async function verifyHome({ files, tables, audit, progress }: VerifyPorts): Promise<Verification> {
  const paths = new Set<string>();
  for await (const path of files.list(identityFolders)) paths.add(path);
  const findings: Finding[] = [];
  for await (const finding of checkPublications(files, paths)) findings.push(finding);
  for await (const finding of checkDeliveredRows(files, tables, paths)) findings.push(finding);
  const { lines, headHash, damage } = await audit.verify();
  if (damage) findings.push({ code: 'audit-log-damaged', damage });
  progress.begin('verify', paths.size);
  for (const path of [...paths].sort()) {
    findings.push(...(await identityFindings(files, tables, path)));
    progress.advance(1);
  }
  progress.end();
  const publications = [...paths].filter((path) => path.endsWith('/current.json')).length;
  return {
    findings,
    publications,
    filesScanned: paths.size,
    auditLines: lines,
    auditHeadHash: headHash,
  };
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
