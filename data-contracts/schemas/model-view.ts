import { z } from 'zod';
import { TypicalOfAge } from './cohort.ts';

const ToldRows = z.union([z.number().int().min(0), z.literal('suppressed')]);
const Effects = z.array(z.number());
/** In probability, per horizon, of rows above the value before and up to this one; the last: and above. */
const curve = {
  feature: z.string(),
  points: z.array(z.object({ value: z.number(), rows: ToldRows, effects: Effects })),
  missing: z.object({ rows: ToldRows, effects: Effects }).nullable(),
};
const ClearSizes = z.record(z.string(), z.number().nullable());

/** What a model's predictions rest on, measured on a sample of the test rows. */
export const ModelView = z.object({
  /** Rows behind `importance`, and behind the rest. */
  importanceRows: z.number().int(),
  sampleRows: z.number().int(),
  averageProbability: z.array(z.number()),
  /** By age band, rising, the mean probability of somebody typical; none of bands with few rows. */
  typicalByAge: z.array(TypicalOfAge),
  importance: z.array(
    z.object({
      group: z.string(),
      horizons: z.array(
        z.object({
          horizon: z.number(),
          /** In probability; 0 of what those compared are alike in. */
          meanAbsoluteContribution: z.number(),
          /** When other people's values stand in for the group's. */
          aucFall: z.number().nullable(),
          brierRise: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** Mean contributions of groups, as lists tell them, along the feature of each that acts most. */
  groupCurves: z.array(z.object({ group: z.string(), ...curve })),
  /** Mean contributions of every feature along it. */
  curves: z.array(z.object(curve)),
  /** Shares in which neutralising the top group moves the prediction more than neutralising another. */
  faithfulness: z.array(
    z.object({
      horizon: z.number(),
      rows: z.number().int(),
      topOverMiddle: z.number(),
      topOverOthers: z.number(),
      topIsMost: z.number(),
    }),
  ),
  /** From which size on the model's parts agree on a contribution's direction; null where it has one part. */
  clearContributions: z.object({ h1: ClearSizes, h2: ClearSizes }).nullable(),
});
export type ModelView = z.infer<typeof ModelView>;
