import type { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Asked } from './decide-release.ts';
import type { DecidedClient } from './release-in-order.ts';

/** A batch of the gate's decisions as a line of the audit log. */
export function decisionsEntry(
  { at, isAsOf, requester, purpose, useCase }: Asked,
  requestId: string,
  decided: readonly DecidedClient[],
): AuditEntry {
  const decisions = decided.map(({ client, decision }): [string, 'released' | RefusalReason[]] => [
    client,
    decision === 'released' ? decision : [...decision],
  ]);
  const asked = { at, ...(isAsOf && { isAsOf }), requestId, requester, purpose, useCase };
  return { kind: 'release-decisions', ...asked, decisions };
}
