import { z } from 'zod';
import { areRising } from './asked-people.ts';
import { SafeCount } from './cohort.ts';
import { DataOrigin } from './delivery.ts';
import { DrawnPlace } from './drawn-place.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Cents, Instant, IsoDay, Language, Texts, ThingId, WholeNumber } from './fields.ts';
import { HiddenReason } from './hidden-demand.ts';
import { askedOfHidden, HiddenDemandListed } from './hidden-demand-list.ts';
import { Estimate } from './plan.ts';

/**
 * A planner's question: with so much money and so many places, who of those worth a check-up should be offered one.
 * People decide on each offer; a plan grants or denies nothing.
 */
export const CheckUpPlanRequest = z
  .object({
    ...askedOfHidden,
    /** For the check-ups' own cost, counted at expected uptake. */
    budgetCents: Cents,
    /** An id of the catalogue; absent: the programme's check-up. */
    intervention: ThingId.optional(),
    /** People who can be offered it; absent: the catalogue's capacity. */
    places: WholeNumber(0, 10_000_000).optional(),
    /** Draws of cost and uptake. */
    draws: z.number().int().min(100).max(20_000).default(1000),
    /** Of draws and lots. */
    seed: z.number().int().min(0).max(2_147_483_647).default(1),
  })
  .refine(areRising, { path: ['toAgeYears'], error: 'below fromAgeYears' });
export type CheckUpPlanRequest = z.infer<typeof CheckUpPlanRequest>;

/** What a check-up costs or how many take it up, with its 95 % interval, and how far to trust it. */
const Grounded = Estimate.extend({ evidence: EvidenceTag, source: z.string() });

/** Somebody who is offered a check-up, by a pseudonym made for the asking unit. */
export const CheckUpOffer = HiddenDemandListed.omit({ speaksForIt: true }).extend({
  intervention: ThingId,
  /** Whether lots were drawn for this place among the equally strong. */
  isDrawnByLot: z.boolean(),
});
export type CheckUpOffer = z.infer<typeof CheckUpOffer>;

/**
 * The answer to a `CheckUpPlanRequest`: what check-ups cost, whom they reach, and how many of those would be expected
 * to begin heavy services as things are. No effect of a check-up is claimed, so it tells of no savings, and nobody's
 * risk: offers go by how strong the reason is. A row is no diagnosis, and grants or denies nothing.
 */
export const CheckUpPlan = z.object({
  origin: DataOrigin,
  programme: ThingId,
  outcomeName: Texts,
  /** Tells one finding from another. */
  version: z.string(),
  landmarkOn: IsoDay,
  askedAt: Instant,
  request: CheckUpPlanRequest,
  language: Language,
  reason: HiddenReason,
  currency: z.string(),
  /** The year whose prices these are. */
  priceYear: z.number().int(),
  intervention: z.object({
    id: ThingId,
    name: Texts,
    /** Whether any of its values is only for demonstration. */
    isDemonstration: z.boolean(),
    /** People it can be offered to; null: no bound. */
    places: z.number().int().min(0).nullable(),
    /** For each who takes it up. */
    priceCents: Grounded,
    uptakeShare: Grounded,
  }),
  /** Those with the strongest reason first; among the equally strong the order says nothing. */
  rows: z.array(CheckUpOffer),
  /** The equally strong at the last places, whose lots let it be measured what check-ups find. */
  lots: z.array(DrawnPlace.extend({ probabilityOffered: z.number().min(0).max(1) })),
  /** Of those offered, who are expected to take it up; whole people. */
  takers: Estimate,
  spending: z.object({
    /** Counted against the budget: expected uptake. */
    plannedCents: z.number().int(),
    cents: Estimate,
    /** If everybody offered takes it up. */
    ifAllAcceptCents: z.number().int(),
    probabilityOverBudget: z.number().min(0).max(1),
  }),
  /**
   * Of those offered, how many are expected to come to the programme's outcome within each horizon as things are, in
   * whole people; null: fewer than five are offered, or not all of them have an estimate of the same day and sources.
   */
  expectedStarts: z
    .array(z.object({ horizonMonths: z.number().int(), people: z.number().int().min(0) }))
    .nullable(),
  /** Of those found for any reason, who fit the question's municipalities and ages, in steps of five. */
  eligible: SafeCount,
  /** Of everybody in the programme, when the day began: who is left out, in steps of five, by the first reason. */
  withheld: z.object({
    total: SafeCount,
    byReason: z.array(z.object({ reason: z.string(), count: SafeCount })),
  }),
  /** What the reader must know; keys of the check-up texts. */
  notes: z.array(
    z.enum([
      'tells-no-savings',
      'demonstration-values',
      'too-few-to-show',
      'nobody-offered',
      'starts-not-told',
    ]),
  ),
});
export type CheckUpPlan = z.infer<typeof CheckUpPlan>;
