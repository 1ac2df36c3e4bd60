import { z } from 'zod';
import { anything, element, Meta, refused } from './fhir-element.ts';

const BundleEntry = element({
  modifierExtension: refused('unknown-modifier'),
  link: anything,
  fullUrl: z.string().max(500).optional(),
  resource: z.looseObject({ resourceType: z.string({ error: 'missing' }).max(64) }, { error: 'no-resource' }),
  search: z.looseObject({ mode: z.string().optional() }).optional(),
  /** What somebody asks a server to do; only what keeps a resource is taken. */
  request: z.looseObject({ method: z.enum(['POST', 'PUT'], { error: 'not-understood' }) }).optional(),
  response: anything,
});

/**
 * A FHIR R4 `Bundle` of resources that stand by themselves: of a search, a collection, a history, or what is sent to
 * be kept. Documents and messages say more by being one than their resources do, and answers say what was done.
 * @source HL7 FHIR R4, Bundle
 */
export const FhirBundle = element({
  resourceType: z.literal('Bundle'),
  meta: Meta.optional(),
  implicitRules: refused('unknown-modifier'),
  language: anything,
  identifier: anything,
  type: z
    .enum(['searchset', 'collection', 'batch', 'transaction', 'history'], { error: 'not-understood' })
    .optional(),
  timestamp: anything,
  total: z.number().int().min(0).optional(),
  link: z.array(z.looseObject({ relation: z.string() })).optional(),
  entry: z.array(BundleEntry).max(10_000, { error: 'too-many' }).optional(),
  signature: anything,
});
export type FhirBundle = z.infer<typeof FhirBundle>;

/** As much of a FHIR R4 `Patient` as tells who it is. */
export const FhirPatient = z.looseObject({
  resourceType: z.literal('Patient'),
  id: z.string().optional(),
  implicitRules: refused('unknown-modifier'),
  modifierExtension: refused('unknown-modifier'),
  active: z.literal(true, { error: 'not-active' }).optional(),
  identifier: z
    .array(
      z.looseObject({
        use: z.string().optional(),
        system: z.string().optional(),
        value: z.string().optional(),
      }),
    )
    .optional(),
});
export type FhirPatient = z.infer<typeof FhirPatient>;
