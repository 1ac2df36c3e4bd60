import { acceptabilityCurves } from './acceptability.ts';
import { CrossFit, type TermSet, termSet } from './cross-fitted.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { smoothTerms } from './smooth-terms.ts';
import { drawnMean, type StrategyDraws } from './strategy-draws.ts';

/** What it would be worth, per decision, to know some parameters for sure. */
export interface PartialInformation {
  readonly willingnessToPay: number;
  /** 0 ≤ EVPPI ≤ EVPI. */
  readonly evppi: number;
  /** How far it would move with other draws, the regression's own noise with it. NaN with one draw. */
  readonly evppiError: number;
}

/** Draws needed for each term of the regression. */
const drawsPerTerm = 10;

/**
 * Expected value of partial perfect information: E[NB of who decides by φ] − max_s E[NB_s], φ the parameters known.
 *
 * Who decides by φ takes the strategy with the greatest net benefit as far as φ tells, fitted by natural cubic splines of
 * each parameter and products of pairs, as fine as foretells best. In each draw that fit has been made without the draw and its fold, and what counts is
 * the draw's own net benefit; who does not know is judged alike. So a fit that follows noise wins nothing by it, and the spread of these differences over draws is
 * the whole error: of the draws and of the regression. A parameter that tells nothing is worth 0 within its error; with few
 * draws the value of one that tells something is a little low rather than high. Below 0 is only noise, and is told as 0.
 *
 * @param parameters values of φ, one a draw; one parameter, or several that would be learned together
 * @throws RangeError as `acceptabilityCurves`, when a parameter's length is not that of the draws, when none is
 *   given, or when there are fewer than 10 draws for each term
 * @source Strong, Oakley & Brennan 2014, Med Decis Making 34:311 (regression); Chernozhukov et al. 2018, Econom J 21:C1
 *   (cross-fitting)
 */
export const partialInformation = (
  drawn: StrategyDraws,
  parameters: ParameterDraws,
  willingnessToPay: readonly number[],
): PartialInformation[] => learning(drawn, willingnessToPay)(parameters);

/** `partialInformation` of many parameters about the same decision: what they share is worked out once. */
export function learning(drawn: StrategyDraws, willingnessToPay: readonly number[]) {
  const curves = acceptabilityCurves(drawn, willingnessToPay);
  const { strategies } = drawn;
  const cost = new CrossFit(drawn.cost, strategies.length);
  const effect = new CrossFit(drawn.effect, strategies.length);
  const fitted = (sets: readonly TermSet[]) => ({
    ...drawn,
    cost: cost.best(sets),
    effect: effect.best(sets),
  });
  const notKnowing = fitted([]);
  const without = curves.map((at) => benefitsOfBest(drawn, notKnowing, at.willingnessToPay));
  return (parameters: ParameterDraws): PartialInformation[] => {
    const columns = checkedColumns(drawn, parameters);
    const sets = smoothTerms(columns, Math.floor(drawn.draws / drawsPerTerm));
    if (sets.length === 0) {
      throw new RangeError(`draws: expected at least ${columns.length * drawsPerTerm}, got ${drawn.draws}`);
    }
    const knowing = fitted(sets.map(termSet));
    return curves.map(({ willingnessToPay: own, evpi }, at) => {
      const withIt = benefitsOfBest(drawn, knowing, own);
      const { mean, standardError } = drawnMean(withIt.map((benefit, draw) => benefit - without[at]![draw]!));
      return { willingnessToPay: own, evppi: Math.max(0, Math.min(mean, evpi)), evppiError: standardError };
    });
  };
}

/** In each draw, the net benefit of the strategy that looks best by the fit. */
function benefitsOfBest(
  { strategies, draws, cost, effect }: StrategyDraws,
  fitted: StrategyDraws,
  willingnessToPay: number,
): Float64Array {
  const count = strategies.length;
  return Float64Array.from({ length: draws }, (_, draw) => {
    const row = draw * count;
    const looks = (own: number) => willingnessToPay * fitted.effect[row + own]! - fitted.cost[row + own]!;
    let chosen = 0;
    for (let own = 1; own < count; own++) if (looks(own) > looks(chosen)) chosen = own;
    return willingnessToPay * effect[row + chosen]! - cost[row + chosen]!;
  });
}

function checkedColumns({ draws }: StrategyDraws, parameters: ParameterDraws): Float64Array[] {
  const names = Object.keys(parameters);
  if (names.length === 0) throw new RangeError('parameters: expected at least one, got none');
  return names.map((name) => {
    const column = parameters[name]!;
    if (column.length !== draws || !column.every(Number.isFinite)) {
      throw new RangeError(`${name}: expected ${draws} finite numbers`);
    }
    return column;
  });
}
