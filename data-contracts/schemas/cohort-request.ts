import { z } from 'zod';
import { areRising, askedPeople } from './asked-people.ts';
import { Language, ThingId } from './fields.ts';
import { Purpose } from './purpose.ts';
import { Requester } from './requester.ts';

/** At most this many rows in one answer, whatever was asked. */
export const maximumCohortRows = 2_000;

const AnyAge = z.number().int().min(0).max(130).optional();

/**
 * A planner's question: who, of those the programme has scored, is likeliest to need heavy services within a
 * horizon. Either so many clients (`size`) or all at or above a probability (`thresholdProbability`), never both.
 */
export const CohortRequest = z
  .object({
    programme: ThingId,
    ...askedPeople,
    /** One of the programme's two horizons. */
    horizonMonths: z.number().int().min(1).max(120),
    size: z.number().int().min(1).max(maximumCohortRows).optional(),
    /** In steps of a percentage point: finer ones would tell one person's. */
    thresholdProbability: z.number().min(0).max(1).multipleOf(0.01).optional(),
    purpose: Purpose,
    requester: Requester,
    language: Language,
    /** Reasons shown for each client. */
    reasonsShown: z.number().int().min(0).max(10).default(3),
  })
  .refine(({ size, thresholdProbability }) => (size === undefined) !== (thresholdProbability === undefined), {
    path: ['size'],
    error: 'give either size or thresholdProbability',
  })
  .refine(areRising, {
    path: ['toAgeYears'],
    error: 'below fromAgeYears',
  });
export type CohortRequest = z.infer<typeof CohortRequest>;

/** A question as the audit log keeps it, earlier versions' too, which took any age and any threshold. */
export const LoggedCohortRequest = z.object({
  ...CohortRequest.shape,
  fromAgeYears: AnyAge,
  toAgeYears: AnyAge,
  size: z.number().int().min(1).optional(),
  thresholdProbability: z.number().min(0).max(1).optional(),
});
