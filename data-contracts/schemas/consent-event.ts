import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { Instant, ThingId } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { Purpose } from './purpose.ts';

/** Whether a person gave or took back something; the ledger of these is append-only. */
export const ConsentEventKind = z.enum([
  'consent-given',
  'consent-withdrawn',
  'objection',
  'objection-lifted',
  'prohibition',
  'prohibition-lifted',
  'restriction',
  'restriction-lifted',
  'erasure-request',
  'erasure-request-lifted',
]);
export type ConsentEventKind = z.infer<typeof ConsentEventKind>;

/** What takes back a standpoint against the use of data, and so lets more be done. */
export const isLifting = (kind: ConsentEventKind) => kind.endsWith('-lifted');

/** One event of the consent ledger. Grain: one row per `consentEventId`. `all` means every one of its kind. */
export const ConsentEvent = z.object({
  clientIdentifier: PersonIdentifier,
  consentEventId: ThingId,
  kind: ConsentEventKind,
  purpose: z.union([Purpose, z.literal('all')]),
  coveredSource: z.union([DataSource, z.literal('all')]),
  effectiveAt: Instant,
  recordedAt: Instant,
  channel: z.enum(['letter', 'telephone', 'visit', 'e-service']),
  recordedBy: ThingId,
});
export type ConsentEvent = z.infer<typeof ConsentEvent>;

/** What a person said, from when, and when it was known: as much of an event as decides. */
export const ConsentStatement = ConsentEvent.pick({
  consentEventId: true,
  kind: true,
  purpose: true,
  coveredSource: true,
  effectiveAt: true,
  recordedAt: true,
});
