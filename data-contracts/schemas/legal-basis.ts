import { z } from 'zod';
import { DataSource } from './data-source.ts';
import { EndDay, IsoDay, Texts, ThingId } from './fields.ts';
import { Purpose } from './purpose.ts';

/**
 * That data of one source may be used for one purpose between two days: by statute, or where the person has
 * consented. Grain: one row per `legalBasisId`. What no basis in force that day allows is refused. The
 * service ships examples that nobody has confirmed; the controller's lawyers decide, and set `confirmed`.
 */
export const LegalBasis = z
  .object({
    legalBasisId: ThingId,
    purpose: Purpose,
    dataSource: DataSource,
    kind: z.enum(['statute', 'consent']),
    /** The act and section, or the consent text, that is relied on. */
    provision: Texts,
    /** First day in force, in Finland. */
    inForceFrom: IsoDay,
    /** Last day in force, in Finland; absent: until further notice. */
    inForceTo: EndDay.optional(),
    /** That it reaches people without any client or care relationship with the county, where profiling else needs one. */
    reachesEverybody: z.literal(true).optional(),
    /** Whether the controller (rekisterinpitäjä) has confirmed it. */
    confirmed: z.boolean(),
  })
  .refine((basis) => basis.inForceTo === undefined || basis.inForceTo >= basis.inForceFrom, {
    path: ['inForceTo'],
    error: 'ends before it begins',
  });
export type LegalBasis = z.infer<typeof LegalBasis>;
