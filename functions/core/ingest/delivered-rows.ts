import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
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
  batches(): AsyncIterable<readonly DeliveredRow[]>;
}
