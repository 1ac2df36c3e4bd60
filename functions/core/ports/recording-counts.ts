import type { QualityPlace } from '../../../data-contracts/schemas/recording-quality.ts';
import type { TableName } from '../../../data-contracts/schemas/tables.ts';

/** How many rows of a table, of a year and a place, were recorded how. */
export interface RecordingCount {
  readonly table: TableName;
  readonly year: number;
  readonly place: string;
  readonly rows: number;
  readonly people: number;
  readonly late30: number;
  readonly late90: number;
  readonly coded: number;
  readonly implausible: number;
  /** In the order of `optionalFields` of the table. */
  readonly filled: readonly number[];
}

/** Counts over everything that was delivered. */
export interface RecordingCounts {
  /** @throws NothingPublished when nothing has been taken in */
  by(place: QualityPlace): Promise<readonly RecordingCount[]>;
}
