import { HiddenReason } from '../../../data-contracts/schemas/hidden-demand.ts';
import type {
  HiddenDemandCounts,
  HiddenDemandStatistics,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { FoundClient } from '../ports/hidden-demand-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { QuestionRefused } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { releasedInTurn } from '../release/released-in-turn.ts';
import { safeStatistics } from '../statistics/safe-statistics.ts';
import { cellsOf, type HiddenQuestionPorts } from './hidden-question.ts';

export interface HiddenStatisticsPorts
  extends GatePorts,
    Pick<HiddenQuestionPorts, 'originOf' | 'hiddenDemand' | 'limits'> {
  readonly programme: Programme;
}

export type HiddenStatisticsOutcome =
  | QuestionRefused
  | { readonly status: 'answered'; readonly statistics: HiddenDemandStatistics };

/**
 * How many are worth a check-up, by reason, municipality and language of service: of those whom the gate lets count,
 * in cells that nobody chooses, as all statistics are told. Who is left out is not told.
 * @throws ClockSetBack; NothingPublished when nobody has been looked for
 */
export async function readHiddenStatistics(
  ports: HiddenStatisticsPorts,
  { requester }: { readonly requester: Requester },
): Promise<HiddenStatisticsOutcome> {
  const useCase = 'read-hidden-statistics';
  const session = await askGate(ports, { useCase, requester, originOf: ports.originOf });
  if (session.status === 'refused') return session;
  const store = await ports.hiddenDemand();
  const { origin, version, landmarkOn } = await store.describe();
  const found = await store.found();
  await askablePopulation(session, cellsOf(found), { landmarkOn }, ports.limits);
  const released = new Set(await releasedInTurn(session, found));
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  const reasons = HiddenReason.options.map((reason) => countsOf(reason, found, (one) => released.has(one)));
  const programme = ports.programme.id;
  return { status: 'answered', statistics: { origin, programme, version, landmarkOn, reasons } };
}

/** Every municipality with every language that is anywhere, so that a cell's being there says nothing. */
function countsOf(
  reason: HiddenReason,
  found: readonly FoundClient[],
  isReleased: (one: FoundClient) => boolean,
): HiddenDemandCounts {
  const distinct = (of: (one: FoundClient) => string) => [...new Set(found.map(of))].sort();
  const cells = new Map<string, number>();
  for (const municipality of distinct((one) => one.municipality))
    for (const language of distinct((one) => one.serviceLanguage))
      cells.set(`${municipality} ${language}`, 0);
  for (const one of found) {
    if (one.strength[reason] === null || !isReleased(one)) continue;
    const cell = `${one.municipality} ${one.serviceLanguage}`;
    cells.set(cell, cells.get(cell)! + 1);
  }
  const none: [number, number] = [0, 0];
  const safe = safeStatistics(
    new Map([...cells].map(([cell, people]) => [cell, { people, expected: none }] as const)),
  );
  return {
    reason,
    cells: safe.cells.map((told) => {
      const [municipality, serviceLanguage] = told.cell.split(' ') as [string, string];
      return { municipality, serviceLanguage, people: told.isSuppressed ? 'suppressed' : told.people };
    }),
    total: safe.total.people,
  };
}
