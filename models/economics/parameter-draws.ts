import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { drawsFor, normalDraw } from '../risk/random-draws.ts';
import { type Distribution, drawFrom } from './distributions.ts';

/** Two parameters that are not independent. */
export interface RankCorrelation {
  readonly between: readonly [string, string];
  /** −1 < correlation < 1, of their normal scores. */
  readonly correlation: number;
}

/** Parameters of a probabilistic analysis. */
export interface UncertainParameters {
  readonly distributions: Readonly<Record<string, Distribution>>;
  /** Pairs that are not named are independent. */
  readonly correlations?: readonly RankCorrelation[];
}

/** Values of each parameter, one a draw. */
export type ParameterDraws = Readonly<Record<string, Float64Array>>;

/**
 * Draws parameters from their named distributions, correlated where that is told.
 *
 * Each parameter has a stream of its own, by its name's place in the alphabet, so the same parameters and seed
 * give the same draws in whatever order they are written. Correlated ones are reordered to the ranks of normal
 * scores with those correlations, which leaves every value, and so each distribution, as it was drawn.
 *
 * @param draws how many, ≥ 1
 * @throws RangeError when a correlated parameter is unknown, or no joint distribution has such correlations
 * @source Iman & Conover 1982, Commun Stat Simul Comput 11:311
 */
export function drawParameters(parameters: UncertainParameters, draws: number, seed: number): ParameterDraws {
  if (!(Number.isInteger(draws) && draws >= 1))
    throw new RangeError(`draws: expected at least 1, got ${draws}`);
  const names = Object.keys(parameters.distributions).sort();
  const values = new Map<string, Float64Array>(
    names.map((name, at) => {
      const stream = drawsFor(seed, 2 * at);
      const distribution = parameters.distributions[name]!;
      return [name, Float64Array.from({ length: draws }, () => drawFrom(distribution, stream))];
    }),
  );
  const { correlations = [] } = parameters;
  const correlated = names.filter((name) => correlations.some(({ between }) => between.includes(name)));
  const root = correlationRoot(correlated, correlations);
  const scores = correlated.map((name) => {
    const stream = drawsFor(seed, 2 * names.indexOf(name) + 1);
    return Float64Array.from({ length: draws }, () => normalDraw(stream));
  });
  correlated.forEach((name, row) => {
    values.set(name, reordered(values.get(name)!, mixed(scores, root.getRow(row))));
  });
  return Object.fromEntries(values);
}

/** Lower triangular root of the correlation matrix. */
function correlationRoot(names: readonly string[], correlations: readonly RankCorrelation[]): Matrix {
  const matrix = Matrix.eye(names.length);
  for (const { between, correlation } of correlations) {
    const [one, other] = between.map((name) => names.indexOf(name)) as [number, number];
    if (one < 0 || other < 0 || one === other) {
      throw new RangeError(`correlation: expected two of the parameters, got ${between.join(', ')}`);
    }
    if (!(Math.abs(correlation) < 1)) {
      throw new RangeError(`correlation: expected between −1 and 1, got ${correlation}`);
    }
    matrix.set(one, other, correlation);
    matrix.set(other, one, correlation);
  }
  const factor = new CholeskyDecomposition(matrix);
  if (!factor.isPositiveDefinite()) {
    throw new RangeError('correlations: expected some that can hold together');
  }
  return factor.lowerTriangularMatrix;
}

function mixed(scores: readonly Float64Array[], weights: readonly number[]): Float64Array {
  return scores[0]!.map((_, draw) =>
    scores.reduce((sum, column, at) => sum + weights[at]! * column[draw]!, 0),
  );
}

/** The values in the order of the scores' ranks. */
function reordered(values: Float64Array, scores: Float64Array): Float64Array {
  const rising = Float64Array.from(values).sort();
  const order = Uint32Array.from(scores.keys()).sort((one, other) => scores[one]! - scores[other]!);
  const placed = new Float64Array(values.length);
  order.forEach((draw, rank) => {
    placed[draw] = rising[rank]!;
  });
  return placed;
}
