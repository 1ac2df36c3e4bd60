import { z } from 'zod';
import { DecisionTypeCode } from '../vocabularies/national-codes/index.ts';
import { DataSource } from './data-source.ts';
import { EndDay, IsoDay, IsWithdrawn, RecordingDay, ThingId } from './fields.ts';
import { PersonIdentifier } from './person-identifier.ts';
import { relation } from './relation.ts';

/** A social-care decision about a client. Grain: one row per `decisionId`. */
export const SocialCareDecision = z
  .object({
    clientIdentifier: PersonIdentifier,
    decisionId: ThingId,
    decisionType: DecisionTypeCode,
    decision: z.enum(['granted', 'denied']),
    decidedOn: IsoDay,
    validFrom: IsoDay,
    validTo: EndDay.optional(),
    dataSource: DataSource,
    recordedOn: RecordingDay,
    isWithdrawn: IsWithdrawn,
  })
  .refine(
    (decision) => decision.validTo === undefined || decision.validTo >= decision.validFrom,
    relation(['validTo', 'validFrom'], 'ends before it begins'),
  )
  .refine(
    (decision) => decision.recordedOn >= decision.decidedOn,
    relation(['recordedOn', 'decidedOn'], 'recorded before decision'),
  );
export type SocialCareDecision = z.infer<typeof SocialCareDecision>;
