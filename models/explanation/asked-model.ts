import type { PredictorTable } from '../risk/predictor-table.ts';

/** Asks a model, whatever it is, for probabilities of the outcome: rows × horizons, row-major. */
export type AskedModel = (table: PredictorTable) => Promise<Float64Array>;

/** A table with some of its columns replaced, by their position. */
export function withColumns(
  table: PredictorTable,
  replacement: (position: number) => Float64Array | undefined,
): PredictorTable {
  return { ...table, columns: table.columns.map((column, position) => replacement(position) ?? column) };
}
