import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { IsoDay, Pseudonym } from './fields.ts';

/** Something that a person has asked for and that is not settled. Grain: one per client, kind and source. */
export const OpenRequest = z.object({
  client: Pseudonym,
  /** `rectification`: what a source holds is contested, and restricted until somebody lifts that. */
  kind: z.enum(['erasure', 'rectification']),
  source: z.union([DataSource, z.literal('all')]),
  /** The day in Finland on which it was made. */
  receivedOn: IsoDay,
  /** A month after it by the calendar. */
  dueOn: IsoDay,
  isOverdue: z.boolean(),
});
export type OpenRequest = z.infer<typeof OpenRequest>;
