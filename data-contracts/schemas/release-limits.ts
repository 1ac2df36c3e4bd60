import { z } from 'zod';

/**
 * What is held against whoever asks many questions to learn of one person: how many somebody may ask in a day, how
 * many that differ in one thing alone, and how few people are never singled out.
 */
export const ReleaseLimits = z.object({
  /** Questions about people that one requester may ask in a day of Finland. */
  questionsPerDay: z.number().int().min(1).max(1_000_000),
  /** Of them, those that differ from one another in one thing alone, such as the threshold. */
  alikeQuestionsPerDay: z.number().int().min(1).max(1_000_000),
  /** An outreach list of fewer is not made. */
  smallestList: z.number().int().min(1).max(1_000),
  /** Whoever says no is left out together with others, so that about so many vanish at once. */
  coverGroup: z.number().int().min(2).max(10_000),
});
export type ReleaseLimits = z.infer<typeof ReleaseLimits>;
