/** One strategy's mean cost and mean effect, in any currency and any unit of effect. */
export interface Strategy {
  /** Its name; no two strategies have the same. */
  readonly strategy: string;
  /** Finite; may be below 0. */
  readonly cost: number;
  /** Finite; more is better. */
  readonly effect: number;
}

export type DominanceStatus = 'non-dominated' | 'extended-dominated' | 'dominated';

/** A strategy beside the next less costly one on the frontier; null for the least costly and the dominated. */
export interface IncrementalRow extends Strategy {
  readonly incrementalCost: number | null;
  readonly incrementalEffect: number | null;
  /** Incremental cost-effectiveness ratio: cost of one more unit of effect. */
  readonly icer: number | null;
  readonly status: DominanceStatus;
}

/** Relative error of a number read from decimals, with a little room. */
const roundingError = 2 ** -50;

/**
 * Incremental cost-effectiveness table: non-dominated strategies by cost, then extended-dominated, then
 * dominated ones by cost.
 *
 * Dominated: another costs no more and does no less, and is not equal in both. Extended-dominated: a mix of two
 * others costs less and does as much, so that the ratio would fall from this strategy to the next. Equal
 * ratios stay: what lies on the line between two others (as far as rounding can tell) is dominated by no mix.
 * Strategies equal in cost and effect have the same row but for the name. The order of the input, the currency
 * and a shift of all costs or effects change nothing.
 *
 * @throws RangeError when there is none, two have one name, or a number is not finite
 * @source Paulden 2020, PharmacoEconomics 38:785; Drummond et al. 2015, chapter 4
 * @example
 * incrementalAnalysis([
 *   { strategy: 'usual care', cost: 5000, effect: 1 }, { strategy: 'home rehabilitation', cost: 10000, effect: 2 },
 * ])[1]?.icer; // 5000
 */
export function incrementalAnalysis(strategies: readonly Strategy[]): IncrementalRow[] {
  checkStrategies(strategies);
  const byCost = [...strategies].sort(inOrder);
  const undominated = byCost.filter((own, at) => !isDominated(own, byCost, at));
  const frontier = efficientFrontier(undominated);
  const rows = byCost.map((own) => rowOf(own, undominated, frontier));
  return rows.sort((one, other) => statusOrder[one.status] - statusOrder[other.status]);
}

const statusOrder = { 'non-dominated': 0, 'extended-dominated': 1, dominated: 2 };

/** By cost, then most effect, then name by code units. */
export function inOrder(one: Strategy, other: Strategy): number {
  return one.cost - other.cost || other.effect - one.effect || (one.strategy < other.strategy ? -1 : 1);
}

const isEqual = (one: Strategy, other: Strategy) => one.cost === other.cost && one.effect === other.effect;

/** Whether one that comes before, and so costs no more, does no less. */
function isDominated(own: Strategy, byCost: readonly Strategy[], at: number): boolean {
  for (let before = 0; before < at; before++) {
    if (byCost[before]!.effect >= own.effect && !isEqual(byCost[before]!, own)) return true;
  }
  return false;
}

/** Lower convex hull of cost over effect, one of each that are equal. */
function efficientFrontier(undominated: readonly Strategy[]): Strategy[] {
  const hull: Strategy[] = [];
  for (const next of undominated) {
    if (hull.length > 0 && isEqual(hull.at(-1)!, next)) continue;
    while (hull.length > 1 && isAbove(hull.at(-2)!, hull.at(-1)!, next)) hull.pop();
    hull.push(next);
  }
  return hull;
}

/**
 * Whether the ratio falls from low → middle to middle → high by more than the numbers' own rounding. In shares
 * of the largest cost and effect, so that no product leaves the range of numbers.
 */
function isAbove(low: Strategy, middle: Strategy, high: Strategy): boolean {
  const costUnit = Math.max(Math.abs(low.cost), Math.abs(middle.cost), Math.abs(high.cost)) || 1;
  const effectUnit = Math.max(Math.abs(low.effect), Math.abs(middle.effect), Math.abs(high.effect)) || 1;
  const costBefore = (middle.cost - low.cost) / costUnit;
  const costAfter = (high.cost - middle.cost) / costUnit;
  const effectBefore = (middle.effect - low.effect) / effectUnit;
  const effectAfter = (high.effect - middle.effect) / effectUnit;
  const slack = roundingError * (effectBefore + effectAfter + costBefore + costAfter);
  return costBefore * effectAfter - costAfter * effectBefore > slack;
}

function rowOf(
  own: Strategy,
  undominated: readonly Strategy[],
  frontier: readonly Strategy[],
): IncrementalRow {
  const { strategy, cost, effect } = own;
  const none = { strategy, cost, effect, incrementalCost: null, incrementalEffect: null, icer: null };
  const at = frontier.findIndex((other) => isEqual(own, other));
  if (at < 0) return { ...none, status: undominated.includes(own) ? 'extended-dominated' : 'dominated' };
  if (at === 0) return { ...none, status: 'non-dominated' };
  const incrementalCost = cost - frontier[at - 1]!.cost;
  const incrementalEffect = effect - frontier[at - 1]!.effect;
  const icer = incrementalCost / incrementalEffect;
  return { strategy, cost, effect, incrementalCost, incrementalEffect, icer, status: 'non-dominated' };
}

function checkStrategies(strategies: readonly Strategy[]): void {
  if (strategies.length === 0) throw new RangeError('strategies: expected at least one, got none');
  const names = new Set<string>();
  for (const { strategy, cost, effect } of strategies) {
    if (names.has(strategy)) throw new RangeError(`strategy: expected each name once, got ${strategy}`);
    names.add(strategy);
    if (!Number.isFinite(cost)) throw new RangeError(`cost: expected a finite number, got ${cost}`);
    if (!Number.isFinite(effect)) throw new RangeError(`effect: expected a finite number, got ${effect}`);
  }
}
