import { interventions, priceIndex } from '../../../data-contracts/catalogues/index.ts';
import type { CheckUpPlanRequest } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { CheckUpPorts } from '../../../functions/core/hidden-demand/plan-check-ups.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import type { ExplainedScore } from '../../../functions/core/ports/score-store.ts';
import { scores, smallCounty } from '../cohort/small-county.ts';
import { found, smallHiddenCounty } from './small-hidden-county.ts';

/** Everybody found, with one chance in twenty within the first horizon and one in five within the second. */
export const scoreOf = (client: string): ExplainedScore | undefined => {
  const row = found.find((one) => one.client === client);
  if (!row) return undefined;
  const { curve: _, ...score } = scores[0]!;
  const { sources_used, municipality, age_years } = row;
  return {
    ...score,
    client,
    sources_used,
    municipality,
    age_years,
    probability_h1: 0.05,
    probability_h2: 0.2,
  };
};

/** Ports in memory of those worth a check-up, with their scores; by place, what people have said. */
export function smallCheckUps(
  changes: Partial<CheckUpPorts> = {},
  said: ReadonlyMap<number, LedgerEvent[]> = new Map(),
) {
  const { ports, ...county } = smallHiddenCounty({}, said);
  const scored: string[] = [];
  const store = smallCounty().ports.scores;
  const checkUpPorts: CheckUpPorts = {
    ...ports,
    interventions,
    priceIndex,
    scores: async () => ({
      describe: () => store.describe(),
      explained: async (clients) => {
        scored.push(...clients);
        return clients.map(scoreOf);
      },
    }),
    ...changes,
  };
  return { ...county, ports: checkUpPorts, scored };
}

/** Money for forty check-ups of the shipped catalogue. */
export const checkUpQuestion = (changes: Partial<CheckUpPlanRequest> = {}): CheckUpPlanRequest => ({
  programme: 'older-people',
  reason: 'signs-without-diagnosis',
  budgetCents: 40 * 15_000,
  draws: 200,
  seed: 1,
  requester: { id: 'w-17', role: 'planner', unit: 'unit-4' },
  language: 'en',
  ...changes,
});
