import type { PredictorTable } from './predictor-table.ts';

/**
 * A typical value of each predictor: the lower median of the rows that have one, or missing (NaN) where more
 * than half the rows have none. For a flag it is what most have.
 *
 * @returns in the order of the table's columns
 */
export function typicalValues({ columns, rows }: PredictorTable): Float64Array {
  return Float64Array.from(columns, (column) => {
    const known = column.filter((value) => !Number.isNaN(value)).sort();
    return known.length * 2 < rows ? Number.NaN : known[Math.floor((known.length - 1) / 2)]!;
  });
}
