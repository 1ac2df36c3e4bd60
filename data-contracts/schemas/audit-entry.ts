import { z } from 'zod';
import { Instant, Pseudonym, ThingId } from './fields.ts';
import { Purpose } from './purpose.ts';
import { Requester } from './requester.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the gate answered about each of a batch of people, in the order they were considered. */
export const ReleaseDecisionsEntry = z.object({
  kind: z.literal('release-decisions'),
  at: Instant,
  /** Ties the decisions to their `cohort-released` line. */
  requestId: ThingId,
  requester: Requester,
  purpose: Purpose,
  /** Pseudonym, then `released` or every reason that held the person back. */
  decisions: z.array(z.tuple([Pseudonym, z.string()]).rest(z.string())),
});

/** That a cohort was given out: to whom, for what, from which model, and over whom (digests, exact counts). */
export const CohortReleasedEntry = z.object({
  kind: z.literal('cohort-released'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  purpose: Purpose,
  programme: ThingId,
  modelVersion: z.string(),
  horizonMonths: z.number().int(),
  eligible: z.number().int().min(0),
  considered: z.number().int().min(0),
  released: z.number().int().min(0),
  withheldByReason: z.record(z.string(), z.number().int().min(1)),
  /** SHA-256 of the released pseudonyms in order, a line feed after each. */
  pseudonymsSha256: Sha256,
});

/** What the audit log says in one line. Pseudonyms at most, never an identity. */
export const AuditEntry = z.discriminatedUnion('kind', [ReleaseDecisionsEntry, CohortReleasedEntry]);
export type AuditEntry = z.infer<typeof AuditEntry>;
