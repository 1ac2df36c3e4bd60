import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import {
  OutcomeFields,
  type OutreachList,
  OutreachListId,
  outcomeRules,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import { ofOutreach } from '../consent/lift-own-objection.ts';
import { keepConsent } from '../consent/record-consent.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { listFor, type OutreachPorts } from './outreach-ports.ts';

export interface FollowListPorts extends OutreachPorts {
  readonly records: ConsentRecords;
}

/** Who tells what happened to which list, and under which id. */
export const ToldOfList = {
  listId: OutreachListId,
  /** Told twice under one id, it happened once. */
  eventId: ThingId,
  requester: Requester,
};

export const OutcomeRecording = z.object({ ...ToldOfList, ...OutcomeFields }).superRefine(outcomeRules);
export type OutcomeRecording = z.infer<typeof OutcomeRecording>;

export const RowAssignment = z.object({
  ...ToldOfList,
  row: OutcomeFields.row,
  /** Null: nobody in particular. */
  assignee: ThingId.nullable(),
});
export type RowAssignment = z.infer<typeof RowAssignment>;

export const ListClosing = z.object(ToldOfList);
export type ListClosing = z.infer<typeof ListClosing>;

/** The list has no row of the number. */
export class NoSuchRow extends Error {
  readonly code = 'no-such-row';
}

/** Whose row it is. @throws NoSuchRow */
export function clientOfRow(list: OutreachList, row: number): string {
  const client = list.rows.find((one) => one.row === row)?.client;
  if (client === undefined) throw new NoSuchRow('outreach list: it has no row of this number');
  return client;
}

/**
 * Records what came of contacting somebody, durably. Where the person objects, the objection is recorded first:
 * stopped in between and told again, neither is lost or doubled.
 * @throws OutreachListNotFound, NoSuchRow, OutreachListClosed
 */
export async function recordOutcome(ports: FollowListPorts, recording: OutcomeRecording): Promise<void> {
  const { listId, row, outcome, callAgainOn, eventId, requester } = recording;
  refuseIdentityCodes({ eventId });
  const list = await listFor(ports, requester, 'record-outcome', listId);
  const client = clientOfRow(list, row);
  const at = ports.clock.now();
  if (recording.objects) {
    const consentEventId = objectionId(listId, eventId);
    // whoever the unit's list holds was related to it when the list was opened; a no is heard in any case
    await keepConsent(ports, requester, { client, consentEventId, kind: 'objection', ...ofOutreach }, at);
  }
  await ports.store.append(listId, {
    kind: 'outcome',
    eventId,
    row,
    outcome,
    ...(recording.objects && { objects: true as const }),
    ...(callAgainOn !== undefined && { callAgainOn }),
    at,
    recordedBy: requester.id,
  });
  await toldInLog(ports, requester, 'record-outcome', { listId, client });
}

/** Of the objection that came with an outcome. */
export const objectionId = (listId: string, eventId: string) =>
  `outreach-${createHash('sha256').update(`${listId} ${eventId}`).digest('hex').slice(0, 32)}`;

/** Says who of the team takes care of a row. @throws OutreachListNotFound, NoSuchRow, OutreachListClosed */
export async function assignRow(ports: OutreachPorts, assignment: RowAssignment): Promise<void> {
  const { listId, row, assignee, eventId, requester } = assignment;
  refuseIdentityCodes({ eventId, assignee: assignee ?? undefined });
  const list = await listFor(ports, requester, 'record-outcome', listId);
  const client = clientOfRow(list, row);
  const [at, recordedBy] = [ports.clock.now(), requester.id];
  await ports.store.append(listId, { kind: 'assigned', eventId, row, assignee, at, recordedBy });
  await toldInLog(ports, requester, 'record-outcome', { listId, client });
}

/** Closes a list: its people are free for other lists, and its outcomes count as evidence. */
export async function closeOutreachList(ports: OutreachPorts, closing: ListClosing): Promise<void> {
  const { listId, eventId, requester } = closing;
  refuseIdentityCodes({ eventId });
  await listFor(ports, requester, 'close-outreach-list', listId);
  await ports.store.append(listId, {
    kind: 'closed',
    eventId,
    at: ports.clock.now(),
    recordedBy: requester.id,
  });
  await toldInLog(ports, requester, 'close-outreach-list', { listId });
}

/** Of a list's story, the line in the audit log; what was noted is not in it. */
export const toldInLog = (
  { audit, clock, newId }: OutreachPorts,
  requester: Requester,
  useCase: UseCase,
  what: { readonly listId: string; readonly client?: string },
) =>
  audit.append([
    { kind: 'access', at: clock.now(), requestId: newId(), requester, useCase, outcome: 'allowed', ...what },
  ]);
