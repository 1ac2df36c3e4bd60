import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId } from './fields.ts';

/**
 * Something that is kept of a person who has been erased, and by what law. Grain: one per `id`. The shipped ones are
 * from memory; the controller's lawyers decide, and set `confirmed`.
 */
export const KeptRecord = z.object({
  id: ThingId,
  /** What it is and where it is kept, in words for the person. */
  what: Texts,
  why: Texts,
  /** The act and section that is relied on. */
  provision: Texts,
  tag: EvidenceTag,
  confirmed: z.boolean(),
});
export type KeptRecord = z.infer<typeof KeptRecord>;
