import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { AnchorStore } from '../ports/anchor-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { type AnchoredVerification, verifyAgainstAnchors } from './anchor-check.ts';

export interface VerifyAuditPorts extends AccessPorts {
  readonly anchors: Pick<AnchorStore, 'list'>;
}

/** As many as can be read while somebody waits, however many years the log has. */
const mostLines = 5_000;

/**
 * Whether the audit log is as it was written, and as it was anchored, for those who watch over it; of a long log its
 * end, as the whole of it is checked when it is anchored. That it was asked is in the log too.
 * @throws AccessRefused
 */
export async function verifyAuditLog(
  ports: VerifyAuditPorts,
  requester: Requester,
): Promise<AnchoredVerification> {
  await accessInLog(ports, requester, 'verify-audit-log');
  return verifyAgainstAnchors(ports.audit, ports.anchors, mostLines);
}
