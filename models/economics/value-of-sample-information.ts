import { drawsFor, normalDraw } from '../risk/random-draws.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import type { StrategyDraws } from './strategy-draws.ts';
import { learning } from './value-of-partial-information.ts';

/** The purpose of the draws, so that no other stream of the seed has the same. */
const resultDraws = 83;

/** What a study would find if each draw were the truth: results, one a draw, of all that it measures. */
export type StudyResults = ParameterDraws;

/** What a study is worth to a decision. */
export interface SampleInformation {
  readonly willingnessToPay: number;
  /** 0 ≤ EVSI ≤ EVPI. */
  readonly evsi: number;
  /** How far it would move with other draws, the regression's own noise with it. */
  readonly evsiError: number;
}

/**
 * Expected value of sample information: E[NB of who decides by the study's result] − max_s E[NB_s]. What the result tells
 * of each strategy is learnt by regression of the draws' net benefits on results made from the same draws, cross-fitted as
 * for EVPPI; a result is to a decision what a parameter is that is known with error.
 *
 * @param results for each draw what the study would find: sufficient statistics, or near ones
 * @throws RangeError as `partialInformation`
 * @source Strong, Oakley, Brennan & Breeze 2015, Med Decis Making 35:570
 */
export const sampleInformation = (
  drawn: StrategyDraws,
  results: StudyResults,
  willingnessToPay: readonly number[],
): SampleInformation[] =>
  learning(
    drawn,
    willingnessToPay,
  )(results).map(({ willingnessToPay: own, evppi, evppiError }) => ({
    willingnessToPay: own,
    evsi: evppi,
    evsiError: evppiError,
  }));

/**
 * The log ratio that a study would estimate in each draw: the true one and an error, normal with the standard error that
 * so many events make, Var = 1/E₁ + 1/E₀.
 *
 * @param trueRatio rate of those offered over that of the others, one a draw
 * @param othersEvents events expected among the others, one a draw
 * @param offeredPerOther how many are offered for one who is not
 */
export function estimatedLogRatios(
  trueRatio: Float64Array,
  othersEvents: Float64Array,
  { offeredPerOther, seed }: { readonly offeredPerOther: number; readonly seed: number },
): Float64Array {
  const stream = drawsFor(seed, resultDraws);
  return trueRatio.map((ratio, draw) => {
    const others = othersEvents[draw]!;
    const offered = others * ratio * offeredPerOther;
    return Math.log(ratio) + normalDraw(stream) * Math.sqrt(1 / offered + 1 / others);
  });
}
