import { z } from 'zod';
import { ServiceStatus } from '../vocabularies/service-statuses.ts';
import { IsoDay, Pseudonym } from './fields.ts';

const Probability = z.number().min(0).max(1);

/**
 * One client's scores at one landmark, as a row of `scores/<programme>/`. Grain: one row per client and
 * landmark month. Columns in snake case, as in the lake; `h1` and `h2` are the programme's two horizons.
 * The three last columns are JSON text: `RiskCurve`, `RiskContributions` and `FeatureValues`.
 */
export const RiskScore = z.object({
  client: Pseudonym,
  /** First day of the landmark month; everything before this day is history. */
  landmark_on: IsoDay,
  age_years: z.number().min(0).max(130),
  sex: z.enum(['female', 'male', 'unknown']),
  municipality: z.string(),
  service_language: z.string(),
  /** What services they have at the landmark, by the county's rules; null: an earlier version of the service scored. */
  service_status: ServiceStatus.nullable(),
  lives_alone: z.enum(['yes', 'no', 'unknown']).nullable(),
  /** Data sources behind the score, sorted, joined by commas. */
  sources_used: z.string(),
  /** Probability that the outcome comes within the first horizon, before the competing event. */
  probability_h1: Probability,
  probability_h2: Probability,
  /** Expected cost of the outcome's service within the horizon, euro cents. */
  expected_cost_cents_h1: z.number().min(0),
  expected_cost_cents_h2: z.number().min(0),
  curve: z.string(),
  contributions: z.string(),
  feature_values: z.string(),
});
export type RiskScore = z.infer<typeof RiskScore>;

/** Cumulative incidences at the ends (months, rising) of the model's intervals; the three are equally long. */
export const RiskCurve = z
  .object({
    ends: z.array(z.number().positive()),
    outcome: z.array(Probability),
    competing: z.array(Probability),
  })
  .refine(
    ({ ends, outcome, competing }) => ends.length === outcome.length && ends.length === competing.length,
    {
      path: ['ends'],
      error: 'lengths differ',
    },
  );
export type RiskCurve = z.infer<typeof RiskCurve>;

const FeatureNumbers = z.record(z.string(), z.number());

/**
 * How a score differs from that of somebody typical of the same age and sex. In probability, by feature id: each
 * horizon's values sum to probability − typical; features that add nothing are left out.
 */
export const RiskContributions = z.object({
  /** Probability that the model gives somebody typical of the client's age and sex. */
  typical: z.object({ h1: Probability, h2: Probability }),
  h1: FeatureNumbers,
  h2: FeatureNumbers,
  /** Of the features above, the value that is typical at the client's age and sex, in its unit; null is missing. */
  against: z.record(z.string(), z.number().nullable()),
  /**
   * Features that act most in their group, but alone move the probability another way than the group: with them as is
   * typical and all else as it is. Nobody is told of such a group as a reason.
   */
  contrary: z.object({ h1: z.array(z.string()), h2: z.array(z.string()) }),
});
export type RiskContributions = z.infer<typeof RiskContributions>;

/** Values of the features that reasons speak of, by feature id, in the feature's unit; null is missing. */
export const FeatureValues = z.record(z.string(), z.number().nullable());
export type FeatureValues = z.infer<typeof FeatureValues>;
