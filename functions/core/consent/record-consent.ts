import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConsentNotice, type RecordedConsent } from '../../../data-contracts/schemas/recorded-consent.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { fieldOfFault } from '../field-of-fault.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { RelationshipRegister } from '../ports/relationship-register.ts';
import { mayEver, requireAccess } from '../release/access.ts';
import { refuseIdentityCodeAsRequester, refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { finishCutOff, type LogFirstPorts, recordInLog } from './log-first.ts';
import { firstNotPermitted, type NotPermitted } from './may-record.ts';
import { ToldBefore } from './next-telling.ts';
import { refuseOutOfTime } from './within-time.ts';

/** What people have said, to be recorded: each notice by itself, in the order given. */
export const ConsentRecording = z.object({
  requester: Requester,
  notices: z.array(ConsentNotice.omit({ recordedBy: true })).max(10_000),
});
export type ConsentRecording = z.infer<typeof ConsentRecording>;
type Told = ConsentRecording['notices'][number];

export interface ConsentPorts extends LogFirstPorts {
  readonly relationships: RelationshipRegister;
  readonly erasures: Pick<ErasureRecords, 'clients'>;
}

/** What is to be recorded is not of its form. Names fields and rules, never values. */
export class UnusableRecording extends Error {
  readonly code = 'unusable-recording';
}

/** The request has been carried out: there is nothing left to lift it for. */
export class AlreadyErased extends Error {
  readonly code = 'already-erased';
}

/**
 * Records what people have said about the use of their data: durably in the audit log, then in the ledger. From
 * the moment the ledger has it, every later question of the gate is answered by it. Told again, as after a
 * crash, nothing is doubled in the ledger. Where one notice is refused, none is recorded.
 * @throws AccessRefused when the requester may not record for one of the people, or may not lift; the audit log has it
 * @throws UnusableRecording, ConsentOutOfTime
 * @throws ConsentSuperseded, ConsentIdTaken of a document's tellings
 * @throws AlreadyErased when a request for erasure is lifted that has been carried out
 */
export async function recordConsents(
  ports: ConsentPorts,
  given: ConsentRecording,
  at: string,
): Promise<readonly RecordedConsent[]> {
  const { requester, notices } = formed(given);
  await refuseWhoNeverRecords(ports.audit, requester, at);
  const before = await toldBefore(ports.records, notices);
  const notPermitted = await firstNotPermitted(ports.relationships, requester, notices, before, at);
  if (notPermitted) await refuseInLog(ports.audit, requester, notPermitted, at);
  for (const notice of notices) refuseOutOfTime(notice, at);
  await refuseLiftingDone(ports.erasures, notices);
  await finishCutOff(
    ports,
    notices.map(({ client }) => client),
    at,
  );
  const recorded: RecordedConsent[] = [];
  for (const told of notices.map((notice) => before.get(notice.client)?.next(notice) ?? notice))
    recorded.push(await keepConsent(ports, requester, told, at));
  return recorded;
}

async function toldBefore(
  records: ConsentRecords,
  notices: readonly Told[],
): Promise<ReadonlyMap<string, ToldBefore>> {
  const kept = await records.eventsOf([...new Set(notices.map(({ client }) => client))]);
  return new Map([...kept].map(([client, events]) => [client, new ToldBefore(events)]));
}

/**
 * Keeps what was said, for whoever has settled that the requester may record it. What the ledger has already is not kept
 * again.
 * @throws ConsentIdTaken
 */
export const keepConsent = async (
  ports: LogFirstPorts,
  requester: Requester,
  told: Told | RecordedConsent,
  at: string,
): Promise<RecordedConsent> => ('sequence' in told ? told : recordInLog(ports, requester, told, at));

/** Refuses, in the log, a requester whose role records nothing of anybody. @throws AccessRefused */
export async function refuseWhoNeverRecords(
  audit: AuditLog,
  requester: Requester,
  at: string,
): Promise<void> {
  refuseIdentityCodeAsRequester(requester);
  if (!mayEver(requester, 'record-consent'))
    await refuseInLog(audit, requester, { useCase: 'record-consent', subject: {} }, at);
}

/** @throws UnusableRecording, IdentityCodeInWords */
function formed(given: ConsentRecording): ConsentRecording {
  const parsed = ConsentRecording.safeParse(given);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new UnusableRecording(`${fieldOfFault(first?.path ?? [])}: ${first?.code}`);
  }
  refuseIdentityCodeAsRequester(parsed.data.requester);
  for (const { consentEventId } of parsed.data.notices) refuseIdentityCodes({ consentEventId });
  return parsed.data;
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
async function refuseInLog(
  audit: AuditLog,
  requester: Requester,
  {
    useCase,
    subject,
  }: Pick<NotPermitted, 'useCase'> & { readonly subject: Partial<NotPermitted['subject']> },
  at: string,
): Promise<void> {
  const requestId = digest(`refused ${useCase} ${requester.role} ${requester.id} ${at}`);
  const { client } = subject;
  const refused = { kind: 'access', at, requestId, requester, useCase, outcome: 'refused' } as const;
  await audit.append([{ ...refused, ...(client !== undefined && { client }) }]);
  requireAccess(requester, useCase, subject);
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
