import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { OutreachEvent } from '../../../data-contracts/schemas/outreach-list.ts';
import { liftOwnObjection } from '../consent/lift-own-objection.ts';
import { refuseIdentityCodes } from '../release/no-identity-codes.ts';
import {
  clientOfRow,
  type FollowListPorts,
  objectionId,
  ToldOfList,
  toldInLog,
} from './follow-outreach-list.ts';
import { listFor } from './outreach-ports.ts';
import { undoneIds } from './standing-events.ts';

/** For how long a slip of the hand can be taken back. */
export const undoMinutes = 15;

export const Undoing = z.object({ ...ToldOfList, /** Of what is undone. */ undoes: ThingId });
export type Undoing = z.infer<typeof Undoing>;

/** There is nothing of the id that could be undone, or it is undone already. */
export class NothingToUndo extends Error {
  readonly code = 'nothing-to-undo';
}

/** It was recorded too long ago. */
export class TooLateToUndo extends Error {
  readonly code = 'too-late-to-undo';
}

type Undoable = Extract<OutreachEvent, { kind: 'outcome' | 'note' | 'assigned' }>;

/** Until when something recorded can be undone; undefined: it cannot, or not any more. */
export function undoableUntil(event: Undoable, now: string): string | undefined {
  const until = Date.parse(event.at) + undoMinutes * 60_000;
  return Date.parse(now) <= until ? new Date(until).toISOString() : undefined;
}

/**
 * Takes back what was recorded within the last fifteen minutes, by whomever of the team. Nothing is deleted: the list
 * keeps both, and an objection that came with an outcome gets its contrary in the consent ledger. The undoing is kept
 * first: stopped in between, the objection stands until it is told again.
 * @throws OutreachListNotFound, NothingToUndo, TooLateToUndo, OutreachListClosed
 */
export async function undoRecording(ports: FollowListPorts, undoing: Undoing): Promise<void> {
  const { listId, eventId, undoes, requester } = undoing;
  refuseIdentityCodes({ eventId, undoes });
  const list = await listFor(ports, requester, 'record-outcome', listId);
  const events = await ports.store.eventsOf(listId);
  const event = events.find((one) => one.eventId === undoes);
  if (!event || !('row' in event) || event.kind === 'undone')
    throw new NothingToUndo('undoing: nothing of this id can be undone');
  const client = clientOfRow(list, event.row);
  const at = ports.clock.now();
  if (!events.some((one) => one.eventId === eventId)) {
    if (undoneIds(events).has(undoes)) throw new NothingToUndo('undoing: it is undone already');
    if (!undoableUntil(event, at)) throw new TooLateToUndo('undoing: it was recorded too long ago');
  }
  const { row } = event;
  await ports.store.append(listId, { kind: 'undone', eventId, row, undoes, at, recordedBy: requester.id });
  if (event.kind === 'outcome' && event.objects) {
    const own = { client, objection: objectionId(listId, undoes), lifting: objectionId(listId, eventId) };
    await liftOwnObjection(ports, requester, own, at);
  }
  await toldInLog(ports, requester, 'record-outcome', { listId, client });
}
