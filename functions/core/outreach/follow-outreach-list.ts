import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import {
  type OutreachList,
  OutreachListId,
  OutreachOutcome,
} from '../../../data-contracts/schemas/outreach-list.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import { keepConsent } from '../consent/record-consent.ts';
import type { ConsentRecords } from '../ports/consent-records.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';
import { listFor, type OutreachPorts } from './outreach-ports.ts';

export interface FollowListPorts extends OutreachPorts {
  readonly records: ConsentRecords;
}

export const OutcomeRecording = z
  .object({
    listId: OutreachListId,
    row: z.number().int().min(1),
    outcome: OutreachOutcome,
    /** Told twice under one id, it happened once. */
    eventId: ThingId,
    /** The person does not want to be contacted again: an objection to outreach, in the same step. */
    objects: z.boolean().default(false),
    requester: Requester,
  })
  .refine(({ outcome, objects }) => !objects || outcome === 'declined', {
    path: ['objects'],
    error: 'only with the outcome declined',
  });
export type OutcomeRecording = z.infer<typeof OutcomeRecording>;

export const ListClosing = z.object({ listId: OutreachListId, eventId: ThingId, requester: Requester });
export type ListClosing = z.infer<typeof ListClosing>;

/** The list has no row of the number. */
export class NoSuchRow extends Error {
  readonly code = 'no-such-row';
}

/**
 * Records what came of contacting somebody, durably. Where the person objects, the objection is recorded first:
 * stopped in between and told again, neither is lost or doubled.
 * @throws OutreachListNotFound, NoSuchRow, OutreachListClosed
 */
export async function recordOutcome(ports: FollowListPorts, recording: OutcomeRecording): Promise<void> {
  const { listId, row, outcome, eventId, requester } = recording;
  refuseIdentityCodes({ eventId });
  const list = await listFor(ports, requester, 'record-outcome', listId);
  const client = list.rows.find((one) => one.row === row)?.client;
  if (client === undefined) throw new NoSuchRow('outreach list: it has no row of this number');
  const at = ports.clock.now();
  if (recording.objects) {
    const notice = {
      client,
      consentEventId: objectionId(list, eventId),
      kind: 'objection',
      purpose: 'outreach',
      coveredSource: 'all',
      channel: 'telephone',
    } as const;
    // whoever the unit's list holds was related to it when the list was opened; a no is heard in any case
    await keepConsent(ports, requester, notice, at);
  }
  await ports.store.append(listId, { kind: 'outcome', eventId, row, outcome, at, recordedBy: requester.id });
  await appendAccess(ports, requester, 'record-outcome', { listId, client });
}

const objectionId = ({ listId }: OutreachList, eventId: string) =>
  `outreach-${createHash('sha256').update(`${listId} ${eventId}`).digest('hex').slice(0, 32)}`;

/** Closes a list: its people are free for other lists, and its outcomes count as evidence. */
export async function closeOutreachList(ports: FollowListPorts, closing: ListClosing): Promise<void> {
  const { listId, eventId, requester } = closing;
  refuseIdentityCodes({ eventId });
  await listFor(ports, requester, 'close-outreach-list', listId);
  await ports.store.append(listId, {
    kind: 'closed',
    eventId,
    at: ports.clock.now(),
    recordedBy: requester.id,
  });
  await appendAccess(ports, requester, 'close-outreach-list', { listId });
}

const appendAccess = (
  { audit, clock, newId }: FollowListPorts,
  requester: Requester,
  useCase: UseCase,
  what: { readonly listId: string; readonly client?: string },
) =>
  audit.append([
    { kind: 'access', at: clock.now(), requestId: newId(), requester, useCase, outcome: 'allowed', ...what },
  ]);
