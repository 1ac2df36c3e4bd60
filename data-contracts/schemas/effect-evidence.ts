import { z } from 'zod';
import { DataOrigin } from './delivery.ts';
import { IsoDay, ThingId } from './fields.ts';
import { Endpoint } from './intervention.ts';

const Count = z.number().int().min(0);
const RatioInterval = z.object({ ratio: z.number(), lower95: z.number(), upper95: z.number() });

/** Those of some lots who drew the same: how many, and how they fared. */
const Arm = z.object({ people: Count, outcomes: Count, months: z.number().min(0) });

/** A stretch of the time since the draw: when it was lived through by both sides, and what the offered had in it. */
const EvidencePeriod = z.object({
  fromMonth: z.number().min(0),
  toMonth: z.number().positive(),
  /** Mean and standard deviation of the month over the person-time of both sides. */
  meanMonth: z.number().min(0),
  sdMonth: z.number().min(0),
  ofOffered: RatioInterval,
});
export type EvidencePeriod = z.infer<typeof EvidencePeriod>;

/** Why there is no estimate. */
export const NoEstimate = z.enum([
  /** Fewer than five outcomes, or people, on a side: nothing is told of either. */
  'too-few',
  /** Nobody who was offered it is known to have started. */
  'nobody-took-it-up',
  /** So few took it up that no effect on them explains the difference: chance, or more than the offer differed. */
  'not-explained-by-takers',
]);
export type NoEstimate = z.infer<typeof NoEstimate>;

/**
 * What places drawn by lot tell of an intervention's effect on a programme's outcome. Only lots are compared: equals
 * of whom chance alone decided who was offered it, as they were drawn, whether or not they were reached.
 */
export const InterventionEvidence = z.object({
  intervention: ThingId,
  endpoint: Endpoint,
  lots: Count,
  found: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('estimated'),
      offered: Arm,
      others: Arm,
      /** Of those offered, the share of whom a service is recorded as started. */
      uptakeShare: z.number().min(0).max(1),
      /** Rates of those offered over the others', by intention to treat. */
      ofOffered: RatioInterval,
      /** The same among those who took it up: the mean over the time followed, in which an effect fades. */
      ofTakers: RatioInterval,
      /** Stretches of follow-up, each with five outcomes and more on both sides; evidence of before there were any has none. */
      periods: z.array(EvidencePeriod).default([]),
    }),
    z.object({ status: NoEstimate }),
  ]),
});
export type InterventionEvidence = z.infer<typeof InterventionEvidence>;

/** The evidence of a programme's closed lists. */
export const EffectEvidence = z.object({
  origin: DataOrigin,
  programme: ThingId,
  /** Up to when outcomes were seen. */
  seenTo: IsoDay,
  interventions: z.array(InterventionEvidence),
});
export type EffectEvidence = z.infer<typeof EffectEvidence>;
