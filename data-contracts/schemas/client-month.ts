import { z } from 'zod';
import { features } from '../vocabularies/features.ts';
import { IsoDay, Pseudonym } from './fields.ts';

/**
 * One client at one landmark month: predictors look back only, the outcome looks forward only.
 * Grain: one row per client and landmark month. Columns in snake case, as in the lake.
 */
export const ClientMonth = z.object({
  client: Pseudonym,
  /** First day of the landmark month; everything before this day is history. */
  landmark_on: IsoDay,
  /** Whole months after the landmark, 1 = within the first month; at most the months observed. */
  months_to_event: z.number().int().min(0),
  /** 0 nothing seen yet, 1 the outcome, 2 death before it. */
  event: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  sex: z.enum(['female', 'male', 'unknown']),
  municipality: z.string(),
  service_language: z.string(),
  study_group: z.string().nullable(),
  /** Data sources behind the predictors, sorted, joined by commas. */
  sources_used: z.string(),
  ...(Object.fromEntries(Object.keys(features).map((id) => [id, z.number().nullable()])) as Record<
    keyof typeof features,
    z.ZodNullable<z.ZodNumber>
  >),
});
export type ClientMonth = z.infer<typeof ClientMonth>;
