import { z } from 'zod';
import { IsoDay, Pseudonym } from './fields.ts';

/** Why somebody without service is worth a check-up. Each is an inference, and neither says what the person has. */
export const HiddenReason = z.enum(['signs-without-diagnosis', 'few-contacts']);
export type HiddenReason = z.infer<typeof HiddenReason>;

/** How sure a reason is: `clear` where it is found again whichever half of the people it is learnt from. */
export const HiddenCertainty = z.enum(['clear', 'uncertain']);
export type HiddenCertainty = z.infer<typeof HiddenCertainty>;

const Share = z.number().min(0).max(1);

/**
 * Somebody without service who is worth a check-up, as a row of `hidden-demand/<programme>/`. Grain: one row per
 * client, of the latest landmark; nobody without a reason has one. Columns in snake case, as in the lake; the two
 * last are JSON text.
 */
export const HiddenDemandRow = z.object({
  client: Pseudonym,
  /** First day of the landmark month; everything before this day is history. */
  landmark_on: IsoDay,
  age_years: z.number().min(0).max(130),
  municipality: z.string(),
  service_language: z.string(),
  /** Data sources behind it, sorted, joined by commas. */
  sources_used: z.string(),
  /** How common the diagnosis is among people like them; null: they have it. */
  signs: Share.nullable(),
  /** Null: there are no signs to speak of. */
  signs_certainty: HiddenCertainty.nullable(),
  /** How common service is among people as ill. */
  need: Share,
  /** Share of peers of like need who have as few contacts or fewer. */
  contact_share: Share,
  /** Null: contacts are not few, or need is not great. */
  contacts_certainty: HiddenCertainty.nullable(),
  /** `HiddenContributions` */
  contributions: z.string(),
  /** `FeatureValues` */
  feature_values: z.string(),
});
export type HiddenDemandRow = z.infer<typeof HiddenDemandRow>;

/** In the logit of the signs, by feature, beside the average person. */
export const HiddenContributions = z.record(z.string(), z.number());
export type HiddenContributions = z.infer<typeof HiddenContributions>;
