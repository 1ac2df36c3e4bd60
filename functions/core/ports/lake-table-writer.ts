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
  /** The pseudonym of the identifier that it was delivered under, where its person has another by now. */
  readonly deliveredAs?: string;
}

/**
 * Judges a delivered file by the distinct texts of its columns, as the check of rows would judge every row. Absent and
 * empty texts are null.
 */
export interface DistinctTexts {
  /** The contract's fields, and the lake's column of each; what is required must be there. */
  readonly fields: readonly {
    readonly name: string;
    readonly column: string;
    readonly isRequired: boolean;
  }[];
  /** The field that says whose a row is. */
  readonly personField: string;
  /** The pseudonym of whom a text names; undefined: in doubt. */
  clientOf(text: string): string | undefined;
  /** A text as its field's value, absent where it says nothing; undefined: in doubt. */
  valueOf(field: string, text: string): { readonly value: string | number | undefined } | undefined;
  /** Rules between fields, by the fields that they look at. */
  readonly relations: readonly { readonly of: readonly string[] }[];
  /** Whether a relation holds between texts of its fields, in their order, or one of them is in doubt by itself. */
  holds(relation: number, texts: readonly (string | null)[]): boolean;
}

/** A delivered file whose rows lie in columns. */
export interface DeliveredColumns {
  readonly location: string;
  /** Which of the contract's fields it has. */
  readonly names: readonly string[];
}

/** What became of a file that was judged by its distinct texts. */
export interface ColumnsTaken {
  /** Rows taken. */
  readonly accepted: number;
  /** Rows in doubt, to be judged one by one: texts of the fields as `DistinctTexts` lists them. */
  doubtful(): AsyncIterable<readonly { readonly line: number; readonly texts: readonly string[] }[]>;
  /** How many of the rows taken have each value of a lake column. */
  countsOf(column: string): Promise<ReadonlyMap<string | undefined, number>>;
}

/** A lake file being written, at most one row per key: the first line wins, and what stands in other files. */
export interface LakeFile {
  /**
   * Takes the rows of a delivered file of which nothing is in doubt, once, before any are added one by one.
   * @throws UnreadableParquet when the file cannot be read to its end
   */
  take(delivered: DeliveredColumns, judge: DistinctTexts): Promise<ColumnsTaken>;
  add(rows: readonly LakeRow[]): Promise<void>;
  /** Writes the file at its location: rows as delivered, same rows same bytes. Returns how many it holds. */
  keep(): Promise<number>;
  /** How many rows go to another person than an earlier delivery said; may be asked for after `keep`. */
  moved(): number;
  /** How many rows were recorded before those of an earlier delivery, or after those of a later, of the same key. */
  outOfOrder(): number;
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

/** A lake file of which some rows are to stand under other pseudonyms than they do. */
export interface Rejoining extends Pick<LakeFileSpec, 'columns' | 'key' | 'location'> {
  /** Where the file is as it is. */
  readonly from: string;
  /** By the pseudonym that rows were delivered under: the one that their person has now, or that they are erased. */
  readonly personOf: ReadonlyMap<string, string | 'erased'>;
  /** Where the other files of the same delivery are that come before this one. */
  readonly before: readonly string[];
}

export interface Rejoined {
  /** Rows that stand under another pseudonym than before; none: no file was written. */
  readonly changed: number;
  readonly erased: number;
  /** Rows whose key others of the delivery have now, by rising line: they are not in the file any more. */
  readonly turnedAway: readonly TurnedAwayByKey[];
}

/** What the lake says of who is who: the last word on each pair that is not taken back, and in which file it stands. */
export interface StatedInFile {
  readonly former: string;
  readonly client: string;
  readonly location: string;
}

/** Writes the lake's tables, one file per delivered file. */
export interface LakeTableWriter {
  /** Writes a file of rows that take back; the same files give the same bytes. Returns how many there are. */
  takeBack(spec: TakingBack): Promise<number>;
  begin(spec: LakeFileSpec): Promise<LakeFile>;
  /** Writes a file anew with rows under the pseudonyms that their people have now. */
  rejoin(spec: Rejoining): Promise<Rejoined>;
  /** What files of `former-identifiers` say. */
  statedIdentities(locations: readonly string[]): Promise<readonly StatedInFile[]>;
  /** Frees what writing took; another file may be begun all the same. */
  close(): Promise<void>;
}
