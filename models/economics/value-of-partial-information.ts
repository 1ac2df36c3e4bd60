import { acceptabilityCurves } from './acceptability.ts';
import type { ParameterDraws } from './parameter-draws.ts';
import { smoothTerms } from './smooth-terms.ts';
import { checkDraws, drawnMean, type StrategyDraws } from './strategy-draws.ts';

/** What it would be worth, per decision, to know some parameters for sure. */
export interface PartialInformation {
  readonly willingnessToPay: number;
  /** 0 ≤ EVPPI ≤ EVPI. */
  readonly evppi: number;
  /** Over draws, for the regression as fitted. */
  readonly evppiError: number;
}

/** Draws needed for each term of the regression. */
const drawsPerTerm = 10;

/**
 * Expected value of partial perfect information by regression: E[max_s g_s(φ)] − max_s E[g_s(φ)], where g_s is
 * the net benefit of strategy s as far as the parameters φ tell, fitted over the draws by natural cubic splines
 * of each parameter and products of pairs. Cost and effect are fitted once and serve every willingness to pay.
 *
 * The true value is never above EVPI; a fit that follows the noise of few draws could be, so it ends there.
 *
 * @param parameters values of φ, one a draw; one parameter, or a few that would be learned together
 * @throws RangeError as `acceptabilityCurves`, when a parameter's length is not that of the draws, when none is
 *   given, or when there are fewer than 10 draws for each term
 * @source Strong, Oakley & Brennan 2014, Med Decis Making 34:311
 */
export function partialInformation(
  drawn: StrategyDraws,
  parameters: ParameterDraws,
  willingnessToPay: readonly number[],
): PartialInformation[] {
  checkDraws(drawn);
  const columns = checkedColumns(drawn, parameters);
  const terms = smoothTerms(columns);
  if (terms.length * drawsPerTerm > drawn.draws) {
    throw new RangeError(`draws: expected at least ${terms.length * drawsPerTerm}, got ${drawn.draws}`);
  }
  const fitted = {
    ...drawn,
    cost: fittedDraws(drawn, drawn.cost, terms),
    effect: fittedDraws(drawn, drawn.effect, terms),
  };
  const [ofParameters, ofAll] = [fitted, drawn].map((draws) => acceptabilityCurves(draws, willingnessToPay));
  return ofParameters!.map(({ willingnessToPay: own, evpi, evpiError }, at) => ({
    willingnessToPay: own,
    evppi: Math.min(evpi, ofAll![at]!.evpi),
    evppiError: evpiError,
  }));
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

/** Each strategy's column projected on the terms: its mean, and what the parameters tell beyond it. */
function fittedDraws(
  { strategies, draws }: StrategyDraws,
  values: Float64Array,
  terms: readonly Float64Array[],
) {
  const fitted = new Float64Array(values.length);
  for (let own = 0; own < strategies.length; own++) {
    const { mean } = drawnMean(values, own, strategies.length);
    for (let draw = 0; draw < draws; draw++) fitted[draw * strategies.length + own] = mean;
    for (const term of terms) {
      let product = 0;
      for (let draw = 0; draw < draws; draw++) {
        product += term[draw]! * (values[draw * strategies.length + own]! - mean);
      }
      for (let draw = 0; draw < draws; draw++) {
        fitted[draw * strategies.length + own]! += product * term[draw]!;
      }
    }
  }
  return fitted;
}
