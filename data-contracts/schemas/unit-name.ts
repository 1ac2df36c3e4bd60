import { z } from 'zod';
import { Texts, ThingId } from './fields.ts';

/** What a county calls one of its units, by the id under which its relationships are delivered. Grain: one row per `unit`. */
export const UnitName = z.object({ unit: ThingId, name: Texts });
export type UnitName = z.infer<typeof UnitName>;

/** A county's units, each named once. */
export const UnitNames = z.array(UnitName).superRefine((entries, context) => {
  const seen = new Set<string>();
  entries.forEach(({ unit }, at) => {
    if (seen.has(unit)) context.addIssue({ code: 'custom', path: [at, 'unit'], message: 'a unit twice' });
    seen.add(unit);
  });
});
