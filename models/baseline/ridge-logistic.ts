import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  type DesignMatrix,
  designMatrix,
  type Encoding,
  learnEncoding,
  type Term,
  termsOf,
} from './design-matrix.ts';
import {
  linearPredictor,
  logLoss,
  type PenalisedFit,
  penalisedFit,
  type WeightedOutcome,
} from './penalised-fit.ts';

export interface RidgeLogisticInput {
  /** One array a predictor, `rows` values; NaN is missing. */
  readonly columns: readonly Float64Array[];
  readonly rows: number;
  /** 1 for a case, 0 otherwise. */
  readonly y: Uint8Array;
  /** ≥ 0, for example inverse probabilities of censoring; rows of weight 0 take no part. */
  readonly weights: Float64Array;
  /** Row to person; a person's rows are in one fold. */
  readonly person: ArrayLike<number>;
  readonly seed: number;
}

export interface RidgeLogistic {
  /** Probability of being a case, `rows` values. */
  predict(columns: readonly Float64Array[], rows: number): Float64Array;
  readonly encoding: Encoding;
  readonly terms: readonly Term[];
  /** One a term, the intercept first; per standard deviation of the encoded column. */
  readonly coefficients: Float64Array;
  /** The chosen penalty, as a share of the rows' total weight. */
  readonly ridgeShare: number;
}

/** Penalties tried, strongest first, as shares of the total weight (glmnet's λ with α = 0). */
const ridgeShares = [1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6];
const folds = 3;
/** A fit that is to be compared only ends when a step would gain less than this share of the log-likelihood. */
const enoughToChoose = 1e-8;
/** The penalty is chosen on at most this many rows, of persons drawn by seed; the model is fitted on all. */
const mostRowsToChoose = 90_000;

/**
 * Ridge logistic regression: the peer that the network is compared with. Columns are encoded as
 * `encodeColumn` says (log1p where skewed, standardised, missing → median and a flag), the penalty is
 * ½ ridge Σ β² over all terms but the intercept, and its strength is the one with the least weighted log-loss
 * in three folds by person. Deterministic: same input and seed, same coefficients.
 *
 * @throws RangeError when lengths differ, or the rows that weigh hold no case or only cases
 * @source Hoerl & Kennard 1970; le Cessie & van Houwelingen 1992, Appl Stat 41:191
 */
export function fitRidgeLogistic(input: RidgeLogisticInput): RidgeLogistic {
  checkInput(input);
  const encoding = learnEncoding(input.columns);
  const design = designMatrix(input.columns, input.rows, encoding);
  const outcome = { y: input.y, weight: input.weights };
  const ridgeShare = chooseRidge(design, outcome, foldOfRows(input));
  const { coefficients } = penalisedFit(design, outcome, ridgeShare * totalOf(outcome.weight));
  return {
    predict: (columns, rows) => predictRows(designMatrix(columns, rows, encoding), coefficients),
    encoding,
    terms: termsOf(encoding),
    coefficients,
    ridgeShare,
  };
}

function predictRows(design: DesignMatrix, coefficients: Float64Array): Float64Array {
  const probability = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    probability[row] = 1 / (1 + Math.exp(-linearPredictor(design, row, coefficients)));
  }
  return probability;
}

/** Fold of each row by its person; −1 for persons left out to keep the choice within its rows. */
function foldOfRows({ rows, person, seed }: RidgeLogisticInput): Int8Array {
  const random = xoroshiro128plus(seed);
  const drawn = Math.ceil((folds * rows) / Math.min(rows, mostRowsToChoose));
  const foldOfPerson = new Map<number, number>();
  return Int8Array.from({ length: rows }, (_, row) => {
    const known = foldOfPerson.get(person[row]!);
    if (known !== undefined) return known;
    const fold = uniformInt(random, 0, drawn - 1);
    foldOfPerson.set(person[row]!, fold < folds ? fold : -1);
    return fold < folds ? fold : -1;
  });
}

/** One fold: what is fitted, what is held back, and where the last fit ended. */
interface Fold {
  readonly fitted: WeightedOutcome;
  readonly held: WeightedOutcome;
  fit?: PenalisedFit;
}

/**
 * From the strongest penalty to weaker ones, until the loss has risen twice in a row: it falls and then rises, and the
 * weakest penalties take longest.
 */
function chooseRidge(design: DesignMatrix, outcome: WeightedOutcome, foldOfRow: Int8Array): number {
  const parts = Array.from(
    { length: folds },
    (_, fold): Fold => ({
      fitted: ofRows(outcome, (row) => foldOfRow[row]! >= 0 && foldOfRow[row] !== fold),
      held: ofRows(outcome, (row) => foldOfRow[row] === fold),
    }),
  ).filter(({ fitted, held }) => totalOf(fitted.weight) > 0 && totalOf(held.weight) > 0);
  const losses: number[] = [];
  for (const share of ridgeShares) {
    losses.push(parts.reduce((sum, part) => sum + lossOfFold(design, part, share), 0));
    const [before, last, now] = losses.slice(-3);
    if (now !== undefined && before! < last! && last! < now) break;
  }
  return ridgeShares[losses.indexOf(Math.min(...losses))]!;
}

function lossOfFold(design: DesignMatrix, part: Fold, share: number): number {
  part.fit = penalisedFit(design, part.fitted, share * totalOf(part.fitted.weight), part.fit, enoughToChoose);
  return totalOf(part.held.weight) * logLoss(design, part.held, part.fit.coefficients);
}

function ofRows({ y, weight }: WeightedOutcome, isIn: (row: number) => boolean): WeightedOutcome {
  return { y, weight: weight.map((own, row) => (isIn(row) ? own : 0)) };
}

const totalOf = (weight: Float64Array) => weight.reduce((sum, own) => sum + own, 0);

function checkInput({ columns, rows, y, weights, person }: RidgeLogisticInput): void {
  for (const length of [y.length, weights.length, person.length, ...columns.map((column) => column.length)]) {
    if (length !== rows) throw new RangeError(`rows: expected ${rows}, got ${length}`);
  }
  const cases = weights.reduce((sum, own, row) => sum + own * y[row]!, 0);
  if (!(cases > 0 && cases < totalOf(weights)))
    throw new RangeError('y: expected cases and non-cases, got none');
}
