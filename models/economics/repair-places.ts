import { type AllocationPrices, pricedBenefit } from './allocation-prices.ts';
import { Moves } from './moves.ts';
import type { Places } from './places.ts';

/** Moves sorted in one go; more are looked at in the next round. */
const movesAtOnce = 200_000;
const rounds = 50;

/**
 * Makes an allocation feasible and then full, losing as little as the prices say: whoever has the least to
 * lose by the next best option leaves an overfull intervention; floors are met by those who gain most; what
 * exceeds the budget is saved where a cent saved costs least; what is left is given where it gains most.
 * A floor that cannot be met within the budget gives way to the budget.
 */
export function repairPlaces(places: Places, prices: AllocationPrices): void {
  places.budgetLeftCents -= keptForRounding(places);
  emptyOverfull(places, prices);
  meetFloors(places, prices);
  saveBudget(places, prices, true);
  saveBudget(places, prices, false);
  giveWhatIsLeft(places, prices);
}

/** Sums of whole cents are exact; of others, a ten-thousand-millionth of the budget is left for rounding. */
function keptForRounding({ problem: { budgetCents, costCents } }: Places): number {
  return budgetCents < Infinity && !costCents.every(Number.isInteger) ? budgetCents * 1e-10 : 0;
}

function emptyOverfull(places: Places, prices: AllocationPrices): void {
  for (let from = 0; from < places.problem.interventions; from++) {
    if (places.placesLeft[from]! >= 0) continue;
    const moves = new Moves(places.problem.seed);
    for (let client = 0; client < places.chosen.length; client++) {
      if (places.chosen[client] !== from) continue;
      const to = bestWithPlace(places, prices, client);
      moves.add(client, to, priced(places, prices, client, from) - priced(places, prices, client, to));
    }
    moves.inOrder(moves.length, (client) => {
      if (places.placesLeft[from]! >= 0) return false;
      places.give(client, bestWithPlace(places, prices, client));
      return true;
    });
  }
}

/** The option with a place that has the highest priced benefit; −1 when none is above 0. */
function bestWithPlace(places: Places, prices: AllocationPrices, client: number): number {
  let [best, highest] = [-1, 0];
  for (let j = 0; j < places.problem.interventions; j++) {
    if (!places.hasPlace(j)) continue;
    const own = priced(places, prices, client, j);
    if (own > highest) [best, highest] = [j, own];
  }
  return best;
}

/** 0 for none. */
const priced = ({ problem }: Places, prices: AllocationPrices, client: number, intervention: number) =>
  intervention < 0 ? 0 : pricedBenefit(problem, prices, client, intervention);

function meetFloors(places: Places, prices: AllocationPrices): void {
  const holders = new Holders(places, prices);
  (places.problem.floors ?? []).forEach(({ groupOf, atLeast }, floor) => {
    const served = places.servedOf[floor]!;
    for (let group = 0; group < atLeast.length; group++) {
      if (served[group]! >= atLeast[group]!) continue;
      const moves = unservedOf(places, prices, groupOf, group);
      const isShort = () => served[group]! < atLeast[group]!;
      moves.inOrder(moves.length, (client, to) => {
        if (isShort()) takePlace(places, holders, client, to);
        return isShort();
      });
    }
  });
}

function unservedOf(
  places: Places,
  prices: AllocationPrices,
  groupOf: ArrayLike<number>,
  group: number,
): Moves {
  const moves = new Moves(places.problem.seed);
  for (let client = 0; client < places.chosen.length; client++) {
    if (places.chosen[client]! >= 0 || groupOf[client] !== group) continue;
    for (let j = 0; j < places.problem.interventions; j++) {
      const own = priced(places, prices, client, j);
      if (own > -Infinity && places.problem.capacity[j]! >= 1) moves.add(client, j, -own);
    }
  }
  return moves;
}

/** A place for a client of a group below its floor, if need be from whoever loses least and holds no floor. */
function takePlace(places: Places, holders: Holders, client: number, intervention: number): void {
  if (places.chosen[client]! >= 0) return;
  if (!places.hasPlace(intervention)) {
    const holder = holders.next(intervention);
    if (holder === undefined) return;
    places.give(holder, -1);
  }
  places.give(client, intervention);
}

