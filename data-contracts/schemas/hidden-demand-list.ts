import { z } from 'zod';
import { MunicipalityCode } from '../vocabularies/municipalities.ts';
import { areRising, FirstAge, LastAge } from './asked-people.ts';
import { CohortNote, SafeCount } from './cohort.ts';
import { maximumCohortRows } from './cohort-request.ts';
import { DataOrigin } from './delivery.ts';
import { Instant, IsoDay, Language, Pseudonym, ThingId } from './fields.ts';
import { HiddenCertainty, HiddenReason } from './hidden-demand.ts';
import { Requester } from './requester.ts';

/** About whom, of those worth a check-up, a planner may ask, and who asks. */
export const askedOfHidden = {
  programme: ThingId,
  /** The reason that everybody in the answer has, and by whose strength they stand in it. */
  reason: HiddenReason.default('signs-without-diagnosis'),
  /** Absent: every municipality. */
  municipalities: z.array(MunicipalityCode).min(1).max(400).optional(),
  /** Whole years, both bounds included. */
  fromAgeYears: FirstAge,
  toAgeYears: LastAge,
  requester: Requester,
  language: Language,
};

/**
 * A planner's question: who, of a programme's people without service, is worth a check-up for a reason. A list of its
 * own: it says nothing of anybody's risk, and no order mixes the two.
 */
export const HiddenDemandRequest = z
  .object({
    ...askedOfHidden,
    size: z.number().int().min(1).max(maximumCohortRows),
    /** What speaks for signs, for each client. */
    reasonsShown: z.number().int().min(0).max(10).default(3),
  })
  .refine(areRising, { path: ['toAgeYears'], error: 'below fromAgeYears' });
export type HiddenDemandRequest = z.infer<typeof HiddenDemandRequest>;

/** Why somebody is worth a check-up, how surely, and in words. Never what they have. */
export const WordedReason = z.object({ reason: HiddenReason, certainty: HiddenCertainty, text: z.string() });

/** Somebody of the list, by a pseudonym made for the asking unit. */
export const HiddenDemandListed = z.object({
  /** 1 is the strongest among those who may be shown; among the equally strong it says nothing. */
  rank: z.number().int().min(1),
  client: Pseudonym,
  /** An id of the age-band vocabulary, or `suppressed`, as is the municipality then: few there are of that age. */
  ageBand: z.string(),
  municipality: z.string(),
  /** How strong the reason asked for is, in steps of a twentieth that many share. */
  strength: z.number().min(0).max(1),
  reasons: z.array(WordedReason).min(1),
  /** What speaks for the signs, strongest first, in words. */
  speaksForIt: z.array(z.string()),
});
export type HiddenDemandListed = z.infer<typeof HiddenDemandListed>;

/** The answer to a `HiddenDemandRequest`. People decide: a row is no diagnosis, and grants or denies nothing. */
export const HiddenDemandList = z.object({
  origin: DataOrigin,
  programme: ThingId,
  /** Tells one finding from another. */
  version: z.string(),
  landmarkOn: IsoDay,
  askedAt: Instant,
  language: Language,
  reason: HiddenReason,
  rows: z.array(HiddenDemandListed),
  /** Of those found for any reason, who fit the question's municipalities and ages, in steps of five, shown or not. */
  eligible: SafeCount,
  /** Of everybody in the programme, when the day began: who is left out, in steps of five, by the first reason of each. */
  withheld: z.object({
    total: SafeCount,
    byReason: z.array(z.object({ reason: z.string(), count: SafeCount })),
  }),
  notes: z.array(CohortNote),
});
export type HiddenDemandList = z.infer<typeof HiddenDemandList>;

/** How many are worth a check-up for a reason, by municipality and language of service; small groups are not shown. */
export const HiddenDemandCounts = z.object({
  reason: HiddenReason,
  cells: z.array(
    z.object({
      municipality: z.string(),
      serviceLanguage: z.string(),
      /** In steps of five. */
      people: SafeCount,
    }),
  ),
  /** Of what is told. */
  total: z.number().int().min(0),
});
export type HiddenDemandCounts = z.infer<typeof HiddenDemandCounts>;

export const HiddenDemandStatistics = z.object({
  origin: DataOrigin,
  programme: ThingId,
  version: z.string(),
  landmarkOn: IsoDay,
  reasons: z.array(HiddenDemandCounts),
});
export type HiddenDemandStatistics = z.infer<typeof HiddenDemandStatistics>;
