import type { ColumnType } from '../../../data-contracts/schemas/tables.ts';

/** What becomes of one delivered file in the lake. */
export interface LakeFileSpec {
  readonly fileId: string;
  readonly delivery: string;
  /** Lake columns in order, besides `client` before them and `delivery` and `line` after them. */
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** Names of the lake columns that identify a row, `client` possibly among them. */
  readonly key: readonly string[];
  /** Where the finished file goes, as the publication store gave it. */
  readonly location: string;
}

/** An accepted row: pseudonymised, checked, its values in the order of the columns; undefined is unknown. */
export interface LakeRow {
  readonly line: number;
  readonly client: string;
  readonly values: readonly (string | number | undefined)[];
}

/** A lake file being written, at most one row per key: the first line wins. */
export interface LakeFile {
  add(rows: readonly LakeRow[]): Promise<void>;
  /** Writes the file at its location: rows as delivered, same rows same bytes. Returns how many it holds. */
  keep(): Promise<number>;
  /** Lines left out because an earlier line has their key, rising; may be asked for after `keep`. */
  duplicateLines(): AsyncIterable<readonly number[]>;
  /** Frees what the writing took; after `keep` the finished file stays. */
  close(): Promise<void>;
}

/** Writes the lake's tables, one file per delivered file. */
export interface LakeTableWriter {
  begin(spec: LakeFileSpec): Promise<LakeFile>;
}
