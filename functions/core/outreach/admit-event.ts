import type { OutreachEvent } from '../../../data-contracts/schemas/outreach-list.ts';
import { OutreachEventIdTaken, OutreachListClosed } from '../ports/outreach-store.ts';

/**
 * Whether an event is to be kept after those that a list has: not where it is kept already.
 * @throws OutreachListClosed, OutreachEventIdTaken
 */
export function isNewEvent(kept: readonly OutreachEvent[], event: OutreachEvent): boolean {
  const known = kept.find(({ eventId }) => eventId === event.eventId);
  if (known) {
    if (sameEvent(known, event)) return false;
    throw new OutreachEventIdTaken('eventId: names another event of the list');
  }
  if (kept.some(({ kind }) => kind === 'closed')) throw new OutreachListClosed('the list is closed');
  return true;
}

/** The instant may differ: whoever asks again asks later. */
function sameEvent(one: OutreachEvent, other: OutreachEvent): boolean {
  if (one.kind !== 'outcome' || other.kind !== 'outcome') return one.kind === other.kind;
  return one.row === other.row && one.outcome === other.outcome && one.recordedBy === other.recordedBy;
}
