/** Predictors by column, in any unit; NaN is missing. Every column has `rows` values. */
export interface PredictorTable {
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/** Some rows of a table, in the order given. */
export function pickPredictors({ names, columns }: PredictorTable, rows: ArrayLike<number>): PredictorTable {
  const picked = columns.map((column) => {
    const values = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) values[at] = column[rows[at]!]!;
    return values;
  });
  return { names, rows: rows.length, columns: picked };
}

/**
 * A table's columns in the order of `names`.
 *
 * @throws RangeError when a column is missing or has another length
 */
export function columnsByName(table: PredictorTable, names: readonly string[]): readonly Float64Array[] {
  const position = new Map(table.names.map((name, at) => [name, at]));
  return names.map((name) => {
    const column = table.columns[position.get(name) ?? -1];
    if (!column) throw new RangeError(`predictors: expected a column ${name}, got none`);
    if (column.length !== table.rows) {
      throw new RangeError(`${name}: expected ${table.rows} values, got ${column.length}`);
    }
    return column;
  });
}
