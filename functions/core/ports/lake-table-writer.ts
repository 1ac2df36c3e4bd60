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
  /** What else the table has; absent: a row's key says nothing of other files' rows. */
  readonly others?:
    | {
        /** Where the table's other files are. */
        readonly locations: readonly string[];
        /** The column of the day on which what a row tells of happened. */
        readonly ownDay: string;
      }
    | undefined;
}

/**
 * Why a row's key turned it away: an earlier line has it, another file of the delivery has it, or it is another
 * person's. A later delivery may give a row to another person, but then it tells of the same day by the same source.
 */
export interface TurnedAwayByKey {
  readonly line: number;
  readonly rule: 'duplicate-key' | 'key-in-another-file' | 'key-of-another-person';
}

/** An accepted row: pseudonymised, checked, its values in the order of the columns; undefined is unknown. */
export interface LakeRow {
  readonly line: number;
  readonly client: string;
  readonly values: readonly (string | number | undefined)[];
}

/** A lake file being written, at most one row per key: the first line wins, and what stands in other files. */
export interface LakeFile {
  add(rows: readonly LakeRow[]): Promise<void>;
  /** Writes the file at its location: rows as delivered, same rows same bytes. Returns how many it holds. */
  keep(): Promise<number>;
  /** How many rows go to another person than an earlier delivery said; may be asked for after `keep`. */
  moved(): number;
  /** Rows left out because of their key, by rising line; may be asked for after `keep`. */
  turnedAway(): AsyncIterable<readonly TurnedAwayByKey[]>;
  /** Frees what the writing took; after `keep` the finished file stays. */
  close(): Promise<void>;
}

/** Rows that a complete delivery has no more, to be taken back. */
export interface TakingBack extends Pick<LakeFileSpec, 'delivery' | 'columns' | 'key' | 'location'> {
  /** The column of the day that a row tells of, and of which days the delivery is complete, both included. */
  readonly ownDay: string;
  readonly from: string;
  readonly to: string;
  /** From when on it is known that they are taken back, unless they were recorded later themselves. */
  readonly recordedOn: string;
  /** Where the delivery's own files of the table are, and those of earlier deliveries. */
  readonly own: readonly string[];
  readonly before: readonly string[];
}

/** Writes the lake's tables, one file per delivered file. */
export interface LakeTableWriter {
  /** Writes a file of rows that take back; the same files give the same bytes. Returns how many there are. */
  takeBack(spec: TakingBack): Promise<number>;
  begin(spec: LakeFileSpec): Promise<LakeFile>;
}
