import type { SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import type { OutreachOutcome } from '../../../data-contracts/schemas/outreach-list.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { OutreachStore } from '../ports/outreach-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { countsInSteps } from '../release/counts-in-steps.ts';
import { countedOutcomes } from './list-progress.ts';
import { followedLists } from './occupied-clients.ts';
import { isClosed, lastOutcome } from './standing-events.ts';

/** One person of a closed list, by pseudonym, as evidence of what outreach and its intervention do. */
export interface ClosedRow {
  readonly client: string;
  readonly intervention: string | null;
  readonly listedAt: string;
  /** Undefined: nothing was recorded. */
  readonly outcome: OutreachOutcome | undefined;
}

/**
 * Everyone on lists that are closed, for estimating effects. Whoever estimates asks the gate for model
 * development about each of them.
 */
export async function closedRows(store: OutreachStore): Promise<ClosedRow[]> {
  const closed = (await followedLists(store)).filter(({ events }) => isClosed(events));
  return closed.flatMap(({ list, events }) =>
    list.rows.map(({ row, client, intervention }) => ({
      client,
      intervention,
      listedAt: list.madeAt,
      outcome: lastOutcome(events, row)?.outcome,
    })),
  );
}

/** Last outcomes on closed lists by what was suggested: statistics, for those who may read them. */
export type OutreachResults = ReturnType<typeof resultsByIntervention>;

/** @throws AccessRefused */
export async function outreachResults(
  ports: AccessPorts & { readonly store: OutreachStore },
  requester: Requester,
): Promise<OutreachResults> {
  await accessInLog(ports, requester, 'read-statistics');
  return resultsByIntervention(await closedRows(ports.store));
}

/** How many had which last outcome, by what was suggested to them, in numbers that add up to nobody. */
export function resultsByIntervention(
  rows: readonly ClosedRow[],
): ReadonlyArray<{ readonly intervention: string | null; readonly table: SafeTable }> {
  const interventions = [...new Set(rows.map(({ intervention }) => intervention))].sort();
  return interventions.map((intervention) => {
    const ofIt = rows.filter((row) => row.intervention === intervention);
    return { intervention, table: countsInSteps(countedOutcomes(ofIt.map(({ outcome }) => outcome))) };
  });
}
