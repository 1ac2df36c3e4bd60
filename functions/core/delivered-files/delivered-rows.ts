import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { DeliveredColumns } from '../ports/lake-table-writer.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import type { ColumnLayout } from './column-layout.ts';

/** A row as it was delivered: its texts by column, or why it cannot be read as a row. */
export type DeliveredRow =
  | { readonly line: number; readonly texts: readonly string[] }
  | { readonly line: number; readonly reasons: readonly QuarantineReason[] };

/** A delivered file opened for reading, whatever its format. */
export interface DeliveredRows {
  readonly layout: ColumnLayout;
  /** What is wrong with the file as a whole, if anything. */
  readonly notice?: QuarantineRule | undefined;
  /** Where the file lies in columns that may be judged as such. */
  readonly inColumns?: DeliveredColumns | undefined;
  batches(): AsyncIterable<readonly DeliveredRow[]>;
  /** A reason in the words of the file as it was delivered, where the rows are not as they stand in it. */
  readonly told?: (reason: QuarantineReason) => QuarantineReason;
  /** How many rows of the file a mapping has left out, once they have been read. */
  readonly leftOut?: () => number;
}
