import { OutreachEvent } from '../../../data-contracts/schemas/outreach-list.ts';
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

/** The instant may differ: whoever asks again asks later. Whoever closes a list closes it. */
function sameEvent(one: OutreachEvent, other: OutreachEvent): boolean {
  if (one.kind === 'closed' || one.kind === 'erased') return one.kind === other.kind;
  const [kept, told] = [one, other].map((event) =>
    JSON.stringify(OutreachEvent.parse({ ...event, at: one.at })),
  );
  return kept === told;
}
