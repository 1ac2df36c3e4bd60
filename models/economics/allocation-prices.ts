import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { AllocationProblem } from './allocation-problem.ts';
import type { EqualClients } from './equal-clients.ts';
import { type ScarceThings, scarceThings } from './scarce-things.ts';
import { OptionsInUse, type SmoothedDual, smoothedDual } from './smoothed-dual.ts';

/** What came of looking for prices. */
export interface PricedOptions {
  readonly prices: AllocationPrices;
  /** Share of each of the client's options at the prices, as smoothed last; the array is used again. */
  shares(client: number): Float64Array;
}

/** Prices of what is scarce, in units of benefit; each ≥ 0. */
export interface AllocationPrices {
  /** Of one cent of the budget. */
  readonly budgetCent: number;
  /** Of one place of each intervention. */
  readonly place: Float64Array;
  /** What serving one more of each group is worth beyond the benefit, by floor and group. */
  readonly floor: readonly Float64Array[];
}

const sampledClients = 20_000;
/** Smoothing, as a share of the mean benefit: from far to near. */
const smoothings = [0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003, 0.0001];
const stepsOnSample = 40;
const stepsOnAll = 25;
/** A group whose floor cannot be met would push its price without end. */
const highestPrice = 1e3;

/**
 * Prices that nearly minimise the Lagrangian dual
 * D(p) = Σ_r limit_r p_r + Σ_i max(0, max_j b_ij − λ c_ij − μ_j + Σ ν), p = (λ, μ, ν) ≥ 0.
 *
 * The maximum is smoothed, s ln(1 + Σ_j e^{r_ij / s}), which makes D smooth and its slope the use of each
 * thing against its limit; projected Newton steps follow the minimum as s falls, on evenly spaced clients
 * first and on all at the end (of equals one, as often as they are). Any prices ≥ 0 give a true bound, so only
 * its tightness rests on this.
 *
 * @source Fisher 1981, Manag Sci 27:1 (Lagrangian bound); Nesterov 2005, Math Program 103:127 (smoothing);
 *   Bertsekas 1982, SIAM J Control Optim 20:221 (projected Newton)
 */
export function allocationPrices(problem: AllocationProblem, groups: readonly EqualClients[]): PricedOptions {
  const things = scarceThings(problem, groups);
  const prices = pricesOfScarce(things);
  const inUse = new OptionsInUse(things, prices, smoothings.at(-1)!);
  return { prices: pricesInUnits(things, prices), shares: (client) => inUse.shares(client) };
}

function pricesOfScarce(things: ScarceThings): Float64Array {
  const clients = things.different.length;
  // Of what there is none the price starts high: nobody is to come near it.
  let prices = Float64Array.from(things.limit, (amount) => (amount === 0 ? highestPrice : 0));
  if (prices.length === 0 || clients === 0) return prices;
  const every = Math.max(1, Math.floor(clients / sampledClients));
  for (const smoothing of smoothings) prices = descend(things, prices, smoothing, every, stepsOnSample);
  if (every === 1) return prices;
  return descend(things, prices, smoothings.at(-1)!, 1, stepsOnAll);
}

/** D at the prices: no allocation has more. */
export function dualBound(problem: AllocationProblem, prices: AllocationPrices): number {
  const { clients, interventions, budgetCents, capacity, floors = [] } = problem;
  let bound = prices.budgetCent === 0 ? 0 : prices.budgetCent * budgetCents;
  for (let j = 0; j < interventions; j++) {
    if (prices.place[j]! > 0) bound += prices.place[j]! * Math.floor(capacity[j]!);
  }
  floors.forEach(({ atLeast }, floor) => {
    for (let group = 0; group < atLeast.length; group++) {
      bound -= prices.floor[floor]![group]! * atLeast[group]!;
    }
  });
  for (let client = 0; client < clients; client++) {
    let best = 0;
    for (let j = 0; j < interventions; j++) best = Math.max(best, pricedBenefit(problem, prices, client, j));
    bound += best;
  }
  return bound;
}

/** b_ij − λ c_ij − μ_j + ν of the client's groups; −Infinity where the client is not eligible. */
export function pricedBenefit(
  problem: AllocationProblem,
  prices: AllocationPrices,
  client: number,
  intervention: number,
): number {
  const cell = client * problem.interventions + intervention;
  const benefit = problem.benefit[cell]!;
  if (Number.isNaN(benefit)) return -Infinity;
  const { costCents, floors } = problem;
  const cost = costCents[costCents.length === problem.benefit.length ? cell : intervention]!;
  let priced = benefit - prices.budgetCent * cost - prices.place[intervention]!;
  if (floors === undefined) return priced;
  for (let floor = 0; floor < floors.length; floor++) {
    const group = floors[floor]!.groupOf[client]!;
    if (group >= 0) priced += prices.floor[floor]![group]!;
  }
  return priced;
}

function pricesInUnits(things: ScarceThings, prices: Float64Array): AllocationPrices {
  const { benefitUnit, costUnit, budgetAt, placeAt, floorAt } = things;
  const priceAt = (at: number) => (at < 0 ? 0 : prices[at]! * benefitUnit);
  return {
    budgetCent: priceAt(budgetAt) / costUnit,
    place: Float64Array.from(placeAt, priceAt),
    floor: floorAt.map((groups) => Float64Array.from(groups, priceAt)),
  };
}

/** Projected Newton with damping: prices at 0 that would fall below stay where they are. */
function descend(
  things: ScarceThings,
  from: Float64Array,
  smoothing: number,
  every: number,
  steps: number,
): Float64Array<ArrayBuffer> {
  let prices = Float64Array.from(from);
  let now = smoothedDual(things, prices, smoothing, every);
  let damping = 1e-6;
  for (let step = 0; step < steps && !isSettled(things, prices, now.slope); step++) {
    const next = dampedStep(prices, now, damping);
    const then = next && smoothedDual(things, next, smoothing, every);
    if (then && then.height < now.height) {
      [prices, now, damping] = [next, then, Math.max(1e-12, damping / 10)];
    } else {
      damping *= 30;
      if (damping > 1e8) break;
    }
  }
  return prices;
}

/** Each thing that has a price is used up to a ten-thousandth, and none is used beyond that. */
function isSettled({ limit }: ScarceThings, prices: Float64Array, slope: Float64Array): boolean {
  return slope.every((left, at) => {
    const tolerance = 1e-4 * Math.abs(limit[at]!) + 1e-9;
    return prices[at] === 0 ? left > -tolerance : Math.abs(left) < tolerance;
  });
}

/** Undefined when the curvature is too flat, as far as rounding can tell, for the damping. */
function dampedStep(
  prices: Float64Array,
  now: SmoothedDual,
  damping: number,
): Float64Array<ArrayBuffer> | undefined {
  const free = [...prices.keys()].filter((at) => prices[at]! > 0 || now.slope[at]! < 0);
  const next = Float64Array.from(prices);
  if (free.length === 0) return next;
  const curvature = now.curvature.selection(free, free);
  const largest = Math.max(...curvature.diagonal(), 1e-12);
  for (let at = 0; at < free.length; at++) {
    curvature.set(at, at, curvature.get(at, at) * (1 + damping) + damping * largest);
  }
  const downhill = Matrix.columnVector(free.map((at) => -now.slope[at]!));
  const factor = new CholeskyDecomposition(curvature);
  if (!factor.isPositiveDefinite()) return undefined;
  const change = factor.solve(downhill).to1DArray();
  free.forEach((at, place) => {
    next[at] = Math.min(highestPrice, Math.max(0, prices[at]! + change[place]!));
  });
  return next;
}
