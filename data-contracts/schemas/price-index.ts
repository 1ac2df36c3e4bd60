import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { WholeNumber } from './fields.ts';

/** How dear a year's prices are beside another year's: only ratios of two years mean anything. */
export const PriceIndexYear = z.object({
  year: WholeNumber(1990, 2100),
  index: z.number().positive(),
  source: z.string().min(1),
  evidence: EvidenceTag,
});
export type PriceIndexYear = z.infer<typeof PriceIndexYear>;

/** A price index by year, each year once. */
export const PriceIndex = z
  .array(PriceIndexYear)
  .min(1)
  .refine((years) => new Set(years.map(({ year }) => year)).size === years.length, { error: 'a year twice' });
export type PriceIndex = z.infer<typeof PriceIndex>;
