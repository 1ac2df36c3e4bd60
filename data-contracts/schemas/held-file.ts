import { z } from 'zod';
import { IsoDay } from './fields.ts';

const Count = z.number().int().min(0);

/** A file that is kept as it came, and in which a person may be named. */
export const HeldFile = z.object({
  /** Where it is; nobody's identity code is in it. */
  file: z.string(),
  /** Rows or lines that name the person, by identifier or pseudonym; null: the file was not, or could not be, searched. */
  rows: Count.nullable(),
  /** Those among them that ingest turned away. */
  turnedAway: Count,
  /** From which day it is removed by the county's retention; null: by hand alone. */
  keptUntil: IsoDay.nullable(),
});
export type HeldFile = z.infer<typeof HeldFile>;
