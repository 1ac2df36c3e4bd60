import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { DesignMatrix } from './design-matrix.ts';

/** A weighted yes/no outcome of the design's rows. Rows of weight 0 take no part. */
export interface WeightedOutcome {
  readonly y: Uint8Array;
  readonly weight: Float64Array;
}

const iterations = 100;
/** Converged when a step would gain less than this share of the log-likelihood. */
const tolerance = 1e-11;
/** The information is computed anew when a step gained less than this share of what it promised. */
const goodStep = 0.5;
/** The information is summed over at most about this many rows, evenly spaced, and scaled up. */
const rowsForInformation = 40_000;

/** Where a fit ended, and where a fit of the same outcome with a neighbouring ridge may begin. */
export interface PenalisedFit {
  /** One a term. */
  readonly coefficients: Float64Array;
  readonly likelihood: Likelihood;
  /** XᵀWX, terms × terms, as last computed. */
  readonly information: Float64Array | undefined;
}

/**
 * Maximises Σ w (y η − ln(1 + e^η)) − ½ ridge Σ_{j>0} β_j², η = Xβ, by Newton's method with Cholesky (IRLS). The
 * intercept is not penalised. The information matrix costs rows × terms², a gradient rows × terms, so it is
 * kept for as long as steps gain what they promise, and for many rows it is summed over some of them. The
 * gradient is always exact and over all rows, and so is the solution; only the way there is approximate.
 *
 * @param ridge ≥ 0
 * @param start where to begin; absent: the intercept alone
 * @param enough ends when a step would gain less than this share of the log-likelihood
 * @source Hastie, Tibshirani & Friedman 2009, sections 4.4.1 and 3.4.1
 */
export function penalisedFit(
  design: DesignMatrix,
  outcome: WeightedOutcome,
  ridge: number,
  start?: PenalisedFit,
  enough = tolerance,
): PenalisedFit {
  let coefficients = start?.coefficients ?? interceptOnly(design, outcome);
  let likelihood = start?.likelihood ?? likelihoodAt(design, outcome, coefficients);
  let information = start?.information;
  let now = penalised(likelihood, ridge, coefficients);
  let factor: CholeskyDecomposition | undefined;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const isFresh = information === undefined;
    information ??= informationAt(design, outcome, coefficients);
    factor ??= factorise(information, ridge);
    const step = factor.solve(Matrix.columnVector(now.gradient)).to1DArray();
    const promised = step.reduce((sum, change, term) => sum + change * now.gradient[term]!, 0) / 2;
    if (promised < enough * Math.abs(now.objective)) break;
    const next = bestAlong(design, outcome, ridge, coefficients, step, now.objective);
    if (!next && isFresh) break;
    const isGood = next !== undefined && next.objective - now.objective > goodStep * promised;
    if (next) ({ coefficients, likelihood, now } = next);
    if (!isGood) [information, factor] = [undefined, undefined];
  }
  return { coefficients, likelihood, information };
}

/** A sum over rows and its gradient by the coefficients. */
interface Evaluation {
  readonly objective: number;
  readonly gradient: Float64Array;
}

/** The log-likelihood, without the penalty. */
type Likelihood = Evaluation;

function interceptOnly({ terms }: DesignMatrix, { y, weight }: WeightedOutcome): Float64Array {
  let [cases, total] = [0, 0];
  weight.forEach((own, row) => {
    cases += own * y[row]!;
    total += own;
  });
  const coefficients = new Float64Array(terms);
  coefficients[0] = Math.log((cases + 0.5) / (total - cases + 0.5));
  return coefficients;
}

/** Halves the step until the objective rises; undefined when it does not. */
function bestAlong(
  design: DesignMatrix,
  outcome: WeightedOutcome,
  ridge: number,
  from: Float64Array,
  step: readonly number[],
  objective: number,
) {
  for (let share = 1; share > 1e-3; share /= 2) {
    const coefficients = from.map((coefficient, term) => coefficient + share * step[term]!);
    const likelihood = likelihoodAt(design, outcome, coefficients);
    const now = penalised(likelihood, ridge, coefficients);
    if (now.objective > objective) return { objective: now.objective, coefficients, likelihood, now };
  }
  return undefined;
}

function penalised(likelihood: Likelihood, ridge: number, coefficients: Float64Array): Evaluation {
  const gradient = likelihood.gradient.slice();
  let { objective } = likelihood;
  for (let term = 1; term < gradient.length; term++) {
    objective -= (ridge / 2) * coefficients[term]! * coefficients[term]!;
    gradient[term]! -= ridge * coefficients[term]!;
  }
  return { objective, gradient };
}

/** η of one row. */
export function linearPredictor(
  { terms, cells }: DesignMatrix,
  row: number,
  coefficients: Float64Array,
): number {
  let eta = 0;
  for (let term = 0, cell = row * terms; term < terms; term++, cell++)
    eta += cells[cell]! * coefficients[term]!;
  return eta;
}

/** Rows side by side: their sums do not wait for one another, and each is summed in its own order all the same. */
const abreast = 4;

