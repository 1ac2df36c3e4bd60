import { createHash } from 'node:crypto';
import type { ConsentNotice, RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import { ConsentIdTaken, type ConsentRecords } from '../ports/consent-records.ts';

export interface LogFirstPorts {
  readonly records: ConsentRecords;
  readonly audit: AuditLog;
}

/**
 * Records a notice durably: in the audit log first, then in the ledger. Cut off between the two, it is finished by a
 * later recording; an event in the ledger that no line of the log tells of is never the service's own.
 */
export function recordInLog(
  { records, audit }: LogFirstPorts,
  requester: Requester,
  notice: Omit<ConsentNotice, 'recordedBy'>,
  at: string,
): Promise<RecordedConsent> {
  return records.record({ ...notice, recordedBy: requester.id }, at, (event) =>
    audit.append([{ kind: 'consent-recorded', at, requestId: requestIdOf(event), requester, event }]),
  );
}

/** Longer than anything that records lives after it has begun: what began earlier was cut off. */
const longestMilliseconds = 15 * 60_000;

/**
 * Brings to its end what was cut off while it was recorded, as far as a recording for these people comes across it:
 * kept if the log has it, and else forgotten.
 */
export async function finishCutOff(
  { records, audit }: LogFirstPorts,
  clients: readonly string[],
  now: string,
): Promise<void> {
  const begun = await records.underWay(clients);
  const cutOff = begun.filter(
    ({ recordedAt }) => Math.abs(Date.parse(now) - Date.parse(recordedAt)) > longestMilliseconds,
  );
  if (cutOff.length === 0) return;
  const loggedBy = new Map<string, Requester>();
  for await (const { entry } of audit.lines())
    if (entry.kind === 'consent-recorded') loggedBy.set(JSON.stringify(entry.event), entry.requester);
  for (const event of cutOff) {
    const requester = loggedBy.get(JSON.stringify(event));
    const { sequence: _, recordedAt: __, recordedBy: ___, ...notice } = event;
    if (requester) await recordInLog({ records, audit }, requester, notice, now).catch(unlessTold);
  }
}

/** Whoever was cut off has told it again meanwhile. */
function unlessTold(error: unknown): void {
  if (!(error instanceof ConsentIdTaken)) throw error;
}

/** Of nothing that a pseudonym could be found out from. */
const requestIdOf = ({ consentEventId, sequence }: RecordedConsent) =>
  createHash('sha256').update(`consent ${consentEventId} ${sequence}`).digest('hex').slice(0, 16);
