import { z } from 'zod';
import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Pseudonym } from '../../../data-contracts/schemas/fields.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { AuditLine, AuditLog } from '../ports/audit-log.ts';
import { type AccessPorts, accessInLog, peopleOf } from '../release/access-in-log.ts';

export const AuditSearch = z.object({ client: Pseudonym, requester: Requester });
export type AuditSearch = z.infer<typeof AuditSearch>;

/**
 * Every line of the audit log that concerns a person, in order, with what it says of anybody else left out. The
 * search itself is in the log before it is answered. Lines that are not as they were written are left out, and told
 * of by `verify`.
 * @throws AccessRefused
 */
export async function searchAuditLog(
  ports: AccessPorts,
  { client, requester }: AuditSearch,
): Promise<AuditLine[]> {
  await accessInLog(ports, requester, 'search-audit-log', { client });
  return linesOf(ports.audit, (await peopleOf(ports)).pseudonymsOf(client));
}

/**
 * The lines that concern a person; of a batch of decisions, the person's own.
 * @param pseudonyms all that the person has had
 */
export async function linesOf(audit: AuditLog, pseudonyms: readonly string[]): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  for await (const { line, entry } of audit.lines()) {
    const own = ownPart(entry, pseudonyms);
    if (own) lines.push({ line, entry: own });
  }
  return lines;
}

function ownPart(entry: AuditEntry, pseudonyms: readonly string[]): AuditEntry | undefined {
  if (entry.kind === 'release-decisions') {
    const decisions = entry.decisions.filter(([decided]) => pseudonyms.includes(decided));
    return decisions.length > 0 ? { ...entry, decisions } : undefined;
  }
  if (entry.kind === 'consent-recorded') return pseudonyms.includes(entry.event.client) ? entry : undefined;
  if (entry.kind === 'fault-set-aside')
    return entry.fault.of === 'consent' && pseudonyms.includes(entry.fault.client) ? entry : undefined;
  if (entry.kind === 'access' || entry.kind === 'person-erased')
    return entry.client !== undefined && pseudonyms.includes(entry.client) ? entry : undefined;
  return undefined;
}
