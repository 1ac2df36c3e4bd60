import { z } from 'zod';
import { ServiceStatus, type StatusBasis, statusBases } from '../vocabularies/service-statuses.ts';
import { AskedPeople } from './asked-people.ts';
import { DataOrigin } from './delivery.ts';
import { Instant, IsoDay, Language, Pseudonym, Texts, ThingId } from './fields.ts';
import { ModelStandingNote } from './model-monitoring.ts';
import { Purpose } from './purpose.ts';

const Probability = z.number().min(0).max(1);
const EachHorizon = <T extends z.ZodType>(figure: T) => z.tuple([figure, figure]);

/** A count of people that reveals nobody: a count under 5, or one that would give such away, is `suppressed`. */
export const SafeCount = z.union([z.number().int().min(0), z.literal('suppressed')]);
export type SafeCount = z.infer<typeof SafeCount>;

/** Counts of people that give nobody away: a small one is `suppressed`, and so is what would tell it. */
export const SafeTable = z.object({
  total: SafeCount,
  /** In the order given, cells of nobody left out. */
  cells: z.array(z.object({ name: z.string(), count: SafeCount })),
});
export type SafeTable = z.infer<typeof SafeTable>;

/** In the place of a municipality and of an age band where too few live in the one at the other. */
export const notTold = 'suppressed';

/** A service status as it is told of somebody. */
export const ToldStatus = z.enum([...ServiceStatus.options, notTold]);
export type ToldStatus = z.infer<typeof ToldStatus>;

/** About whom an answer is, and on what the statuses in it rest. */
export const aboutWhom = {
  /** What was asked for, a preset's terms among it; nothing of it: everybody. */
  people: AskedPeople,
  presetName: Texts.optional(),
  /** In the order in which they are tried. */
  statusBases: z.array(
    z.object({
      status: ServiceStatus,
      basis: z.enum(Object.keys(statusBases) as [StatusBasis, ...StatusBasis[]]),
    }),
  ),
};

export const ReasonCertainty = z.enum(['clear', 'uncertain', 'not-measured']);
export type ReasonCertainty = z.infer<typeof ReasonCertainty>;

/**
 * One reason why a client's probability differs from that of somebody typical of the same age and sex. It says what
 * goes with the difference, never what causes it.
 */
export const CohortReason = z.object({
  /** Feature group, a key of the groups vocabulary. */
  group: z.string(),
  /**
   * The feature of the group that takes the probability furthest in the reason's direction, and where the band of its
   * value begins, in the feature's unit: an exact value with a municipality singles people out. Null: not known.
   */
  feature: z.string(),
  value: z.number().nullable(),
  /** Where the band of what is typical at that age and sex begins; absent, as `comparison`, in earlier versions' reasons. */
  typical: z.number().nullable().optional(),
  /** How the value lies to what is typical; `other`: one of the two is missing. */
  comparison: z.enum(['more', 'less', 'other']).optional(),
  direction: z.enum(['raises', 'lowers']),
  /** Difference that goes with the whole group, in probability, in steps of 0.005. */
  contribution: z.number().min(-1).max(1),
  /**
   * How sure the model is of the direction. `clear`: all its parts agree on 95 % of contributions of at least this
   * size; `uncertain`: they do not; `not-measured`: the model has one part and cannot say.
   */
  certainty: ReasonCertainty,
  /** The same in words, in the answer's language. */
  text: z.string(),
});
export type CohortReason = z.infer<typeof CohortReason>;

/** Something in a client's life that help can change: a key of the vocabulary of modifiable factors, and in words. */
export const ChangeableFactor = z.object({ factor: z.string(), text: z.string() });
export type ChangeableFactor = z.infer<typeof ChangeableFactor>;

/** What the model gives somebody typical of an age band, on average over those of the band who were looked at. */
export const TypicalOfAge = z.object({ ageBand: z.string(), probability: EachHorizon(Probability) });
export type TypicalOfAge = z.infer<typeof TypicalOfAge>;

/**
 * One client of the answer, by a pseudonym made for the asking unit. Figures come in pairs, one for each of
 * `horizonsMonths`, in steps that many share: probabilities of 0.005, costs of 500 euros.
 */
export const CohortRow = z.object({
  /** 1 is the likeliest among those who may be shown; among the equally likely it says nothing. */
  rank: z.number().int().min(1),
  client: Pseudonym,
  /** An id of the age-band vocabulary, or `suppressed`, as is the municipality then: few there are of that age. */
  ageBand: z.string(),
  municipality: z.string(),
  /** What services they have, by the county's rules; `suppressed` where few of their municipality and age have them. */
  serviceStatus: ToldStatus,
  probability: EachHorizon(Probability),
  /** Expected cost of the outcome's service, euro cents, whole. */
  expectedCostCents: EachHorizon(z.number().int().min(0)),
  reasons: z.array(CohortReason),
  /** What can be changed, apart from what the estimate rests on: where it holds, whether it moves the estimate or not. */
  changeable: z.array(ChangeableFactor),
});
export type CohortRow = z.infer<typeof CohortRow>;

export const CohortNote = z.enum([
  'too-few-to-show',
  'small-groups-left-out',
  'reaches-three-quarters',
  'reaches-half',
  'reaches-few',
  'fewer-than-asked',
  'more-than-shown',
  'legal-basis-unconfirmed',
  'cost-unconfirmed',
  ...ModelStandingNote.options,
]);
export type CohortNote = z.infer<typeof CohortNote>;

/** The answer to a `CohortRequest`. People decide: a row grants or denies nothing. */
export const Cohort = z.object({
  origin: DataOrigin,
  programme: ThingId,
  outcomeName: Texts,
  modelVersion: z.string(),
  /** First day of the month in which the clients were scored. */
  landmarkOn: IsoDay,
  askedAt: Instant,
  purpose: Purpose,
  language: Language,
  horizonsMonths: EachHorizon(z.number().int().min(1)),
  /** The horizon that ranks the rows, and by which reasons are given. */
  horizonMonths: z.number().int().min(1),
  /** The programme's average probability. */
  averageProbability: EachHorizon(Probability),
  ...aboutWhom,
  /** By age band, rising, what a client who is typical of it is given: what age alone comes to, and reasons start from. */
  typicalByAge: z.array(TypicalOfAge),
  rows: z.array(CohortRow),
  /** Scored clients who fit the question's municipalities and ages, in steps of five, shown or not. */
  eligible: SafeCount,
  /** Of everybody in the programme, when the day began: who is left out, in steps of five, by the first reason of each. */
  withheld: z.object({
    total: SafeCount,
    byReason: z.array(z.object({ reason: z.string(), count: SafeCount })),
  }),
  /** What the reader must know; keys of the texts vocabulary. */
  notes: z.array(CohortNote),
});
export type Cohort = z.infer<typeof Cohort>;
