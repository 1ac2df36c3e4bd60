import { z } from 'zod';
import { ServiceGroup } from '../vocabularies/service-groups.ts';
import { EvidenceTag } from './evidence-tag.ts';
import { Cents, ThingId, WholeNumber } from './fields.ts';

/** What one unit of a service costs in a year's prices. Grain: one row per `unitCostId`. */
export const UnitCost = z.object({
  unitCostId: ThingId,
  serviceGroup: ServiceGroup,
  per: z.enum(['day', 'contact', 'month']),
  amountCents: Cents,
  priceYear: WholeNumber(1990, 2100),
  source: z.string().min(1),
  evidence: EvidenceTag,
});
export type UnitCost = z.infer<typeof UnitCost>;
