import { z } from 'zod';

const ToldRows = z.union([z.number().int().min(0), z.literal('suppressed')]);
const Effects = z.array(z.number());
const ClearSizes = z.record(z.string(), z.number().nullable());

/** What a model's predictions rest on, measured on a sample of the test rows. */
export const ModelView = z.object({
  /** Rows behind `importance`, and behind the rest. */
  importanceRows: z.number().int(),
  sampleRows: z.number().int(),
  averageProbability: z.array(z.number()),
  importance: z.array(
    z.object({
      group: z.string(),
      horizons: z.array(
        z.object({
          horizon: z.number(),
          /** In probability. */
          meanAbsoluteContribution: z.number(),
          /** When other people's values stand in for the group's. */
          aucFall: z.number().nullable(),
          brierRise: z.number().nullable(),
        }),
      ),
    }),
  ),
  /** Accumulated local effects along each feature, in probability from the feature's average, per horizon. */
  curves: z.array(
    z.object({
      feature: z.string(),
      points: z.array(z.object({ value: z.number(), rows: ToldRows, effects: Effects })),
      missing: z.object({ rows: ToldRows, effects: Effects }).nullable(),
    }),
  ),
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
