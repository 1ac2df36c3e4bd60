import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** Parts of the draws; each is predicted from the others. */
const folds = 5;
/** Keeps a term that only one fold knows from having any coefficient there. */
const ridge = 1e-9;

/** Terms of a regression, one value a draw: of mean 0, length 1 and orthogonal over all draws. */
export type Terms = readonly Float64Array[];

/** Products of terms without each fold, solved; the same for whatever is regressed on them. */
export interface TermSet {
  readonly terms: Terms;
  readonly solvers: readonly CholeskyDecomposition[];
}

export const termSet = (terms: Terms): TermSet => ({
  terms,
  solvers: Array.from({ length: folds }, (_, fold) => solverWithout(terms, fold)),
});

/** Columns to be regressed, with all that does not depend on what they are regressed on. */
export class CrossFit {
  readonly #values: Float64Array;
  readonly #columns: number;
  readonly #deviations: Float64Array;
  /** Predictions from no term at all, draws × columns. */
  readonly means: Float64Array;
  readonly #meanErrors: Float64Array;

  /** @param values draws × columns, draw by draw */
  constructor(values: Float64Array, columns: number) {
    this.#values = values;
    this.#columns = columns;
    this.#deviations = deviationsFromMean(values, columns);
    this.means = meansOfOthers(values, columns);
    this.#meanErrors = squaredErrors(values, this.means, columns);
  }

  /**
   * Regressed on no term and on sets of terms, each draw predicted by mean and coefficients from which its fold was left out;
   * each column gets the set that foretells it best.
   *
   * @returns predictions, draws × columns
   */
  best(sets: readonly TermSet[]): Float64Array {
    const [best, least] = [this.means.slice(), this.#meanErrors.slice()];
    for (const set of sets.filter(({ terms }) => terms.length > 0)) {
      const predicted = this.#fitted(set);
      const errors = squaredErrors(this.#values, predicted, this.#columns);
      for (let own = 0; own < this.#columns; own++) {
        if (!(errors[own]! < least[own]!)) continue;
        least[own] = errors[own]!;
        for (let cell = own; cell < best.length; cell += this.#columns) best[cell] = predicted[cell]!;
      }
    }
    return best;
  }

  #fitted({ terms, solvers }: TermSet): Float64Array {
    const [predicted, columns] = [this.means.slice(), this.#columns];
    const byFold = solvers.map((_, fold) => productsOf(terms, this.#deviations, columns, fold));
    const all = byFold.reduce((sum, own) => Matrix.add(sum, own));
    byFold.forEach((own, fold) => {
      const coefficients = solvers[fold]!.solve(Matrix.sub(all, own)).to2DArray();
      terms.forEach((heights, term) => {
        const row = coefficients[term]!;
        for (let draw = fold; draw < heights.length; draw += folds)
          for (let column = 0; column < columns; column++)
            predicted[draw * columns + column]! += heights[draw]! * row[column]!;
      });
    });
    return predicted;
  }
}

function squaredErrors(values: Float64Array, predicted: Float64Array, columns: number): Float64Array {
  const errors = new Float64Array(columns);
  for (let cell = 0; cell < values.length; )
    for (let own = 0; own < columns; own++, cell++) {
      const miss = values[cell]! - predicted[cell]!;
      errors[own]! += miss * miss;
    }
  return errors;
}

/** In each draw, each column's mean over the draws of other folds; over all where there are no others. */
function meansOfOthers(values: Float64Array, columns: number): Float64Array {
  const draws = values.length / columns;
  const byFold = Array.from({ length: folds }, () => new Float64Array(columns));
  const all = new Float64Array(columns);
  values.forEach((value, cell) => {
    byFold[Math.floor(cell / columns) % folds]![cell % columns]! += value;
    all[cell % columns]! += value;
  });
  return values.map((_, cell) => {
    const [fold, own] = [Math.floor(cell / columns) % folds, cell % columns];
    const others = draws - Math.ceil((draws - fold) / folds);
    return others === 0 ? all[own]! / draws : (all[own]! - byFold[fold]![own]!) / others;
  });
}

function deviationsFromMean(values: Float64Array, columns: number): Float64Array {
  const means = new Float64Array(columns);
  values.forEach((value, cell) => {
    means[cell % columns]! += value / (values.length / columns);
  });
  return values.map((value, cell) => value - means[cell % columns]!);
}

/** Products of each term with each column over a fold: terms × columns. */
function productsOf(terms: Terms, deviations: Float64Array, columns: number, fold: number): Matrix {
  const products = terms.map((heights) => {
    const row = new Float64Array(columns);
    for (let draw = fold; draw < heights.length; draw += folds)
      for (let own = 0; own < columns; own++) row[own]! += heights[draw]! * deviations[draw * columns + own]!;
    return row;
  });
  return new Matrix(products);
}

/** Products of the terms over all draws but a fold's: the identity less the fold's own. */
function solverWithout(terms: Terms, fold: number): CholeskyDecomposition {
  const products = Matrix.eye(terms.length).mul(1 + ridge);
  terms.forEach((one, row) => {
    terms.slice(0, row + 1).forEach((other, column) => {
      let sum = 0;
      for (let draw = fold; draw < one.length; draw += folds) sum += one[draw]! * other[draw]!;
      const left = products.get(row, column) - sum;
      products.set(row, column, left);
      products.set(column, row, left);
    });
  });
  return new CholeskyDecomposition(products);
}
