import { verifyAgainstAnchors } from '../audit/anchor-check.ts';
import type { AnchorStore } from '../ports/anchor-store.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentKeeping } from '../ports/consent-records.ts';
import { checkConsents } from './check-consents.ts';
import type { Finding, VerificationNote } from './finding.ts';
import { instantsAhead } from './instants-ahead.ts';

export interface CheckLogPorts {
  readonly audit: AuditLog;
  readonly anchors: Pick<AnchorStore, 'list'>;
  readonly records: ConsentKeeping;
}

/** What the audit log shows of itself and of the ledger. */
export interface LogCheck {
  readonly findings: readonly Finding[];
  readonly notes: readonly VerificationNote[];
  readonly lines: number;
  readonly headHash: string;
}

/** Whether the audit log is as it was written and anchored, its instants have come, and the ledger of consents says the same. */
export async function checkLog({ audit, anchors, records }: CheckLogPorts, now: string): Promise<LogCheck> {
  const { lines, headHash, faults, anchored } = await verifyAgainstAnchors(audit, anchors);
  const findings: Finding[] = faults
    .filter(({ setAside }) => !setAside)
    .map(({ code, line, id }) => ({ code: 'audit-log-damaged', damage: { code, line }, id }));
  findings.push(...anchored.findings);
  const ahead = await instantsAhead(audit, now);
  for (const { setAside, ...run } of ahead)
    if (!setAside) findings.push({ code: 'audit-instant-ahead', ...run });
  for await (const finding of checkConsents(audit, records, now)) findings.push(finding);
  return { findings, notes: [...anchored.notes, ...(await notesOf(audit, records))], lines, headHash };
}

/** Everything that was ever set aside, as the log says it, and what is being recorded. */
async function notesOf(audit: AuditLog, records: ConsentKeeping): Promise<VerificationNote[]> {
  const notes: VerificationNote[] = [];
  for await (const { line, entry } of audit.lines())
    if (entry.kind === 'fault-set-aside')
      notes.push({ code: 'set-aside', id: entry.faultId, line, at: entry.at, by: entry.requester.id });
  const times = (await records.underWay()).length;
  return times > 0 ? [...notes, { code: 'consent-under-way', times }] : notes;
}
