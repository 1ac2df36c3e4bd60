import type { OutreachEvent, OutreachEventOf } from '../../../data-contracts/schemas/outreach-list.ts';

/** The events of a list that count: without those that were undone, and without the undoing. */
export function standingEvents(events: readonly OutreachEvent[]): OutreachEvent[] {
  const undone = undoneIds(events);
  return events.filter(({ kind, eventId }) => kind !== 'undone' && !undone.has(eventId));
}

/** Ids of what was undone. */
export const undoneIds = (events: readonly OutreachEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.undoes] : [])));

export const isClosed = (events: readonly OutreachEvent[]) => events.some(({ kind }) => kind === 'closed');

/** What was recorded of a row, of one kind, oldest first. */
export const ofRow = <Kind extends 'outcome' | 'note' | 'assigned'>(
  events: readonly OutreachEvent[],
  kind: Kind,
  row: number,
) => events.filter((event) => event.kind === kind && event.row === row) as unknown as OutreachEventOf<Kind>[];

/** The last outcome of a row, with its instant. */
export const lastOutcome = (events: readonly OutreachEvent[], row: number) =>
  ofRow(events, 'outcome', row).at(-1);
