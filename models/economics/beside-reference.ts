import { incrementalNetBenefit } from './acceptability.ts';
import { type DrawnSummary, summaryOfDraws } from './drawn-change.ts';
import type { StrategyDraws } from './strategy-draws.ts';

/** A strategy beside another: means over draws and the middle 95 % of the draws. */
export interface BesideReference {
  readonly strategy: string;
  readonly incrementalCost: DrawnSummary;
  readonly incrementalEffect: DrawnSummary;
  /** Cost of one more unit of effect; null where it makes no difference to the effect. */
  readonly icer: number | null;
  /** The middle 95 % of the draws' ratios; null where draws with more and with less effect are both among the middle 95 %. */
  readonly icerInterval: readonly [lower95: number, upper95: number] | null;
  readonly netBenefit: readonly NetBenefitBeside[];
}

/** Net benefit of one strategy over another at a willingness to pay. */
export interface NetBenefitBeside {
  readonly willingnessToPay: number;
  readonly incremental: DrawnSummary;
  /** Share of draws in which it is above 0. */
  readonly probabilityAboveZero: number;
}

/**
 * Every other strategy beside a chosen one. A ratio over draws means one thing only while more effect is gained, or while
 * less is; where both may be, its interval is not told, and the net benefit's is what to read.
 *
 * @throws RangeError when the reference is none of the strategies
 * @source Briggs, O'Brien & Blackhouse 2002, Annu Rev Public Health 23:377
 */
export function besideReference(
  drawn: StrategyDraws,
  reference: string,
  willingnessToPay: readonly number[],
): BesideReference[] {
  const other = drawn.strategies.indexOf(reference);
  if (other < 0) throw new RangeError('reference: expected one of the strategies');
  return drawn.strategies.flatMap((strategy, own) => {
    if (own === other) return [];
    const cost = differences(drawn.cost, drawn, own, other);
    const effect = differences(drawn.effect, drawn, own, other);
    const [incrementalCost, incrementalEffect] = [summaryOfDraws(cost), summaryOfDraws(effect)];
    return {
      strategy,
      incrementalCost,
      incrementalEffect,
      icer: icerOf(incrementalCost.mean, incrementalEffect.mean),
      icerInterval: icerInterval(cost, effect, incrementalEffect),
      netBenefit: willingnessToPay.map((worth) => netBenefitAt(drawn, own, other, worth)),
    };
  });
}

function netBenefitAt(
  drawn: StrategyDraws,
  own: number,
  other: number,
  willingnessToPay: number,
): NetBenefitBeside {
  const values = incrementalNetBenefit(drawn, own, other, willingnessToPay);
  const above = values.reduce((count, value) => count + Number(value > 0), 0);
  return {
    willingnessToPay,
    incremental: summaryOfDraws(values),
    probabilityAboveZero: above / values.length,
  };
}

const differences = (
  values: Float64Array,
  { draws, strategies }: StrategyDraws,
  own: number,
  other: number,
) =>
  Float64Array.from(
    { length: draws },
    (_, draw) => values[draw * strategies.length + own]! - values[draw * strategies.length + other]!,
  );

/** Cost of one more unit of effect; null where there is no more or less of it. */
export const icerOf = (cost: number, effect: number): number | null => (effect === 0 ? null : cost / effect);

function icerInterval(
  cost: Float64Array,
  effect: Float64Array,
  { lower95, upper95 }: DrawnSummary,
): readonly [number, number] | null {
  if (!(lower95 > 0 || upper95 < 0)) return null;
  const sign = Math.sign(lower95);
  const ratios = cost
    .map((value, draw) => value / effect[draw]!)
    .filter((_, draw) => Math.sign(effect[draw]!) === sign);
  const summary = summaryOfDraws(ratios);
  return [summary.lower95, summary.upper95];
}

/** How one strategy stands to another on the plane. */
export type PlanePosition =
  | 'costs-more-does-more'
  | 'costs-more-does-less'
  | 'saves-does-more'
  | 'saves-does-less'
  | 'same';

/** One strategy's means beside another's. */
export interface Pair {
  readonly strategy: string;
  readonly beside: string;
  readonly incrementalCost: number;
  readonly incrementalEffect: number;
  readonly icer: number | null;
  readonly position: PlanePosition;
}

/** Every strategy beside every other, both ways. No more cost or no less effect counts to the better side. */
export const pairwise = (
  strategies: readonly { readonly strategy: string; readonly cost: number; readonly effect: number }[],
): Pair[] =>
  strategies.flatMap((own) =>
    strategies
      .filter((other) => other !== own)
      .map((other) => {
        const incrementalCost = own.cost - other.cost;
        const incrementalEffect = own.effect - other.effect;
        return {
          strategy: own.strategy,
          beside: other.strategy,
          incrementalCost,
          incrementalEffect,
          icer: icerOf(incrementalCost, incrementalEffect),
          position: positionOf(incrementalCost, incrementalEffect),
        };
      }),
  );

function positionOf(cost: number, effect: number): PlanePosition {
  if (cost === 0 && effect === 0) return 'same';
  return `${cost > 0 ? 'costs-more' : 'saves'}-${effect >= 0 ? 'does-more' : 'does-less'}`;
}
