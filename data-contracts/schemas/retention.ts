import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts } from './fields.ts';

/**
 * How long the county keeps what it has delivered, `retention.json` in its home. The shipped period is our
 * inference from a principle of law; the controller decides, and sets `confirmed`.
 */
export const Retention = z.strictObject({
  /** Days that a delivered file stays in `landing/` after it has been taken in; null: until somebody removes it. */
  landingDays: z.number().int().min(0).max(3_650).nullable(),
  why: Texts,
  /** The act and section that is relied on. */
  provision: Texts,
  tag: EvidenceTag,
  confirmed: z.boolean(),
});
export type Retention = z.infer<typeof Retention>;
