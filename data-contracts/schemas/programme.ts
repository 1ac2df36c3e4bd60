import { z } from 'zod';
import { FeatureId } from '../vocabularies/features.ts';
import { ServiceAreaCode } from '../vocabularies/service-areas.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId, WholeNumber } from './fields.ts';
import { Endpoint } from './intervention.ts';

const Interval = z
  .object({ lower95: z.number().positive(), upper95: z.number().positive() })
  .refine(({ lower95, upper95 }) => lower95 <= upper95, { path: ['lower95'], error: 'interval upside down' });

/**
 * A programme is a study as checked data: who is eligible, which outcome, which competing event, which
 * horizons, which predictors, which interventions. A new programme needs no code.
 */
export const Programme = z
  .object({
    id: ThingId,
    title: Texts,
    /** What the outcome is called on pages and lists. */
    outcomeName: Texts,
    eligibility: z.object({
      minimumAgeYears: WholeNumber(0, 120),
      maximumAgeYears: WholeNumber(0, 130),
      /** Months of history a client must have before the landmark. */
      minimumLookBackMonths: WholeNumber(0, 120),
      /** Whether someone who already had the outcome before the landmark is left out. */
      excludesEarlierOutcome: z.boolean(),
    }),
    outcome: z.object({
      /** The first stay or contact in any of these Hilmo service areas that starts in a month after the landmark. */
      serviceAreas: z.array(ServiceAreaCode).min(1),
      /** Which endpoint of an intervention's effects acts on this outcome. */
      endpoint: Endpoint.extract(['heavy-services', 'hospital']),
    }),
    competingEvent: z.literal('death'),
    /** Rising; the model gives a probability at each. */
    horizonsMonths: z.tuple([WholeNumber(1, 120), WholeNumber(1, 120)]),
    landmarks: z.object({
      /** Months of data before the first landmark. */
      lookBackMonths: WholeNumber(1, 120),
      /** Months between landmarks. */
      everyMonths: WholeNumber(1, 60),
    }),
    /** Share of people kept apart for the test; chosen by a hash of the pseudonym. */
    testPeopleShare: z.number().gt(0).lt(1),
    predictors: z.array(FeatureId).min(1),
    /** What one case of the outcome costs, for the expected cost on a list. */
    outcomeCost: z.object({
      centsPerDay: WholeNumber(0, 10_000_000),
      /** Mean length of the outcome's service, days; time in it is taken as exponential. */
      meanDays: z.number().positive(),
      source: z.string().min(1),
      evidence: EvidenceTag,
      /** The year whose prices these are. */
      priceYear: WholeNumber(1990, 2100),
      /** 95 % intervals, for what is told of how sure a plan is; absent: taken as known. */
      uncertainty: z
        .object({
          centsPerDay: Interval,
          meanDays: Interval,
          source: z.string().min(1),
          evidence: EvidenceTag,
        })
        .optional(),
    }),
    /** From when on a model is stale, counted from the day until which it has learnt. */
    maximumModelAge: z.object({
      months: WholeNumber(1, 240),
      reason: z.string().min(1),
      /** `verified` once the county has confirmed it. */
      evidence: EvidenceTag,
    }),
    interventions: z.array(ThingId),
  })
  .refine(({ horizonsMonths: [first, second] }) => first < second, {
    path: ['horizonsMonths'],
    error: 'not rising',
  })
  .refine(({ maximumModelAge: { months }, horizonsMonths }) => months > horizonsMonths[1], {
    path: ['maximumModelAge'],
    error: 'not above the longer horizon, which a new model is kept from to be judged',
  })
  .refine(({ predictors }) => new Set(predictors).size === predictors.length, {
    path: ['predictors'],
    error: 'a predictor twice',
  });
export type Programme = z.infer<typeof Programme>;
