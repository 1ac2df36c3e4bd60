import type { FieldPresence } from '../delivered-files/column-layout.ts';
import type { MappedFile } from './layouts.ts';

/** A native file to be read as rows of a table. */
export interface MappedJob {
  readonly mapping: MappedFile;
  /** Fields of the table’s contract. */
  readonly fields: readonly FieldPresence[];
  readonly onBytes: (bytes: number) => void;
}
