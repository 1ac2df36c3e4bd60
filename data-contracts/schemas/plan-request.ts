import { z } from 'zod';
import { areRising, askedPeople } from './asked-people.ts';
import { LoggedCohortRequest } from './cohort-request.ts';
import { Cents, Language, ThingId, WholeNumber } from './fields.ts';
import { Purpose } from './purpose.ts';
import { Requester } from './requester.ts';

/** At most this many offers in one plan. */
export const maximumOffers = 20_000;

/**
 * A planner's question: with so much money and so many places, who should be offered which intervention. People
 * decide on each offer; a plan grants or denies nothing.
 */
export const PlanRequest = z
  .object({
    programme: ThingId,
    ...askedPeople,
    /** For the interventions' own costs, counted at full length and expected uptake. */
    budgetCents: Cents,
    /** Ids of the catalogue; absent: the programme's. */
    interventions: z.array(ThingId).min(1).max(100).optional(),
    /** Clients who can be offered each; absent: the catalogue's capacity. */
    capacity: z.record(ThingId, WholeNumber(0, 10_000_000)).default({}),
    /** What a year lived at home is worth to the county, beside the costs. */
    worthPerHomeYearCents: z.number().int().min(0).max(100_000_000),
    /** Net benefits closer than this count as equal, and lots are drawn among equals. */
    equalWithinCents: z.number().int().min(1).max(100_000_000),
    /** Draws of the uncertain values. */
    draws: z.number().int().min(100).max(20_000),
    seed: z.number().int().min(0).max(2_147_483_647),
    purpose: Purpose,
    requester: Requester,
    language: Language,
  })
  .refine(areRising, {
    path: ['toAgeYears'],
    error: 'below fromAgeYears',
  });
export type PlanRequest = z.infer<typeof PlanRequest>;

/** A question as the audit log keeps it, earlier versions' too, which took any age. */
export const LoggedPlanRequest = z.object({
  ...PlanRequest.shape,
  fromAgeYears: LoggedCohortRequest.shape.fromAgeYears,
  toAgeYears: LoggedCohortRequest.shape.toAgeYears,
});
