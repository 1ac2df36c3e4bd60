import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';
import type { NotePlace } from '../ports/outreach-store.ts';

/** A list without some people, in its lots too; the other rows keep their numbers. */
export const listWithout = (list: OutreachList, clients: ReadonlySet<string>): OutreachList => ({
  ...list,
  rows: list.rows.filter(({ client }) => !clients.has(client)),
  lots: list.lots.filter(({ client }) => !clients.has(client)),
});

/** Events of a list, in their places, as they are once what was recorded of some people has been erased. */
export function eventsWithout(
  events: readonly OutreachEvent[],
  list: OutreachList,
  clients: ReadonlySet<string>,
): OutreachEvent[] {
  const gone = new Set(list.rows.filter(({ client }) => clients.has(client)).map(({ row }) => row));
  return events.map((event) =>
    'row' in event && gone.has(event.row) ? { kind: 'erased', eventId: event.eventId, at: event.at } : event,
  );
}

/** Events of a list, in their places, as they are once its notes have been sealed anew. */
export const eventsResealed = (
  events: readonly OutreachEvent[],
  { listId, rows }: OutreachList,
  reseal: (place: NotePlace, sealed: string) => string,
): OutreachEvent[] =>
  events.map((event) => {
    const client = event.kind === 'note' && rows.find(({ row }) => row === event.row)?.client;
    if (event.kind !== 'note' || !client) return event;
    const sealed = reseal({ client, listId, eventId: event.eventId }, event.sealed);
    return sealed === event.sealed ? event : { ...event, sealed };
  });

/** Whether a list holds any of the people, on a row or in a lot. */
export const namesAnyOf = ({ rows, lots }: OutreachList, clients: ReadonlySet<string>): boolean =>
  [...rows, ...lots].some(({ client }) => clients.has(client));
