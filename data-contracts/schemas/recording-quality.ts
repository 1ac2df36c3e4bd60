import { z } from 'zod';
import { DataOrigin } from './delivery.ts';
import { type TableName, tableNames } from './tables.ts';

/** By what the quality of recording is told. */
export const QualityPlace = z.enum(['county', 'municipality', 'unit']);
export type QualityPlace = z.infer<typeof QualityPlace>;

/** A share in steps of five hundredths. */
const Share = z.number().min(0).max(1);

/**
 * How rows of a table about a year were recorded at a place. Of few people nothing is told but that there are some.
 * Shares are of the rows; counts of rows are rounded to tens.
 */
export const QualityCell = z.object({
  table: z.enum(tableNames as [TableName, ...TableName[]]),
  year: z.number().int(),
  /** A municipality’s code or a unit’s id; empty: not known, or of the county. */
  place: z.string(),
  isSuppressed: z.boolean(),
  rows: z.number().int().min(0).nullable(),
  shares: z
    .object({
      /** Fields that may be absent, by how often they are there. */
      filled: z.record(z.string(), Share),
      lateBy30Days: Share,
      lateBy90Days: Share,
      /** Whose code is on its list, or in the concept map. */
      coded: Share,
      /** Before birth or after death. */
      implausible: Share,
    })
    .nullable(),
});
export type QualityCell = z.infer<typeof QualityCell>;

export const RecordingQuality = z.object({
  origin: DataOrigin,
  place: QualityPlace,
  cells: z.array(QualityCell),
});
export type RecordingQuality = z.infer<typeof RecordingQuality>;
