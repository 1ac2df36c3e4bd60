import { z } from 'zod';
import { ConsentEvent } from './consent-event.ts';
import { Instant, Pseudonym } from './fields.ts';

/** What a person has said about the use of their data, as the service is told of it. */
export const ConsentNotice = ConsentEvent.omit({ clientIdentifier: true, recordedAt: true }).extend({
  /** Whoever tells it twice under the same id has told it once. */
  client: Pseudonym,
  /** From when it holds; absent: from when it is recorded. */
  effectiveAt: Instant.optional(),
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
