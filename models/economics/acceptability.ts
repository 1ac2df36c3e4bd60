import { checkDraws, drawnMean, type StrategyDraws, strategyMeans } from './strategy-draws.ts';

/** What the draws say at one willingness to pay; arrays have one number a strategy. */
export interface AtWillingnessToPay {
  /** Currency a unit of effect. */
  readonly willingnessToPay: number;
  /** Expected net monetary benefit: λ E[effect] − E[cost]. */
  readonly expectedNetBenefit: Float64Array;
  /** Share of draws in which the strategy has the greatest net benefit; equals share a draw. Sums to 1. */
  readonly acceptability: Float64Array;
  readonly acceptabilityError: Float64Array;
  /** E[max net benefit] − E[net benefit of the strategy], ≥ 0. */
  readonly expectedLoss: Float64Array;
  readonly expectedLossError: Float64Array;
  /** Position of the strategy with the greatest expected net benefit: the frontier. */
  readonly optimal: number;
  /** Expected value of perfect information: the least expected loss. */
  readonly evpi: number;
  readonly evpiError: number;
}

/** Relative error of λ e − c from numbers read as decimals, with a little room. */
const roundingError = 2 ** -50;

/** 0, 5,000 … 200,000. */
export const usualWillingnessToPay = Array.from({ length: 41 }, (_, step) => step * 5000);

/**
 * Acceptability curves and frontier, expected loss and the value of perfect information.
 *
 * The net benefit of strategy s in draw i is λ e_is − c_is. Equals (as far as the rounding of the numbers can
 * tell) share the draw. On the frontier is whoever has the least expected loss; of equals the least costly.
 * An error is a standard error over draws: how far the figure would move with other draws of the same model.
 *
 * @param willingnessToPay finite, ≥ 0
 * @throws RangeError as `checkDraws`, or when a willingness to pay is not finite or below 0
 * @source Fenwick, Claxton & Sculpher 2001, Health Econ 10:779 (frontier); Alarid-Escudero et al. 2019, Value
 *   Health 22:611 (expected loss); Claxton 1999, J Health Econ 18:341 (EVPI)
 */
export function acceptabilityCurves(
  drawn: StrategyDraws,
  willingnessToPay: readonly number[],
): AtWillingnessToPay[] {
  checkDraws(drawn);
  const wrong = willingnessToPay.find((own) => !(own >= 0 && own < Infinity));
  if (wrong !== undefined) {
    throw new RangeError(`willingnessToPay: expected a finite number from 0, got ${wrong}`);
  }
  const means = strategyMeans(drawn);
  const meanCosts = means.map(({ cost }) => cost.mean);
  return willingnessToPay.map((own) => {
    const expectedNetBenefit = Float64Array.from(means, ({ cost, effect }) => own * effect.mean - cost.mean);
    return { willingnessToPay: own, expectedNetBenefit, ...lossesAt(drawn, own, meanCosts) };
  });
}

function lossesAt(drawn: StrategyDraws, willingnessToPay: number, meanCosts: readonly number[]) {
  const sums = sumOverDraws(drawn, willingnessToPay);
  const n = drawn.draws;
  const error = (sum: number, squares: number) =>
    Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1) / n);
  const expectedLoss = sums.loss.map((sum) => sum / n);
  const least = Math.min(...expectedLoss);
  // A sum over draws is off by up to a rounding error a draw.
  const slack = roundingError * n * sums.size;
  const equals = [...expectedLoss.keys()].filter((at) => expectedLoss[at]! <= least + slack);
  const cheapest = Math.min(...equals.map((at) => meanCosts[at]!));
  const optimal = equals
    .filter((at) => meanCosts[at]! <= cheapest + slack)
    .reduce((first, at) => (drawn.strategies[at]! < drawn.strategies[first]! ? at : first));
  return {
    acceptability: sums.best.map((sum) => sum / n),
    acceptabilityError: sums.best.map((sum, at) => error(sum, sums.bestSquares[at]!)),
    expectedLoss,
    expectedLossError: sums.loss.map((sum, at) => error(sum, sums.lossSquares[at]!)),
    optimal,
    evpi: least,
    evpiError: error(sums.loss[optimal]!, sums.lossSquares[optimal]!),
  };
}

/** Sums over draws of each strategy's loss and of its share in the draw, and of their squares. */
function sumOverDraws(drawn: StrategyDraws, willingnessToPay: number) {
  const count = drawn.strategies.length;
  const [loss, lossSquares] = [new Float64Array(count), new Float64Array(count)];
  const [best, bestSquares] = [new Float64Array(count), new Float64Array(count)];
  const one = { netBenefit: new Float64Array(count), size: new Float64Array(count), top: 0 };
  const isBest = new Uint8Array(count);
  let size = 0;
  for (let draw = 0; draw < drawn.draws; draw++) {
    netBenefitsOf(drawn, draw, willingnessToPay, one);
    let equals = 0;
    for (let own = 0; own < count; own++) {
      const less = one.netBenefit[one.top]! - one.netBenefit[own]!;
      loss[own]! += less;
      lossSquares[own]! += less * less;
      isBest[own] = Number(less <= roundingError * (one.size[own]! + one.size[one.top]!));
      equals += isBest[own]!;
      size = Math.max(size, one.size[own]!);
    }
    for (let own = 0; own < count; own++) {
      const share = isBest[own]! / equals;
      best[own]! += share;
      bestSquares[own]! += share * share;
    }
  }
  return { loss, lossSquares, best, bestSquares, size };
}

/** Net benefits of one draw with the size of the numbers in them, and who has the greatest. */
function netBenefitsOf(
  { strategies, cost, effect }: StrategyDraws,
  draw: number,
  willingnessToPay: number,
  one: { readonly netBenefit: Float64Array; readonly size: Float64Array; top: number },
): void {
  const row = draw * strategies.length;
  one.top = 0;
  for (let own = 0; own < strategies.length; own++) {
    const worth = willingnessToPay * effect[row + own]!;
    one.netBenefit[own] = worth - cost[row + own]!;
    one.size[own] = Math.abs(worth) + Math.abs(cost[row + own]!);
    if (one.netBenefit[own]! > one.netBenefit[one.top]!) one.top = own;
  }
}

/** Net benefit of one strategy over another in each draw: λ Δeffect − Δcost. */
export function incrementalNetBenefit(
  { strategies, draws, cost, effect }: StrategyDraws,
  own: number,
  other: number,
  willingnessToPay: number,
): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) => {
    const row = draw * strategies.length;
    const gain = effect[row + own]! - effect[row + other]!;
    return willingnessToPay * gain - (cost[row + own]! - cost[row + other]!);
  });
}

/** Highest price at which one strategy is worth it beside another that needs no price, by draw and on average. */
export function breakEvenPrice(drawn: StrategyDraws, own: number, other: number, willingnessToPay: number) {
  const prices = incrementalNetBenefit(drawn, own, other, willingnessToPay);
  return { prices, ...drawnMean(prices) };
}