function likelihoodAt(
  design: DesignMatrix,
  { y, weight }: WeightedOutcome,
  coefficients: Float64Array,
): Likelihood {
  const gradient = new Float64Array(design.terms);
  const rows = new Int32Array(abreast);
  const etas = new Float64Array(abreast);
  const residuals = new Float64Array(abreast);
  let objective = 0;
  let waiting = 0;
  const settle = () => {
    linearPredictors(design, rows, coefficients, etas);
    for (let at = 0; at < waiting; at++) {
      const [row, eta] = [rows[at]!, etas[at]!];
      const odds = Math.exp(-eta);
      objective += weight[row]! * (y[row]! * eta - (eta < -700 ? 0 : eta + Math.log(1 + odds)));
      residuals[at] = weight[row]! * (y[row]! - 1 / (1 + odds));
    }
    residuals.fill(0, waiting);
    addRows(design, rows, residuals, gradient);
    waiting = 0;
  };
  for (let row = 0; row < design.rows; row++) {
    if (weight[row] === 0) continue;
    rows[waiting++] = row;
    if (waiting === abreast) settle();
  }
  if (waiting > 0) settle();
  return { objective, gradient };
}

/** η of four rows. */
function linearPredictors(
  { terms, cells }: DesignMatrix,
  rows: Int32Array,
  coefficients: Float64Array,
  etas: Float64Array,
): void {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const [one, two, three, four] = [rows[0]! * terms, rows[1]! * terms, rows[2]! * terms, rows[3]! * terms];
  for (let term = 0; term < terms; term++) {
    const coefficient = coefficients[term]!;
    first += cells[one + term]! * coefficient;
    second += cells[two + term]! * coefficient;
    third += cells[three + term]! * coefficient;
    fourth += cells[four + term]! * coefficient;
  }
  etas[0] = first;
  etas[1] = second;
  etas[2] = third;
  etas[3] = fourth;
}

/** Adds four rows, each times a factor, one after the other. */
function addRows(
  { terms, cells }: DesignMatrix,
  rows: Int32Array,
  factors: Float64Array,
  into: Float64Array,
): void {
  const [one, two, three, four] = [rows[0]! * terms, rows[1]! * terms, rows[2]! * terms, rows[3]! * terms];
  const [first, second, third, fourth] = [factors[0]!, factors[1]!, factors[2]!, factors[3]!];
  for (let term = 0; term < terms; term++) {
    let sum = into[term]!;
    sum += first * cells[one + term]!;
    sum += second * cells[two + term]!;
    sum += third * cells[three + term]!;
    into[term] = sum + fourth * cells[four + term]!;
  }
}

/** Mean weighted log-loss. */
export function logLoss(
  design: DesignMatrix,
  { y, weight }: WeightedOutcome,
  coefficients: Float64Array,
): number {
  let [loss, total] = [0, 0];
  for (let row = 0; row < design.rows; row++) {
    if (weight[row] === 0) continue;
    const eta = linearPredictor(design, row, coefficients);
    loss += weight[row]! * (softplus(eta) - y[row]! * eta);
    total += weight[row]!;
  }
  return loss / total;
}

/** ln(1 + e^η) without overflow. */
const softplus = (eta: number) => (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)));

/** XᵀWX, W = w p (1 − p), lower half; cells that are 0 are skipped. */
function informationAt(
  design: DesignMatrix,
  { weight }: WeightedOutcome,
  coefficients: Float64Array,
): Float64Array {
  const { rows, terms, cells } = design;
  const sums = new Float64Array(terms * terms);
  const [places, values] = [new Int32Array(terms), new Float64Array(terms)];
  const every = Math.ceil(weight.reduce((count, own) => count + (own === 0 ? 0 : 1), 0) / rowsForInformation);
  for (let row = 0, counted = 0; row < rows; row++) {
    if (weight[row] === 0 || counted++ % every !== 0) continue;
    const p = 1 / (1 + Math.exp(-linearPredictor(design, row, coefficients)));
    const share = every * weight[row]! * p * (1 - p);
    let filled = 0;
    for (let term = 0, cell = row * terms; term < terms; term++, cell++) {
      if (cells[cell] === 0) continue;
      places[filled] = term;
      values[filled++] = cells[cell]!;
    }
    for (let a = 0; a < filled; a++) {
      const scaled = share * values[a]!;
      const line = places[a]! * terms;
      for (let b = 0; b <= a; b++) sums[line + places[b]!]! += scaled * values[b]!;
    }
  }
  return sums;
}

/** Cholesky factor of the information with the ridge, and a trace where a term has none. */
function factorise(information: Float64Array, ridge: number): CholeskyDecomposition {
  const terms = Math.sqrt(information.length);
  const matrix = new Matrix(terms, terms);
  for (let a = 0; a < terms; a++) {
    for (let b = 0; b <= a; b++) {
      matrix.set(a, b, information[a * terms + b]!);
      matrix.set(b, a, information[a * terms + b]!);
    }
    matrix.set(a, a, information[a * terms + a]! * (1 + 1e-9) + (a > 0 ? ridge : 0) + 1e-9);
  }
  return new CholeskyDecomposition(matrix);
}
