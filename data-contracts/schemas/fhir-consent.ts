import { z } from 'zod';
import {
  anything,
  Coding,
  conceptOf,
  element,
  FhirId,
  listOf,
  Meta,
  Reference,
  refused,
} from './fhir-element.ts';

/** Code systems by which a FHIR `Consent` names our purposes and data sources. */
export const fhirSystems = {
  purpose: 'urn:ennakko:purpose',
  dataSource: 'urn:ennakko:data-source',
  /** The Finnish personal identity code's object identifier; the deployer confirms it. */
  personalIdentityCode: 'urn:oid:1.2.246.21',
} as const;

const hl7 = 'http://terminology.hl7.org/CodeSystem';

/** A consent about the use of a person's data; advance directives, research and treatment are other things. */
const Scope = conceptOf({ [`${hl7}/consentscope`]: ['patient-privacy'] }, 'not-a-privacy-consent');

/** Kinds of documents that are consents to the use of data, and say nothing else by being of the kind. */
const Category = conceptOf(
  {
    'http://loinc.org': ['59284-0', '57016-8', '57017-6', '64292-6'],
    [`${hl7}/v3-ActCode`]: ['IDSCL', 'INFA'],
  },
  'not-a-privacy-consent',
);

/** What somebody lets be done or not with their data. */
export const FhirAction = z.enum(['collect', 'access', 'use', 'disclose', 'correct']);
const Action = conceptOf({ [`${hl7}/consentaction`]: FhirAction.options });

/** What holds where nothing else is said: all in, or all out; with exceptions they would have to be read. */
const PolicyRule = conceptOf({ [`${hl7}/v3-ActCode`]: ['OPTIN', 'OPTOUT'] });

/** The law that holds for everybody in any case; another policy may say anything. */
const generalDataProtectionRegulation = /^https?:\/\/(eur-lex|data)\.europa\.eu\/eli\/reg\/2016\/679(\/oj)?$/;
const Policy = element({ authority: anything, uri: z.string().regex(generalDataProtectionRegulation) });

const Verification = element({
  verified: z.literal(true, { error: 'unverified' }),
  verifiedWith: anything,
  verificationDate: anything,
});

/** FHIR's date or instant, as it stands. */
const FhirTime = z.string().max(40);

export const FhirPeriod = element({ start: FhirTime.optional(), end: FhirTime.optional() });

/** Elements that make a provision hold for less than its purposes and sources cannot be kept, so it is not taken. */
const Provision = element({
  modifierExtension: refused('unknown-modifier'),
  type: z.enum(['permit', 'deny']).optional(),
  period: FhirPeriod.optional(),
  actor: refused('narrows'),
  action: listOf(Action).optional(),
  securityLabel: refused('narrows'),
  purpose: listOf(Coding).optional(),
  class: listOf(Coding).optional(),
  code: refused('narrows'),
  dataPeriod: refused('narrows'),
  data: refused('narrows'),
  provision: refused('narrows'),
});

/** Which resource, of whom, and in which state: as much as decides where it is not in force. */
const identifying = {
  resourceType: z.literal('Consent', { error: 'not-a-consent' }),
  id: FhirId.optional(),
  meta: Meta.optional(),
  implicitRules: refused('unknown-modifier'),
  modifierExtension: refused('unknown-modifier'),
  contained: listOf(z.looseObject({ resourceType: z.string().max(64) })).optional(),
  status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
  patient: Reference,
};

/**
 * A FHIR R4 `Consent` that is in force: who, what, for which purposes, of which sources, from when until when.
 * `provision.class` names data sources and `provision.purpose` purposes, in our code systems. Whatever else could
 * narrow, widen, invalidate or re-target it is refused by name, as is an element that R4 does not have here.
 * @source HL7 FHIR R4, Consent
 */
export const FhirConsent = element({
  ...identifying,
  language: anything,
  text: anything,
  identifier: anything,
  scope: Scope.optional(),
  category: listOf(Category).optional(),
  dateTime: FhirTime.optional(),
  performer: listOf(Reference).optional(),
  organization: refused('narrows'),
  sourceAttachment: anything,
  sourceReference: Reference.optional(),
  policy: listOf(Policy).optional(),
  policyRule: PolicyRule.optional(),
  verification: listOf(Verification).optional(),
  provision: Provision.optional(),
});
export type FhirConsent = z.infer<typeof FhirConsent>;

/** One that is not in force any more: what it once said may be wrong, and is not read. */
export const FhirConsentNotInForce = z.looseObject({
  ...identifying,
  provision: z.looseObject({ type: z.enum(['permit', 'deny']).optional() }).optional(),
});
export type FhirConsentNotInForce = z.infer<typeof FhirConsentNotInForce>;
