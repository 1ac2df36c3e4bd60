import { z } from 'zod';
import { FeatureId } from '../vocabularies/features.ts';
import { ListedServiceArea } from '../vocabularies/national-codes/index.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId, WholeNumber } from './fields.ts';
import { Endpoint } from './intervention.ts';

const Interval = z
  .object({ lower95: z.number().positive(), upper95: z.number().positive() })
  .refine(({ lower95, upper95 }) => lower95 <= upper95, { path: ['lower95'], error: 'interval upside down' });

const Features = z.array(FeatureId).min(1);

/**
 * What is looked for among people without service: signs of a diagnosis that they do not have, and few contacts for
 * their need. Both are inferences about health: they say that somebody is worth a check-up, and never what they have.
 */
export const HiddenDemandRule = z.object({
  /** Known as far back as the data reach, and so seldom a predictor: whoever has it is told nothing of signs of it. */
  diagnosis: FeatureId,
  /** As it stands in the middle of a sentence. */
  diagnosisName: Texts,
  /** What follows from having the diagnosis, and so must not tell that it is missing. */
  withoutPredictors: z.array(FeatureId),
  /** By which need is known apart from contacts and services. */
  needPredictors: Features,
  /** Contacts that people make themselves: the first less the others. */
  contacts: z.object({ of: FeatureId, without: z.array(FeatureId) }),
  /** Contacts are few up to this share of peers of like need. */
  lowestShare: z.number().gt(0).lt(1),
  /** How many peers of like need are together, about. */
  peers: WholeNumber(20, 10_000),
  /** How many times the average makes a reason, of signs and of need. */
  timesAverage: z.number().gt(1),
  /** How many landmarks teach, the latest with them, and how many months are between them. */
  landmarks: z.object({ count: WholeNumber(1, 20), everyMonths: WholeNumber(1, 60) }),
  /** What they are offered: the check-up itself, an id of the intervention catalogue. */
  checkUp: ThingId,
});
export type HiddenDemandRule = z.infer<typeof HiddenDemandRule>;

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
      /**
       * The first stay or contact in any of these Hilmo service areas that starts on the landmark or later. Days decide
       * what comes first: on the day of death it is the outcome, after it none; on the day of a move it is not seen.
       */
      serviceAreas: z.array(ListedServiceArea).min(1),
      /**
       * The least days of a stay for it to be the outcome, those that follow it without a gap counted; a stay that goes
       * on, or that death ended, is long enough. A shorter one is no outcome, and whoever had it is still followed.
       */
      minimumDays: WholeNumber(1, 366),
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
    /** Whom a second list is of, worth a check-up, beside those at risk; absent: the programme has none. */
    hiddenDemand: HiddenDemandRule.optional(),
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
  })
  .refine(
    ({ predictors, hiddenDemand }) => hiddenDemand === undefined || areAmong(hiddenDemand, predictors),
    {
      path: ['hiddenDemand'],
      error: 'looks at what is no predictor of the programme',
    },
  );
export type Programme = z.infer<typeof Programme>;

function areAmong(rule: HiddenDemandRule, predictors: readonly FeatureId[]): boolean {
  const { withoutPredictors, needPredictors, contacts } = rule;
  const named = [...withoutPredictors, ...needPredictors, contacts.of, ...contacts.without];
  return named.every((name) => predictors.includes(name));
}
