import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { AgeBand, ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { CountedClient, ScoreSet, ScoreStore } from '../ports/score-store.ts';
import { type AccessPorts, accessInLog } from '../release/access-in-log.ts';
import { decisionsEntry } from '../release/audit-decisions.ts';
import { refuseClockSetBack } from '../release/clock-set-back.ts';
import { refusalOfEveryone } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { releaseInOrder, type StandingSources } from '../release/release-in-order.ts';
import { type CellSums, safeStatistics } from './safe-statistics.ts';

export const StatisticsAsked = z.object({ programme: ThingId, requester: Requester });
export type StatisticsAsked = z.infer<typeof StatisticsAsked>;

export interface StatisticsPorts extends StandingSources, AccessPorts {
  readonly scores: ScoreStore;
  readonly legalBases: readonly LegalBasis[];
  readonly programme: Programme;
}

export type StatisticsOutcome =
  | { readonly status: 'refused'; readonly reason: RefusalReason }
  | ({ readonly status: 'answered'; readonly scoreSet: ScoreSet } & ReturnType<typeof safeStatistics>);

/**
 * How many people of a programme live where at which age, and how many of them are expected to come to its
 * outcome: of those whom the gate lets count, in cells of municipality and age band that nobody chooses. Who is
 * left out is not told, as it would tell of small cells.
 * @throws AccessRefused, ClockSetBack
 */
export async function readStatistics(
  ports: StatisticsPorts,
  { requester }: StatisticsAsked,
): Promise<StatisticsOutcome> {
  await refuseClockSetBack(ports.audit, ports.clock.now());
  await accessInLog(ports, requester, 'read-statistics');
  const at = ports.clock.now();
  const question = { useCase: 'read-statistics', purpose: 'statistics', requester, at } as const;
  const scoreSet = await ports.scores.describe();
  const legalBases = legalBasesInUse(ports.legalBases, scoreSet.origin);
  const reason = refusalOfEveryone(question, legalBases);
  if (reason) return { status: 'refused', reason };
  const requestId = ports.newId();
  const cells = new Map<string, CellSums>();
  for await (const batch of ports.scores.counted()) {
    const decided = await releaseInOrder(ports, legalBases, question, batch);
    await ports.audit.append([decisionsEntry(question, requestId, decided)]);
    batch.forEach((client, place) => {
      count(cells, client, decided[place]?.decision === 'released');
    });
  }
  return { status: 'answered', scoreSet, ...safeStatistics(wholePartition(cells)) };
}

/** Whoever is withheld leaves an empty cell behind, and no trace of themselves. */
function count(cells: Map<string, CellSums>, client: CountedClient, isReleased: boolean): void {
  const cell = `${client.municipality} ${ageBand(client.ageYears)}`;
  const { people, expected } = cells.get(cell) ?? { people: 0, expected: [0, 0] };
  const [first, second] = client.probability;
  cells.set(
    cell,
    isReleased
      ? { people: people + 1, expected: [expected[0] + first, expected[1] + second] }
      : { people, expected },
  );
}

/**
 * Every municipality with every age band that is anywhere, in order: that a cell is there does not say that
 * anybody is in it.
 */
function wholePartition(cells: ReadonlyMap<string, CellSums>): Map<string, CellSums> {
  const parts = [...cells.keys()].map((cell) => cell.split(' ') as [string, string]);
  const municipalities = [...new Set(parts.map(([municipality]) => municipality))].sort();
  const bands = AgeBand.options.filter((band) => parts.some(([, known]) => known === band));
  return new Map(
    municipalities.flatMap((municipality) =>
      bands.map((band): [string, CellSums] => {
        const cell = `${municipality} ${band}`;
        return [cell, cells.get(cell) ?? { people: 0, expected: [0, 0] }];
      }),
    ),
  );
}
