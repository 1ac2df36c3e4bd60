import {
  type AllocationPrices,
  allocationPrices,
  dualBound,
  type PricedOptions,
  pricedBenefit,
} from './allocation-prices.ts';
import {
  type Allocation,
  type AllocationProblem,
  checkAllocationProblem,
  type FloorMet,
} from './allocation-problem.ts';
import { type EqualClients, equalClients } from './equal-clients.ts';
import { drawLots } from './lots.ts';
import { Places } from './places.ts';
import { repairPlaces } from './repair-places.ts';

export type { Allocation, AllocationProblem, FairnessFloor, FloorMet } from './allocation-problem.ts';

/** A first choice whose gap is no more than this is not tried again the other way. */
const closeEnough = 1e-4;

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
  const groups = equalClients(problem);
  const priced = allocationPrices(problem, groups);
  const bound = dualBound(problem, priced.prices);
  const places = repaired(problem, choiceAtPrices(problem, priced, groups), priced.prices);
  if (bound - places.totalBenefit() <= closeEnough * Math.abs(bound)) {
    return allocationOf(problem, groups, places.chosen, priced.prices);
  }
  const everybody = Array.from({ length: problem.clients }, (_, client) => [client]);
  const shared = repaired(problem, choiceAtPrices(problem, priced, everybody), priced.prices);
  const better = isBetter(shared, places) ? shared : places;
  return allocationOf(problem, groups, better.chosen, priced.prices);
}

function repaired(problem: AllocationProblem, choice: Int8Array, prices: AllocationPrices): Places {
  const places = new Places(problem, choice);
  repairPlaces(places, prices);
  return places;
}

const isBetter = (one: Places, other: Places) =>
  one.missingOfFloors() < other.missingOfFloors() ||
  (one.missingOfFloors() === other.missingOfFloors() && one.totalBenefit() > other.totalBenefit());

/**
 * What each client would take at the prices if there were enough of everything. Members of a group who are
 * near the edge between options are shared out by the options' shares: together they would all take one.
 */
function choiceAtPrices(
  problem: AllocationProblem,
  priced: PricedOptions,
  groups: readonly EqualClients[],
): Int8Array {
  const chosen = new Int8Array(problem.clients);
  for (let client = 0; client < problem.clients; client++)
    chosen[client] = best(problem, priced.prices, client);
  const owed = new Float64Array(problem.interventions + 1);
  for (const members of groups) {
    const share = Float64Array.from([...priced.shares(members[0]!), 0]);
    share[problem.interventions] = 1 - share.reduce((sum, own) => sum + own, 0);
    if (share.some((own) => own > 1 - 1e-9)) continue;
    for (const client of members) chosen[client] = mostOwed(owed, share);
  }
  return chosen;
}

/** Intervention with the highest priced benefit, −1 when none is above 0. */
function best(problem: AllocationProblem, prices: AllocationPrices, client: number): number {
  let [option, highest] = [-1, 0];
  for (let j = 0; j < problem.interventions; j++) {
    const own = pricedBenefit(problem, prices, client, j);
    if (own > highest) [option, highest] = [j, own];
  }
  return option;
}

/** The option that has had least of its shares so far, of those with a share; the last one is none, −1. */
function mostOwed(owed: Float64Array, share: Float64Array): number {
  let most = -1;
  for (let option = 0; option < share.length; option++) {
    owed[option]! += share[option]!;
    if (share[option]! > 0 && (most < 0 || owed[option]! > owed[most]!)) most = option;
  }
  owed[most]! -= 1;
  return most === share.length - 1 ? -1 : most;
}

/** Lots among equals, sums and the bound, for a choice however it was made. */
export function allocationOf(
  problem: AllocationProblem,
  groups: readonly EqualClients[],
  choice: Int8Array,
  prices: AllocationPrices,
): Allocation {
  const lots = drawLots(problem, groups, choice);
  const places = new Places(problem, choice);
  const totalBenefit = places.totalBenefit();
  const upperBound = Math.max(totalBenefit, dualBound(problem, prices));
  const placesTaken = new Float64Array(problem.interventions);
  for (const intervention of choice) if (intervention >= 0) placesTaken[intervention]! += 1;
  return {
    chosen: choice,
    served: placesTaken.reduce((sum, taken) => sum + taken, 0),
    placesTaken,
    totalBenefit,
    totalCostCents: places.totalCostCents(),
    upperBound,
    gapShare: upperBound === 0 ? 0 : (upperBound - totalBenefit) / Math.abs(upperBound),
    prices: { budgetCent: prices.budgetCent, place: prices.place },
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
