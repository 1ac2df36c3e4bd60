import { z } from 'zod';

/** Code systems by which a FHIR `Consent` names our purposes and data sources. */
export const fhirSystems = {
  purpose: 'urn:ennakko:purpose',
  dataSource: 'urn:ennakko:data-source',
  /** The Finnish personal identity code's object identifier; the deployer confirms it. */
  personalIdentityCode: 'urn:oid:1.2.246.21',
} as const;

const Coding = z.object({ system: z.string(), code: z.string().max(64) });

/** A day, or an instant with its offset from UTC; a month or a year alone says too little. */
const FhirInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/**
 * As much of a FHIR R4 `Consent` as is read: who, what, for which purposes, of which sources, from when until
 * when. `provision.class` names data sources and `provision.purpose` purposes, in our code systems. Other fields
 * may be there and are not kept; exceptions within exceptions (`provision.provision`) are not taken.
 * @source HL7 FHIR R4, Consent
 */
export const FhirConsent = z.object({
  resourceType: z.literal('Consent'),
  id: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/),
  meta: z.object({ versionId: z.string().max(64).optional() }).optional(),
  status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
  patient: z.object({
    identifier: z.object({ system: z.literal(fhirSystems.personalIdentityCode), value: z.string() }),
  }),
  dateTime: FhirInstant.optional(),
  provision: z.object({
    type: z.enum(['permit', 'deny']),
    period: z.object({ start: FhirInstant.optional(), end: FhirInstant.optional() }).optional(),
    purpose: z.array(Coding).optional(),
    class: z.array(Coding).optional(),
    provision: z.never().optional(),
  }),
});
export type FhirConsent = z.infer<typeof FhirConsent>;

/** One consent, or a bundle of them. */
export const FhirConsents = z.union([
  FhirConsent.transform((consent) => [consent]),
  z
    .object({
      resourceType: z.literal('Bundle'),
      entry: z
        .array(z.object({ resource: FhirConsent }))
        .min(1)
        .max(10_000),
    })
    .transform(({ entry }) => entry.map(({ resource }) => resource)),
]);
