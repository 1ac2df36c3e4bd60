import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { AuditVerification } from '../ports/audit-log.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';

/**
 * Whether the audit log is as it was written, for those who watch over it. That it was asked is in the log too.
 * @throws AccessRefused
 */
export async function verifyAuditLog(ports: AccessPorts, requester: Requester): Promise<AuditVerification> {
  await accessInLog(ports, requester, 'verify-audit-log');
  return ports.audit.verify();
}
