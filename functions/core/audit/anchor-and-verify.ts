import type { AuditLog } from '../ports/audit-log.ts';
import { anchorText } from './anchor.ts';
import { type AnchorPorts, anchorAuditLog } from './anchor-audit-log.ts';
import { verifyAgainstAnchors } from './anchor-check.ts';

export interface AnchorAndVerifyPorts extends AnchorPorts {
  readonly audit: Pick<AuditLog, 'end' | 'verify'>;
}

/** The audit log is not what was anchored; somebody has to look. */
export class AuditLogNotAsAnchored extends Error {
  readonly code = 'audit-log-not-as-anchored';
}

/**
 * Anchors the audit log, grown or not, so that an anchor a day says that somebody watches; then holds the log
 * against every anchor.
 * @returns the anchor as it was published, to be told elsewhere too
 * @throws AuditLogNotAsAnchored once it is published; AuditLogDamaged, AnchorContended
 */
export async function anchorAndVerify(
  ports: AnchorAndVerifyPorts,
): Promise<{ readonly lines: number; readonly anchor: string }> {
  const anchor = await anchorAuditLog(ports, { onlyWhenGrown: false });
  const { lines, damage, anchored } = await verifyAgainstAnchors(ports.audit, ports.anchors);
  const codes = new Set([...(damage ? [damage.code] : []), ...anchored.findings.map(({ code }) => code)]);
  if (codes.size > 0)
    throw new AuditLogNotAsAnchored(`audit log: not as it was anchored: ${[...codes].join(', ')}`);
  return { lines, anchor: anchor ? anchorText(anchor) : 'none: the audit log is empty' };
}
