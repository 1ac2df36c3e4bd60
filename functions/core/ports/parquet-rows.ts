/** A Parquet file that could not be read to its end. Carries nothing of the file's content. */
export class UnreadableParquet extends Error {
  readonly code = 'unreadable-parquet';
}

/** Stands where bytes are no text in UTF-8: a sign that no text holds. */
export const noTextSign = '\uFFFE';

/** Parts the texts of a row while it is read; within a text it comes as U+FFFD. */
export const unitSeparator = '\x1f';

/** Reads delivered Parquet files row by row, whatever their types, as the text a CSV file would hold. */
export interface ParquetRows {
  /** @throws UnreadableParquet when the file is truncated or is no Parquet file */
  columnNames(location: string): Promise<readonly string[]>;
  /**
   * Batches of rows in the file's order, values in the order of `columns`; an absent one is empty.
   * Days as `YYYY-MM-DD`, also where they are midnights without a zone; instants as `YYYY-MM-DDTHH:MM:SS.ffffffZ`,
   * and without Z where they have no zone; bytes that are no UTF-8 as `noTextSign`; everything else cast to text. A
   * unit separator (U+001F) within a text comes as U+FFFD.
   * @throws UnreadableParquet when the file cannot be read to its end
   */
  read(location: string, columns: readonly string[]): AsyncIterable<readonly (readonly string[])[]>;
  /** Frees what reading took; what is asked later is answered all the same. */
  close(): Promise<void>;
}
