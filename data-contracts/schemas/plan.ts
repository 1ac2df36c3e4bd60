import { z } from 'zod';
import { aboutWhom, SafeCount, ToldStatus } from './cohort.ts';
import { DataOrigin } from './delivery.ts';
import { DrawnPlace } from './drawn-place.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Instant, IsoDay, Language, Pseudonym, Texts, ThingId } from './fields.ts';
import { Endpoint, Intervention } from './intervention.ts';
import { ModelStandingNote } from './model-monitoring.ts';
import { PlanRequest } from './plan-request.ts';

const Probability = z.number().min(0).max(1);

/** The mean over the draws and the middle 95 % of them. Money in whole cents, months to two decimals. */
export const Estimate = z.object({ mean: z.number(), lower95: z.number(), upper95: z.number() });
export type Estimate = z.infer<typeof Estimate>;

/** What offers change, with them minus without: negative cents are saved, positive months are gained. */
export const PlanChange = z.object({
  /** The interventions' own price. */
  interventionCents: Estimate,
  /** Cost of the outcome's service. */
  heavyCents: Estimate,
  /** Cost of other services while at home. */
  otherCents: Estimate,
  /** The three together. */
  totalCents: Estimate,
  /** Months in the outcome's service. */
  heavyMonths: Estimate,
  /** Months alive and not yet in the outcome's service. */
  homeMonths: Estimate,
  /** That all costs together fall. */
  probabilitySavesMoney: Probability,
  /** That months at home are lost. */
  probabilityHarms: Probability,
  /** That it is worth its costs where a year at home is worth what the request says. */
  probabilityWorthIt: Probability,
});
export type PlanChange = z.infer<typeof PlanChange>;

/**
 * One offer, by a pseudonym made for the asking unit. Figures of one client are means, in steps that many share:
 * probabilities of 0.005, cents of 10,000, months of 0.1, shares of draws of 0.05.
 */
