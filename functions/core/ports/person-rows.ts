/** Rows about people in Parquet files with a column `client`, wherever the publication store keeps them. */
export interface PersonRows {
  /** How many rows of the people each file holds, in the order asked. */
  count(locations: readonly string[], clients: ReadonlySet<string>): Promise<readonly number[]>;
  /** Writes a file's other rows elsewhere, in their order; the same rows give the same bytes. */
  copyWithout(clients: ReadonlySet<string>, from: string, to: string): Promise<void>;
}
