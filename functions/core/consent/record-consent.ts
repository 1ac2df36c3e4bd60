import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConsentNotice, type RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import { permits, requireAccess } from '../release/access.ts';
import { refuseIdentityCodeAsRequester, refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { finishCutOff, recordInLog } from './log-first.ts';

/** What people have said, to be recorded: each notice by itself, in the order given. */
export const ConsentRecording = z.object({
  requester: Requester,
  notices: z
    .array(ConsentNotice.omit({ recordedBy: true }))
    .min(1)
    .max(10_000),
});
export type ConsentRecording = z.infer<typeof ConsentRecording>;

export interface ConsentPorts {
  readonly records: ConsentRecords;
  readonly audit: AuditLog;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
}

/** A notice could not be kept as it is: an instant, say, is none that can be written and read again. */
export class UnusableNotice extends Error {
  readonly code = 'unusable-notice';
}

/** The request has been carried out: there is nothing left to lift it for. */
export class AlreadyErased extends Error {
  readonly code = 'already-erased';
}

/**
 * Records what people have said about the use of their data: durably in the audit log, then in the ledger. From
 * the moment the ledger has it, every later question of the gate is answered by it. Told again, as after a
 * crash, nothing is doubled in the ledger.
 * @throws UnusableNotice where one of the notices could not be kept; then nothing is recorded
 * @throws AccessRefused when the requester may not record for one of the people; then nothing is recorded
 * @throws AlreadyErased when a request for erasure is lifted that has been carried out; then nothing is recorded
 */
export async function recordConsents(
  { records, audit, erasures }: ConsentPorts,
  { requester, notices }: ConsentRecording,
  at: string,
): Promise<readonly RecordedConsent[]> {
  refuseIdentityCodeAsRequester(requester);
  if (!ConsentRecording.shape.notices.safeParse(notices).success)
    throw new UnusableNotice('notices: expected as the contract of consents says');
  for (const { client, consentEventId } of notices) {
    if (!permits(requester, 'record-consent', { client })) await refuseInLog(audit, requester, client, at);
    refuseIdentityCodes({ consentEventId });
  }
  await refuseLiftingDone(erasures, notices);
  const recorded: RecordedConsent[] = [];
  await finishCutOff(
    { records, audit },
    notices.map(({ client }) => client),
    at,
  );
  for (const notice of notices) recorded.push(await recordInLog({ records, audit }, requester, notice, at));
  return recorded;
}

async function refuseLiftingDone(
  erasures: ConsentPorts['erasures'],
  notices: ConsentRecording['notices'],
): Promise<void> {
  const lifted = notices.filter(({ kind }) => kind === 'erasure-request-lifted');
  if (lifted.length === 0) return;
  const erased = await erasures.clients();
  if (lifted.some(({ client }) => erased.has(client)))
    throw new AlreadyErased('erasure: it has been carried out, and cannot be lifted');
}

/** @throws AccessRefused, when the log has it */
async function refuseInLog(audit: AuditLog, requester: Requester, client: string, at: string): Promise<void> {
  const useCase = 'record-consent';
  const requestId = createHash('sha256').update(`refused ${client} ${at}`).digest('hex').slice(0, 16);
  await audit.append([{ kind: 'access', at, requestId, requester, useCase, outcome: 'refused', client }]);
  requireAccess(requester, useCase, { client });
}
