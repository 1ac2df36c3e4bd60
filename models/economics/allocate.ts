import { type AllocationPrices, allocationPrices, dualBound, pricedBenefit } from './allocation-prices.ts';
import {
  type Allocation,
  type AllocationProblem,
  checkAllocationProblem,
  type FloorMet,
} from './allocation-problem.ts';
import { drawLots } from './lots.ts';
import { Places } from './places.ts';
import { repairPlaces } from './repair-places.ts';

export type { Allocation, AllocationProblem, FairnessFloor, FloorMet } from './allocation-problem.ts';

/**
 * At most one intervention a client, within the budget and each intervention's places, with at least so many
 * served of each group that has a floor, to the greatest total benefit: max Σ b_ij x_ij.
 *
 * By prices: what is scarce gets a price (Lagrangian dual), each client takes what is worth most to them at
 * those prices, and the few whom that leaves over or short are moved where it costs least. The dual at the
 * prices bounds every allocation, so the gap is known, not guessed. Lots decide among equals.
 *
 * @throws RangeError when lengths differ, a benefit is infinite, a cost, place or floor below 0
 * @source Fisher 1981, Manag Sci 27:1; Sinha & Zoltners 1979, Oper Res 27:503 (multiple-choice knapsack)
 * @example
 * allocate({
 *   clients: 2, interventions: 1, benefit: Float64Array.of(5, 3), costCents: Float64Array.of(100),
 *   budgetCents: 100, capacity: [Infinity], seed: 1,
 * }).chosen; // [0, -1]
 */
export function allocate(problem: AllocationProblem): Allocation {
  checkAllocationProblem(problem);
  const prices = allocationPrices(problem);
  const places = new Places(problem, freeChoice(problem, prices));
  repairPlaces(places, prices);
  return allocationOf(problem, places.chosen, prices);
}

/** What each client would take at the prices if there were enough of everything. */
function freeChoice(problem: AllocationProblem, prices: AllocationPrices): Int8Array {
  const chosen = new Int8Array(problem.clients).fill(-1);
  for (let client = 0; client < problem.clients; client++) {
    let highest = 0;
    for (let j = 0; j < problem.interventions; j++) {
      const own = pricedBenefit(problem, prices, client, j);
      if (own > highest) [chosen[client], highest] = [j, own];
    }
  }
  return chosen;
}

/** Lots among equals, sums and the bound, for a choice however it was made. */
export function allocationOf(
  problem: AllocationProblem,
  choice: Int8Array,
  prices: AllocationPrices,
): Allocation {
  const lots = drawLots(problem, choice);
  const places = new Places(problem, choice);
  const placesTaken = new Float64Array(problem.interventions);
  let [served, totalBenefit, totalCostCents] = [0, 0, 0];
  for (let client = 0; client < problem.clients; client++) {
    const intervention = choice[client]!;
    if (intervention < 0) continue;
    served++;
    placesTaken[intervention]! += 1;
    totalBenefit += places.benefit(client, intervention);
    totalCostCents += places.costCents(client, intervention);
  }
  const upperBound = Math.max(totalBenefit, dualBound(problem, prices));
  const gapShare = upperBound === 0 ? 0 : (upperBound - totalBenefit) / Math.abs(upperBound);
  const { budgetCent, place } = prices;
  return {
    chosen: choice,
    served,
    placesTaken,
    totalBenefit,
    totalCostCents,
    upperBound,
    gapShare,
    prices: { budgetCent, place },
    floors: floorsMet(problem, places),
    ...lots,
    seed: problem.seed,
  };
}

function floorsMet({ floors = [] }: AllocationProblem, { servedOf }: Places): FloorMet[] {
  return floors.flatMap(({ atLeast }, floor) =>
    Array.from(atLeast, (least, group) => ({
      floor,
      group,
      atLeast: least,
      served: servedOf[floor]![group]!,
    })).filter((met) => met.atLeast > 0),
  );
}