/** Those who hold a place and no floor, by intervention, the least loss first. */
class Holders {
  readonly #places: Places;
  readonly #prices: AllocationPrices;
  readonly #queues = new Map<number, number[]>();

  constructor(places: Places, prices: AllocationPrices) {
    this.#places = places;
    this.#prices = prices;
  }

  next(intervention: number): number | undefined {
    const queue = this.#queues.get(intervention) ?? this.#queueOf(intervention);
    this.#queues.set(intervention, queue);
    for (let holder = queue.pop(); holder !== undefined; holder = queue.pop()) {
      if (this.#places.chosen[holder] === intervention && !this.#places.holdsFloor(holder)) return holder;
    }
    return undefined;
  }

  /** The least loss last. */
  #queueOf(intervention: number): number[] {
    const moves = new Moves(this.#places.problem.seed);
    this.#places.chosen.forEach((own, client) => {
      if (own !== intervention) return;
      moves.add(client, -1, priced(this.#places, this.#prices, client, intervention));
    });
    const queue: number[] = [];
    moves.inOrder(moves.length, (client) => queue.push(client) > 0);
    return queue.reverse();
  }
}

function saveBudget(places: Places, prices: AllocationPrices, isFloorHeld: boolean): void {
  while (places.budgetLeftCents < 0) {
    const moves = savings(places, prices, isFloorHeld);
    if (moves.length === 0) return;
    moves.inOrder(movesAtOnce, (client, to) => {
      if (places.hasPlace(to) && !(to < 0 && isFloorHeld && places.holdsFloor(client)))
        places.give(client, to);
      return places.budgetLeftCents < 0;
    });
  }
}

/** Each client's cheapest way, in benefit a cent, to save something. */
function savings(places: Places, prices: AllocationPrices, isFloorHeld: boolean): Moves {
  const moves = new Moves(places.problem.seed);
  for (let client = 0; client < places.chosen.length; client++) {
    const from = places.chosen[client]!;
    if (from < 0) continue;
    const [cost, own] = [places.costCents(client, from), worth(places, prices, client, from)];
    let [best, least] = [-2, Infinity];
    for (let to = -1; to < places.problem.interventions; to++) {
      const saved = cost - places.costCents(client, to);
      if (!(saved > 0) || !places.hasPlace(to)) continue;
      if (to < 0 && isFloorHeld && places.holdsFloor(client)) continue;
      const loss = (own - worth(places, prices, client, to)) / saved;
      if (loss < least) [best, least] = [to, loss];
    }
    if (best > -2) moves.add(client, best, least);
  }
  return moves;
}

/** Priced benefit before the budget is paid for. */
const worth = (places: Places, prices: AllocationPrices, client: number, intervention: number) =>
  priced(places, prices, client, intervention) + prices.budgetCent * places.costCents(client, intervention);

function giveWhatIsLeft(places: Places, prices: AllocationPrices): void {
  for (let round = 0; round < rounds; round++) {
    const moves = gains(places, prices);
    let made = 0;
    moves.inOrder(movesAtOnce, (client, to) => {
      if (!isGain(places, client, to)) return true;
      places.give(client, to);
      made++;
      return true;
    });
    if (made === 0) return;
  }
}

/** Each client's best affordable gain by the prices. */
function gains(places: Places, prices: AllocationPrices): Moves {
  const moves = new Moves(places.problem.seed);
  for (let client = 0; client < places.chosen.length; client++) {
    const own = priced(places, prices, client, places.chosen[client]!);
    let [best, least] = [-2, Infinity];
    for (let to = -1; to < places.problem.interventions; to++) {
      if (!isGain(places, client, to)) continue;
      const loss = own - priced(places, prices, client, to);
      if (loss < least) [best, least] = [to, loss];
    }
    if (best > -2) moves.add(client, best, least);
  }
  return moves;
}

function isGain(places: Places, client: number, to: number): boolean {
  const from = places.chosen[client]!;
  if (to === from || !places.hasPlace(to)) return false;
  if (!(places.benefit(client, to) > places.benefit(client, from))) return false;
  if (places.costCents(client, to) - places.costCents(client, from) > places.budgetLeftCents) return false;
  return to >= 0 || !places.holdsFloor(client);
}
