import { z } from 'zod';
import { Pseudonym, ThingId } from './fields.ts';

/** What a person may be to the service. What a role may do is the access matrix. */
export const Role = z.enum([
  'planner',
  'prevention-worker',
  'knowledge-manager',
  'data-protection-officer',
  'client-representative',
]);
export type Role = z.infer<typeof Role>;

/**
 * Who asks: a worker's identifier (never a name), the role they act in, and the unit they act for. Neither
 * identifier may hold a personal identity code: whoever writes them to the audit log refuses one first.
 */
export const Requester = z.object({
  id: ThingId,
  role: Role,
  unit: ThingId,
  /** Whom a client's representative stands for; a client may stand for themselves. */
  represents: Pseudonym.optional(),
});
export type Requester = z.infer<typeof Requester>;
