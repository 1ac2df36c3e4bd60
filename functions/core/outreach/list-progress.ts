import type { SafeCount, SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import { type OutreachListHead, OutreachOutcome } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import { accessInLog } from '../release/access-in-log.ts';
import { countInSteps, countsInSteps } from '../release/counts-in-steps.ts';
import { type FollowedList, followedLists } from './occupied-clients.ts';
import type { OutreachPorts } from './outreach-ports.ts';
import { isClosed, lastOutcome } from './standing-events.ts';

/** How a list that a planner made gets on, in numbers that reveal nobody. */
export interface ListProgress {
  readonly list: OutreachListHead;
  /** How many are on it, in steps of five. */
  readonly listed: SafeCount;
  readonly isClosed: boolean;
  /** Last outcomes, `none` among them; no sum of the people. */
  readonly outcomes: SafeTable['cells'];
}

/** The lists that the requester made, oldest first. @throws AccessRefused */
export async function progressOfLists(ports: OutreachPorts, requester: Requester): Promise<ListProgress[]> {
  await accessInLog(ports, requester, 'make-outreach-list');
  const isOwn = ({ list: { madeBy } }: FollowedList) =>
    madeBy.id === requester.id && madeBy.role === requester.role && madeBy.unit === requester.unit;
  return (await followedLists(ports.store)).filter(isOwn).map(({ list, events }) => {
    const { rows, lots: _, ...head } = list;
    return {
      list: head,
      listed: countInSteps(rows.length),
      isClosed: isClosed(events),
      outcomes: countsInSteps(countedOutcomes(rows.map(({ row }) => lastOutcome(events, row)?.outcome)))
        .cells,
    };
  });
}

/** How many rows have which last outcome, in the order of the vocabulary, those without one last. */
export function countedOutcomes(
  outcomes: readonly (OutreachOutcome | undefined)[],
): ReadonlyMap<OutreachOutcome | 'none', number> {
  const counts = new Map<OutreachOutcome | 'none', number>(
    [...OutreachOutcome.options, 'none' as const].map((name) => [name, 0]),
  );
  for (const outcome of outcomes) counts.set(outcome ?? 'none', counts.get(outcome ?? 'none')! + 1);
  return counts;
}
