import { z } from 'zod';
import { ThingId } from '../../../data-contracts/schemas/fields.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { ReleaseLimits } from '../../../data-contracts/schemas/release-limits.ts';
import { Requester } from '../../../data-contracts/schemas/requester.ts';
import { AgeBand, ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { CountedClient, ScoreSet, ScoreStore } from '../ports/score-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { QuestionRefused } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { type CellSums, safeStatistics } from './safe-statistics.ts';

export const StatisticsAsked = z.object({ programme: ThingId, requester: Requester });
export type StatisticsAsked = z.infer<typeof StatisticsAsked>;

export interface StatisticsPorts extends GatePorts {
  readonly limits: ReleaseLimits;
  readonly scores: ScoreStore;
  readonly programme: Programme;
}

export type StatisticsOutcome =
  | QuestionRefused
  | ({ readonly status: 'answered'; readonly scoreSet: ScoreSet } & ReturnType<typeof safeStatistics>);

/**
 * How many people of a programme live where at which age, and how many of them are expected to come to its
 * outcome: of those whom the gate lets count, in cells of municipality and age band that nobody chooses. Who is
 * left out is not told, as it would tell of small cells.
 * @throws ClockSetBack
 */
export async function readStatistics(
  ports: StatisticsPorts,
  { requester }: StatisticsAsked,
): Promise<StatisticsOutcome> {
  const { scores } = ports;
  const useCase = 'read-statistics';
  const originOf = async () => (await scores.describe()).origin;
  const session = await askGate(ports, { useCase, requester, originOf });
  if (session.status === 'refused') return session;
  const scoreSet = await scores.describe();
  await askablePopulation(session, scores, scoreSet, ports.limits);
  const cells = new Map<string, CellSums>();
  for await (const batch of scores.counted()) {
    const released = new Set(await session.release(batch));
    for (const client of batch) count(cells, client, released.has(client));
  }
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
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
