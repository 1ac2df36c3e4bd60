import { z } from 'zod';
import { Instant } from './fields.ts';

/** Which job writes in a home, as the home's lock says. Grain: one per home, while a job is at work. */
export const HomeHolder = z.object({
  command: z.string(),
  processId: z.number().int(),
  host: z.string(),
  since: Instant,
  /** The process, by a mark that none before it and none elsewhere has. */
  mark: z.string(),
  /** Of this holding and no other. */
  id: z.string(),
});
export type HomeHolder = z.infer<typeof HomeHolder>;
