import { z } from 'zod';
import { Pseudonym, ThingId } from './fields.ts';

/** What somebody drew among equals. Within a lot, who got which intervention and who got none is chance alone. */
export const DrawnPlace = z.object({
  /** From 1, within a plan. */
  lot: z.number().int().min(1),
  client: Pseudonym,
  /** What they are offered; null: nothing. */
  intervention: ThingId.nullable(),
});
export type DrawnPlace = z.infer<typeof DrawnPlace>;