export const PlanRow = z.object({
  /** 1 is the offer worth most by these figures; among equals it says nothing. */
  rank: z.number().int().min(1),
  client: Pseudonym,
  ageBand: z.string(),
  municipality: z.string(),
  /** What services they have; `suppressed` where few of their municipality and age have them. */
  serviceStatus: ToldStatus,
  intervention: ThingId,
  /** Of the outcome, at the programme's horizons, without an offer. */
  probability: z.tuple([Probability, Probability]),
  /** Counted against the budget. */
  offerCents: z.number().int(),
  totalCents: z.number().int(),
  homeMonths: z.number(),
  /** How sure it is that such offers save money on average: no chance of this client. */
  probabilitySavesMoney: Probability,
  /** How sure it is that they take months at home away on average. */
  probabilityHarms: Probability,
  /** Chance that this client's own costs are lower with the offer than without it, by the second horizon; at most the uptake. */
  chanceSavesMoney: Probability,
  /** Chance that this client's own time at home is shorter with the offer than without it. */
  chanceHarms: Probability,
  /** Whether lots were drawn for this place among equals. */
  isDrawnByLot: z.boolean(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** Why clients whom its rule fits are not offered an intervention. */
export const LeftOutReason = z.enum(['not-worth-it', 'offered-another', 'no-place', 'no-budget']);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** Where an offer is worth its costs; null: as far as there is, or as was looked. */
export const WorthItInterval = z.object({ from: z.number().nullable(), to: z.number().nullable() });
export type WorthItInterval = z.infer<typeof WorthItInterval>;

/** Every interval of one quantity, none or several, and what it is now. */
const WorthItWhere = z.object({ now: z.number(), intervals: z.array(WorthItInterval) });
export type WorthItWhere = z.infer<typeof WorthItWhere>;

/** Where an offer to somebody typical turns from worth its costs to not, one quantity moved at a time. */
export const WorthIt = z.object({
  /** Who is typical: those offered it or, where nobody is, those whom its rule fits. */
  of: z.enum(['offered', 'eligible']),
  /** Of the outcome by the second horizon, without an offer. */
  probability: WorthItWhere,
  /** For each taker, as it is charged, cents. */
  priceCents: WorthItWhere,
  /** Its ratio of the rate of the outcome at the beginning; null where it has no effect on that. */
  ratio: WorthItWhere.nullable(),
});
export type WorthIt = z.infer<typeof WorthIt>;

export const PlanIntervention = z.object({
  id: ThingId,
  name: Texts,
  evidenceGrade: Intervention.shape.evidenceGrade,
  /** Whether any of its values is only for demonstration. */
  isDemonstration: z.boolean(),
  /** Clients it can be offered to; null: no bound. */
  places: z.number().int().min(0).nullable(),
  offered: z.number().int().min(0),
  expectedTakers: z.number().min(0),
  /** Those whom its rule fits. */
  eligible: SafeCount,
  leftOut: z.array(z.object({ reason: LeftOutReason, count: SafeCount })),
  /** Null where nobody is offered it. */
  change: PlanChange.nullable(),
  /** Null where nobody is offered it and fewer than five could be. */
  worthIt: WorthIt.nullable(),
  /** Endpoints on which it has an effect that is not counted in money or months. */
  notCounted: z.array(Endpoint),
});
export type PlanIntervention = z.infer<typeof PlanIntervention>;

/** What is supposed instead of what the plan supposes. */
export const ScenarioId = z.enum([
  /** The plan as it is. */
  'as-planned',
  /** Stays in heavy service a quarter shorter. */
  'stay-shorter',
  /** Every effect half as great, on the scale of logarithms. */
  'effects-halved',
  /** Rates of the outcome × 0.8: the model foretells too much. */
  'risk-lower',
  /** Extrapolated beyond what the model foresees: the last year's rates, costs and what is left of effects go on. */
  'horizon-60',
  'horizon-120',
  /** Another perspective: whoever pays for heavy service and the interventions alone. */
  'other-services-left-out',
]);
export type ScenarioId = z.infer<typeof ScenarioId>;

/** The same offers where one assumption is another, with the same draws, discounted. */
export const PlanScenario = z.object({
  id: ScenarioId,
  horizonMonths: z.number().int(),
  totalCents: Estimate,
  homeMonths: Estimate,
  /** Months at home at the request's worth, less all costs. */
  netBenefitCents: Estimate,
  probabilitySavesMoney: Probability,
  probabilityWorthIt: Probability,
  /** Whether a plan that saves on average no longer does, or the other way round. */
  turnsSaving: z.boolean(),
  /** Whether a plan whose net benefit is above 0 on average has one below, or the other way round. */
  turnsWorth: z.boolean(),
});
export type PlanScenario = z.infer<typeof PlanScenario>;

/** A strategy of the cohort: the best plan within the same budget with some interventions off, all or none. */
export const PlanStrategy = z.object({
  /** `none`, `plan`, or `only.` and the interventions in use, joined by `+`. */
  id: z.string(),
  offered: z.number().int().min(0),
  totalCents: Estimate,
  homeYears: Estimate,
  /** Cents for a home year more than the next cheaper on the frontier; null on the cheapest and the dominated. */
  centsPerHomeYear: z.number().nullable(),
  status: z.enum(['non-dominated', 'extended-dominated', 'dominated']),
});
export type PlanStrategy = z.infer<typeof PlanStrategy>;

/** How the choice among strategies depends on what a home year is worth, and on what is not known. */
export const PlanAnalysis = z.object({
  /** By what a home year is worth; for each the plans are made anew. */
  acceptability: z.array(
    z.object({
      worthPerHomeYearCents: z.number(),
      /** The strategy with the least expected loss. */
      optimal: z.string(),
      /** Expected value of perfect information: of knowing everything before interventions are turned on or off. */
      evpiCents: z.number(),
      /** Its standard error over draws. */
      evpiErrorCents: z.number(),
      byStrategy: z.array(
        z.object({
          id: z.string(),
          netBenefitCents: z.number(),
          /** That it has the greatest net benefit. */
          probabilityBest: Probability,
          expectedLossCents: z.number(),
        }),
      ),
    }),
  ),
  /** What it would be worth to know one value for certain, at the request's worth of a home year, with its standard error. */
  informationOnOne: z.array(z.object({ parameter: z.string(), cents: z.number(), errorCents: z.number() })),
  /** The same of all values of an intervention together, or of `heavy-service`. */
  informationOnSets: z.array(
    z.object({
      about: z.string(),
      parameters: z.array(z.string()),
      cents: z.number(),
      errorCents: z.number(),
    }),
  ),
  /**
   * The same of what lots would teach of an intervention's effect: so many are offered it and as many are not, and both are
   * followed; to one next decision like this.
   */
  informationOnLots: z.array(
    z.object({
      intervention: z.string(),
      perSide: z.number().int(),
      followedMonths: z.number().int(),
      cents: z.number(),
      errorCents: z.number(),
    }),
  ),
  /** The plan's net benefit with one value at the ends of its interval, all others at their means. */
  tornado: z.array(
    z.object({
      parameter: z.string(),
      lower: z.number(),
      upper: z.number(),
      netBenefitAtLowerCents: z.number(),
      netBenefitAtUpperCents: z.number(),
    }),
  ),
  netBenefitAtMeansCents: z.number(),
  /** The same with the two values that matter most varied together; rows are the first's. */
  twoWay: z
    .object({
      parameters: z.tuple([z.string(), z.string()]),
      rows: z.array(z.number()),
      columns: z.array(z.number()),
      netBenefitCents: z.array(z.array(z.number())),
    })
    .nullable(),
  /** Some draws of the plan, for the cost-effectiveness plane. */
  plane: z.array(z.object({ homeYears: z.number(), totalCents: z.number() })),
});
export type PlanAnalysis = z.infer<typeof PlanAnalysis>;

/** An answer to a `PlanRequest`. People decide: a row grants or denies nothing. */
export const Plan = z.object({
  origin: DataOrigin,
  programme: ThingId,
  outcomeName: Texts,
  modelVersion: z.string(),
  landmarkOn: IsoDay,
  askedAt: Instant,
  language: Language,
  request: PlanRequest,
  ...aboutWhom,
  /** Who pays, how far ahead, in which money, how discounted. */
  frame: z.object({
    perspective: z.literal('county'),
    horizonsMonths: z.tuple([z.number().int(), z.number().int()]),
    discountRatePerYear: z.number(),
    currency: z.string(),
    priceYear: z.number().int(),
  }),
  rows: z.array(PlanRow),
  change: PlanChange.nullable(),
  /** The same at each horizon, discounted and not. */
  frames: z.array(
    z.object({ horizonMonths: z.number().int(), discountRatePerYear: z.number(), change: PlanChange }),
  ),
  /** By year after the landmark, undiscounted. */
  budgetImpact: z.array(
    z.object({
      year: z.number().int().min(1),
      interventionCents: Estimate,
      heavyCents: Estimate,
      otherCents: Estimate,
      totalCents: Estimate,
    }),
  ),
  spending: z.object({
    /** Counted against the budget: expected uptake, every month charged. */
    plannedCents: z.number().int(),
    /** If everybody offered takes it up. */
    ifAllAcceptCents: z.number().int(),
    probabilityOverBudget: Probability,
  }),
  /** What a little more money would buy; null where nothing more would be bought. */
  next: z
    .object({
      extraCents: z.number().int(),
      offers: z.array(z.object({ intervention: ThingId, offered: z.number().int() })),
      totalCents: Estimate,
      homeMonths: Estimate,
      probabilitySavesMoney: Probability,
    })
    .nullable(),
  interventions: z.array(PlanIntervention),
  /** Equals at the last places, whose lots let the effect be measured later. */
  lots: z.array(DrawnPlace.extend({ probabilityOffered: Probability })),
  /** How far the plan may be from the best there is, as a share of the bound. */
  gapShare: z.number(),
  monteCarlo: z.object({
    draws: z.number().int(),
    totalCentsStandardError: z.number(),
    homeMonthsStandardError: z.number(),
  }),
  /** The plan as it is, then under one other assumption each; none where nobody is offered anything. */
  scenarios: z.array(PlanScenario),
  /**
   * Clients' fees are not modelled: the share of the price of heavy service that they would have to pay for the saving to be
   * gone; null where there is no saving, or fees cannot undo it.
   */
  feesThatUndoSaving: Probability.nullable(),
  strategies: z.array(PlanStrategy),
  /** Null where nobody is offered anything. */
  analysis: PlanAnalysis.nullable(),
  /** Every uncertain value and how it is distributed. */
  parameters: z.array(
    z.object({
      id: z.string(),
      distribution: z.string(),
      mean: z.number(),
      lower95: z.number(),
      upper95: z.number(),
      evidence: EvidenceTag,
      source: z.string(),
    }),
  ),
  /** Clients who fit the question, shown or not. */
  eligible: SafeCount,
  withheld: z.object({
    total: SafeCount,
    byReason: z.array(z.object({ reason: z.string(), count: SafeCount })),
  }),
  /** What the reader must know; keys of the plan texts. */
  notes: z.array(
    z.enum([
      'too-few-to-show',
      'small-groups-left-out',
      'reaches-three-quarters',
      'reaches-half',
      'reaches-few',
      'legal-basis-unconfirmed',
      'demonstration-values',
      'last-years-cost-unknown',
      'nothing-worth-it',
      'effects-updated',
      ...ModelStandingNote.options,
    ]),
  ),
});
export type Plan = z.infer<typeof Plan>;
