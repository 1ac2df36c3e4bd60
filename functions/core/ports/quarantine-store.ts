import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';

/** One reason why one row was turned away. Says where, never what: no value of the row. */
export interface QuarantineReason {
  /** 1-based line of a CSV file or row of a Parquet file; undefined: the whole file. */
  readonly line?: number | undefined;
  readonly field?: string | undefined;
  readonly rule: QuarantineRule;
}

/** The reasons of one delivered file, being written; invisible until `keep`. */
export interface QuarantineFile {
  add(reasons: readonly QuarantineReason[]): Promise<void>;
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** Where the reasons lie for whoever has to mend the delivery. */
export interface QuarantineStore {
  /** Begins the file of a delivered file anew, whatever an interrupted attempt left. */
  begin(fileId: string, delivery: string, fileName: string): QuarantineFile;
  /** Removes the file of a delivered file that another is in the place of; one that is not there is none to remove. */
  remove(fileId: string): Promise<void>;
  /** Why rows of a delivered file were turned away, in the order in which it was told; none: none was. */
  reasonsOf(fileId: string): Promise<readonly QuarantineReason[]>;
  /** Lines of a delivered file that were turned away. */
  linesOf(fileId: string): Promise<ReadonlySet<number>>;
}
