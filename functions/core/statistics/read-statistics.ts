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
import { safeStatistics } from './safe-statistics.ts';
import { byServiceStatus, nobody, type PartedSums, together } from './status-partition.ts';

export const StatisticsAsked = z.object({ programme: ThingId, requester: Requester });
export type StatisticsAsked = z.infer<typeof StatisticsAsked>;

export interface StatisticsPorts extends GatePorts {
  readonly limits: ReleaseLimits;
  readonly scores: ScoreStore;
  readonly programme: Programme;
}

type SafeStatistics = ReturnType<typeof safeStatistics>;

export type StatisticsOutcome =
  | QuestionRefused
  | ({
      readonly status: 'answered';
      readonly scoreSet: ScoreSet;
      /** The same people by municipality and service status; empty where an earlier version scored. */
      readonly byServiceStatus: SafeStatistics;
    } & SafeStatistics);

/**
 * How many people of a programme live where at which age, and how many of them are expected to come to its
 * outcome: of those whom the gate lets count, in cells of municipality and age band, and of municipality and service
 * status, that nobody chooses. Who is left out is not told, as it would tell of small cells.
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
  const cells = new Map<string, PartedSums>();
  for await (const batch of scores.counted()) {
    const released = new Set(await session.release(batch));
    for (const client of batch) count(cells, client, released.has(client));
  }
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  const hasStatuses = scoreSet.serviceStatusRules !== undefined;
  return {
    status: 'answered',
    scoreSet,
    ...safeStatistics(wholePartition(cells)),
    byServiceStatus: safeStatistics(hasStatuses ? byServiceStatus(cells) : new Map()),
  };
}

/** Whoever is withheld leaves an empty cell behind, and no trace of themselves. */
function count(cells: Map<string, PartedSums>, client: CountedClient, isReleased: boolean): void {
  const cell = `${client.municipality} ${ageBand(client.ageYears)}`;
  const { byStatus, ...sums } = cells.get(cell) ?? emptyCell;
  const counted = isReleased ? { people: 1, expected: client.probability } : nobody;
  const parts = new Map(byStatus);
  const { serviceStatus: status } = client;
  if (status) parts.set(status, together(parts.get(status) ?? nobody, counted));
  cells.set(cell, { ...together(sums, counted), byStatus: parts });
}

const emptyCell: PartedSums = { ...nobody, byStatus: new Map() };

/**
 * Every municipality with every age band that is anywhere, in order: that a cell is there does not say that
 * anybody is in it.
 */
function wholePartition(cells: ReadonlyMap<string, PartedSums>): Map<string, PartedSums> {
  const parts = [...cells.keys()].map((cell) => cell.split(' ') as [string, string]);
  const municipalities = [...new Set(parts.map(([municipality]) => municipality))].sort();
  const bands = AgeBand.options.filter((band) => parts.some(([, known]) => known === band));
  return new Map(
    municipalities.flatMap((municipality) =>
      bands.map((band): [string, PartedSums] => {
        const cell = `${municipality} ${band}`;
        return [cell, cells.get(cell) ?? emptyCell];
      }),
    ),
  );
}
