import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';

/** A list without the rows of some people; the other rows keep their numbers. */
export const listWithout = (list: OutreachList, clients: ReadonlySet<string>): OutreachList => ({
  ...list,
  rows: list.rows.filter(({ client }) => !clients.has(client)),
});

/** Events of a list, in their places, as they are once the outcomes of some people have been erased. */
export function eventsWithout(
  events: readonly OutreachEvent[],
  list: OutreachList,
  clients: ReadonlySet<string>,
): OutreachEvent[] {
  const gone = new Set(list.rows.filter(({ client }) => clients.has(client)).map(({ row }) => row));
  return events.map((event) =>
    event.kind === 'outcome' && gone.has(event.row)
      ? { kind: 'erased', eventId: event.eventId, at: event.at }
      : event,
  );
}
