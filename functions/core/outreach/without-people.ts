import type { OutreachEvent, OutreachList } from '../../../data-contracts/schemas/outreach-list.ts';

/** A list without some people, in its lots too; the other rows keep their numbers. */
export const listWithout = (list: OutreachList, clients: ReadonlySet<string>): OutreachList => ({
  ...list,
  rows: list.rows.filter(({ client }) => !clients.has(client)),
  lots: list.lots.filter(({ client }) => !clients.has(client)),
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

/** Whether a list holds any of the people, on a row or in a lot. */
export const namesAnyOf = ({ rows, lots }: OutreachList, clients: ReadonlySet<string>): boolean =>
  [...rows, ...lots].some(({ client }) => clients.has(client));
