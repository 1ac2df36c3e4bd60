import { z } from 'zod';
import { EvidenceTag } from './evidence-tag.ts';
import { Texts, ThingId } from './fields.ts';

/**
 * How long something about people is kept, or by what that is decided, in words for the person. Grain: one per `id`;
 * `storage-times.json` in the home. Deliveries are not here: their time is in `retention.json`. The shipped ones are
 * inferred from what the service does; the controller decides, and sets `confirmed`.
 * @source GDPR, articles 13(2)(a) and 15(1)(d)
 */
export const StorageTime = z.strictObject({
  id: ThingId,
  what: Texts,
  howLong: Texts,
  tag: EvidenceTag,
  confirmed: z.boolean(),
});
export type StorageTime = z.infer<typeof StorageTime>;
