import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentKeeping } from '../ports/consent-records.ts';
import { type ConsentFault, consentFaults } from './consent-faults.ts';
import type { Finding } from './finding.ts';

/** Whether the consent ledger and the audit log say the same of what was recorded, without saying of whom. */
export async function* checkConsents(
  audit: Pick<AuditLog, 'lines'>,
  records: ConsentKeeping,
  now: string,
): AsyncGenerator<Finding> {
  for await (const fault of consentFaults(audit, records, now)) yield findingOf(fault);
}

function findingOf({ id, code, client, kept, line }: ConsentFault): Finding {
  if (code === 'consent-not-as-recorded') return { code, id, line: line! };
  return { code, id, where: `consents/${client.slice(0, 2)}`, sequence: kept.sequence };
}
