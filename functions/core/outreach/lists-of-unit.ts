import type { OutreachListHead } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { permits } from '../release/access.ts';
import { followedLists } from './occupied-clients.ts';
import type { OutreachPorts } from './outreach-ports.ts';
import { isClosed } from './standing-events.ts';

/** A list as its team chooses it: how many are on it and how many have an outcome. */
export interface ListHead {
  readonly list: OutreachListHead;
  readonly rows: number;
  readonly withOutcome: number;
  readonly isClosed: boolean;
}

/** The lists that the requester may open, oldest first; for whoever may open none, none. */
export async function listsOfUnit({ store }: OutreachPorts, requester: Requester): Promise<ListHead[]> {
  const lists = await followedLists(store);
  return lists
    .filter(({ list }) => permits(requester, 'open-outreach-list', { unit: list.unit }))
    .map(({ list: { rows, lots: _, ...head }, events }) => {
      const withOutcome = new Set(events.flatMap((event) => (event.kind === 'outcome' ? [event.row] : [])));
      return { list: head, rows: rows.length, withOutcome: withOutcome.size, isClosed: isClosed(events) };
    });
}
