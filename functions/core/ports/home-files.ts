import type { StatedInFile } from './lake-table-writer.ts';

/** Every file of a county's home, whoever wrote it, for checks on the whole. */
export interface HomeFiles {
  /** Paths from the top of the home, parts joined by `/`, in no order, without what lies under the `except` folders. */
  list(except: readonly string[]): AsyncIterable<string>;
  /** A file's bytes, in pieces that fit in memory. */
  read(path: string): AsyncIterable<Uint8Array>;
}

/** What is inside Parquet files, which are compressed and so do not show it in their bytes. */
export interface TableContents {
  /** @throws when the file is no Parquet file that can be read */
  rows(path: string): Promise<number>;
  /**
   * How many rows are of the people, by the column `client`; none where there is no such column.
   * @throws when the file is no Parquet file that can be read
   */
  rowsOf(path: string, clients: ReadonlySet<string>): Promise<number>;
  /**
   * Texts in the file that may hold a personal identity code, among them every one that does.
   * @throws when the file is no Parquet file that can be read
   */
  suspectTexts(path: string): AsyncIterable<readonly string[]>;
  /**
   * Every word in small letters, and every number long enough for a telephone, that stands in the file's texts, each
   * once a column; pseudonyms left out.
   * @throws when the file is no Parquet file that can be read
   */
  words(path: string): AsyncIterable<readonly string[]>;
  /**
   * How many keys come more than once in one delivery, in all of a table's files together.
   * @throws when a file is no Parquet file that can be read
   */
  repeatedKeys(paths: readonly string[], key: readonly string[]): Promise<number>;
  /** What files of `former-identifiers` say. @throws when a file is no Parquet file that can be read */
  statedIdentities(paths: readonly string[]): Promise<readonly StatedInFile[]>;
  /** The texts of each row, one after the other, in which one of the words stands. */
  rowsWith(path: string, words: readonly string[]): AsyncIterable<readonly string[]>;
}
