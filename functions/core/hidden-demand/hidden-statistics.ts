import { HiddenReason } from '../../../data-contracts/schemas/hidden-demand.ts';
import type {
  HiddenDemandCounts,
  HiddenDemandStatistics,
} from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { FoundClient } from '../ports/hidden-demand-store.ts';
import { askableParts } from '../release/askable-parts.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { QuestionRefused } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { releasedInTurn } from '../release/released-in-turn.ts';
import { inSteps } from '../release/safe-population.ts';
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
  const population = await askablePopulation(session, cellsOf(found), { landmarkOn }, ports.limits);
  const released = new Set(await releasedInTurn(session, found));
  const isCounted = (one: FoundClient) => released.has(one) && !population.isSmall(one);
  await session.close([], (closing) => ({ kind: 'question-closed', ...closing, requester, useCase }));
  const reasons = HiddenReason.options.map((reason) => countsOf(reason, found, isCounted));
  const programme = ports.programme.id;
  return { status: 'answered', statistics: { origin, programme, version, landmarkOn, reasons } };
}

/**
 * Every municipality with every language that is anywhere, so that a cell's being there says nothing. Whoever is one of
 * too few found for their municipality and age is in no figure; and where few of a municipality have a language, so
 * many languages are empty together that subtracting them from a list of the municipality leaves nobody or at least
 * five people.
 */
function countsOf(
  reason: HiddenReason,
  found: readonly FoundClient[],
  isCounted: (one: FoundClient) => boolean,
): HiddenDemandCounts {
  const distinct = (of: (one: FoundClient) => string) => [...new Set(found.map(of))].sort();
  const languages = distinct(({ serviceLanguage }) => serviceLanguage);
  const counted = found.filter((one) => one.strength[reason] !== null && isCounted(one));
  const cells = distinct(({ municipality }) => municipality).flatMap((municipality) => {
    const counts = new Map(languages.map((language) => [language, 0]));
    for (const one of counted)
      if (one.municipality === municipality)
        counts.set(one.serviceLanguage, counts.get(one.serviceLanguage)! + 1);
    const told = askableParts(counts);
    return languages.map((serviceLanguage): HiddenDemandCounts['cells'][number] => ({
      municipality,
      serviceLanguage,
      people: told.has(serviceLanguage) ? inSteps(counts.get(serviceLanguage)!) : 'suppressed',
    }));
  });
  const total = cells.reduce((sum, { people }) => sum + (people === 'suppressed' ? 0 : people), 0);
  return { reason, cells, total };
}
