import { type AtWillingnessToPay, acceptabilityCurves } from './acceptability.ts';
import { type IncrementalRow, incrementalAnalysis } from './incremental-analysis.ts';
import {
  type AgainstReference,
  againstReference,
  type StrategyDraws,
  strategyMeans,
} from './strategy-draws.ts';

/** A strategy's row in the incremental table of means, with its Monte-Carlo errors and its risks. */
export interface ComparedStrategy extends IncrementalRow {
  readonly costError: number;
  readonly effectError: number;
  /** Beside the reference; undefined for the reference itself. */
  readonly against: AgainstReference | undefined;
}

/** Strategies compared over draws of a probabilistic analysis. */
export interface DrawComparison {
  readonly draws: number;
  readonly reference: string;
  /** In the order of the incremental table. */
  readonly strategies: readonly ComparedStrategy[];
  /** Positions in these are those of `StrategyDraws.strategies`. */
  readonly curves: readonly AtWillingnessToPay[];
}

/**
 * Incremental table of the means, the probability that each strategy saves money and that it does harm beside
 * the reference, and the curves over willingness to pay.
 *
 * @param reference the least costly strategy that is not dominated, unless told
 * @throws RangeError as `acceptabilityCurves`; when the reference is none of the strategies
 */
export function compareDraws(
  drawn: StrategyDraws,
  willingnessToPay: readonly number[],
  reference?: string,
): DrawComparison {
  const curves = acceptabilityCurves(drawn, willingnessToPay);
  const means = strategyMeans(drawn);
  const rows = incrementalAnalysis(
    means.map(({ strategy, cost, effect }) => ({ strategy, cost: cost.mean, effect: effect.mean })),
  );
  const chosen = reference ?? rows[0]!.strategy;
  const against = againstReference(drawn, chosen);
  const strategies = rows.map((row) => {
    const at = drawn.strategies.indexOf(row.strategy);
    return {
      ...row,
      costError: means[at]!.cost.standardError,
      effectError: means[at]!.effect.standardError,
      against: row.strategy === chosen ? undefined : against[at],
    };
  });
  return { draws: drawn.draws, reference: chosen, strategies, curves };
}
