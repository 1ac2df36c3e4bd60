import { z } from 'zod';
import { ConsentEvent } from './consent-event.ts';
import { Instant, Pseudonym } from './fields.ts';

/**
 * The document, such as a FHIR resource, that a notice comes from, and which telling of it. Of one document the newest
 * telling counts and no other: what it does not say any more does not hold, and nothing else is touched by it.
 */
export const ToldDocument = z.object({
  /** Digest of the document's own id: the same for each of its tellings. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The version that its source gives it: a whole number, or a digest of what is none and tells no order. */
  version: z
    .string()
    .regex(/^(\d{1,9}|x[0-9a-f]{16})$/)
    .optional(),
  /** When its source last changed it. */
  updatedAt: Instant.optional(),
  /** Digest of all that this telling says: two with the same say the same. */
  says: z.string().regex(/^[0-9a-f]{16}$/),
});
export type ToldDocument = z.infer<typeof ToldDocument>;

/** What a person has said about the use of their data, as the service is told of it. */
export const ConsentNotice = ConsentEvent.omit({ clientIdentifier: true, recordedAt: true }).extend({
  /** Whoever tells it twice under the same id has told it once. */
  client: Pseudonym,
  /** From when it holds; absent: from when it is recorded. */
  effectiveAt: Instant.optional(),
  /** From when what is given holds no more; absent: until it is taken back. Of what takes back it says nothing. */
  endsAt: Instant.optional(),
  /** Absent: it was told by itself, and stands until another notice takes it back. */
  document: ToldDocument.optional(),
  /** What the person awaits besides that it holds: of a restriction, that what is contested be put right. */
  awaits: z.literal('rectification').optional(),
});
export type ConsentNotice = z.infer<typeof ConsentNotice>;

/** A notice as the ledger keeps it, for good. Grain: one per client and `sequence`. */
export const RecordedConsent = ConsentNotice.extend({
  effectiveAt: Instant,
  recordedAt: Instant,
  /** 1 is the client's first; of what is told in the same instant, the later has the higher. */
  sequence: z.number().int().min(1),
});
export type RecordedConsent = z.infer<typeof RecordedConsent>;
