import { type ColumnEncoding, encodeColumn, encodedValue } from './column-encoding.ts';

/** Encodings of all columns; a column without one is left out. */
export type Encoding = readonly (ColumnEncoding | undefined)[];

/** Rows × terms, row-major; the first term is the intercept, 1. */
export interface DesignMatrix {
  readonly rows: number;
  readonly terms: number;
  readonly cells: Float32Array;
}

/** Name of each term: the column, or that it is missing. */
export interface Term {
  /** Position of the column; −1 for the intercept. */
  readonly column: number;
  readonly isMissingFlag: boolean;
}

export const learnEncoding = (columns: readonly Float64Array[]): Encoding => columns.map(encodeColumn);

/** The terms that an encoding makes, in the order of the design matrix. */
export function termsOf(encoding: Encoding): Term[] {
  const terms: Term[] = [{ column: -1, isMissingFlag: false }];
  encoding.forEach((own, column) => {
    if (own && own.standardDeviation > 0) terms.push({ column, isMissingFlag: false });
    if (own?.hasMissingFlag) terms.push({ column, isMissingFlag: true });
  });
  return terms;
}

/** @param columns as those the encoding was learnt from, `rows` values each */
export function designMatrix(
  columns: readonly Float64Array[],
  rows: number,
  encoding: Encoding,
): DesignMatrix {
  const terms = termsOf(encoding);
  const cells = new Float32Array(rows * terms.length);
  terms.forEach(({ column, isMissingFlag }, term) => {
    const values = columns[column];
    for (let row = 0, cell = term; row < rows; row++, cell += terms.length) {
      if (!values) cells[cell] = 1;
      else if (isMissingFlag) cells[cell] = Number.isNaN(values[row]!) ? 1 : 0;
      else cells[cell] = encodedValue(values[row]!, encoding[column]!);
    }
  });
  return { rows, terms: terms.length, cells };
}
