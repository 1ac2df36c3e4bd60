import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { AllocationProblem } from '../../../models/economics/allocate.ts';
import { drawsFor } from '../../../models/risk/random-draws.ts';

export interface RandomAllocation {
  readonly clients: number;
  readonly interventions: number;
  readonly seed: number;
  /** Benefits in whole steps, so that many clients are equal; else no two are. */
  readonly hasEquals?: boolean;
  /** Groups with a floor of a fifth of their clients; 0 = no floors. */
  readonly flooredGroups?: number;
}

/** An invented county's allocation: risks, dearer interventions do more, a tenth of the pairs not eligible. */
export function randomAllocation(wanted: RandomAllocation): AllocationProblem {
  const { clients, interventions, seed, hasEquals = false, flooredGroups = 0 } = wanted;
  const draws = drawsFor(seed, 1);
  const uniform = () => uniformFloat64(draws);
  const benefit = new Float64Array(clients * interventions);
  const costCents = hasEquals
    ? Float64Array.from({ length: interventions }, (_, j) => 20_000 + j * 30_000)
    : new Float64Array(clients * interventions);
  for (let client = 0, cell = 0; client < clients; client++) {
    const risk = uniform() * uniform();
    for (let j = 0; j < interventions; j++, cell++) {
      const [gain, price, isEligible] = [0.5 + uniform(), 0.8 + 0.4 * uniform(), uniform() < 0.9];
      const worth = hasEquals ? Math.round(risk * 10) * 1000 * (j + 1) - 5000 : risk * (j + 1) * gain * 1e5;
      benefit[cell] = isEligible ? worth - (hasEquals ? 0 : 30_000) : Number.NaN;
      if (!hasEquals) costCents[cell] = Math.round((20_000 + j * 30_000) * price);
    }
  }
  const groupOf = Int16Array.from({ length: clients }, (_, client) => client % 14);
  const atLeast = Array.from({ length: 14 }, (_, group) =>
    group < flooredGroups ? Math.floor((clients / 14) * 0.2) : 0,
  );
  return {
    clients,
    interventions,
    benefit,
    costCents,
    budgetCents: clients * 20_000,
    capacity: Array.from({ length: interventions }, (_, j) =>
      j === 4 ? Infinity : Math.ceil(clients * [0.05, 0.05, 0.1, 0.02][j % 4]!),
    ),
    floors: flooredGroups > 0 ? [{ groupOf, atLeast }] : [],
    seed,
  };
}
