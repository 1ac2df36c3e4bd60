import { z } from 'zod';

/**
 * Building blocks of FHIR R4 resources as they are read here: an element that is not in the contract is refused by its
 * name, because nobody knows what it would change. Extensions that modify nothing, ids and narratives may stand
 * anywhere. @source HL7 FHIR R4, element and extensibility
 */
export const element = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ id: z.unknown().optional(), extension: z.unknown().optional(), ...shape });

/** An element whose content is of no consequence. */
export const anything = z.unknown().optional();

/** An element that must not be there, and why: the rule that its refusal names. */
export const refused = (rule: FhirRule) =>
  z.custom<undefined>((given) => given === undefined, { error: rule }).optional();

/** A list as FHIR has it: never empty. */
export const listOf = <Item extends z.ZodType>(item: Item, most = 100) =>
  z.array(item).min(1, { error: 'empty-list' }).max(most, { error: 'too-many' });

/** Why a FHIR resource is not taken, as machines read it. */
export const fhirRules = [
  // the form
  'unreadable',
  'missing',
  'unknown-element',
  'unknown-modifier',
  'primitive-extension',
  'empty-list',
  'too-many',
  // what cannot be kept as it is said
  'narrows',
  'not-understood',
  'must-be-named',
  'not-a-privacy-consent',
  'incomplete-resource',
  'not-in-force-yet',
  'unverified',
  'contradiction',
  'not-the-patient',
  // times
  'partial-date',
  'no-seconds',
  'no-offset',
  'out-of-range',
  'in-the-future',
  'inverted-period',
  // whom it concerns
  'unresolved-reference',
  'no-identity-code',
  'not-an-identity-code',
  'two-people',
  'not-active',
  // the bundle
  'not-a-consent',
  'no-resource',
  'nested-bundle',
  'more-pages',
  'told-twice',
] as const;
export type FhirRule = (typeof fhirRules)[number];

export const Coding = element({
  system: z.string().max(200).optional(),
  version: anything,
  code: z.string().max(64).optional(),
  display: anything,
  _display: anything,
  userSelected: anything,
});
export type Coding = z.infer<typeof Coding>;

/** Codes that are understood, by code system. */
export type KnownCodes = Readonly<Record<string, readonly string[]>>;

export const isKnown = (known: KnownCodes, { system, code }: Coding) =>
  system !== undefined &&
  code !== undefined &&
  Object.hasOwn(known, system) &&
  (known[system] as readonly string[]).includes(code);

/** A concept all of whose codings are understood; words alone are not. */
export const conceptOf = (known: KnownCodes, rule: FhirRule = 'not-understood') =>
  element({ coding: listOf(Coding), text: anything, _text: anything }).refine(
    ({ coding }) => coding.every((one) => isKnown(known, one)),
    { error: rule },
  );

export const Identifier = element({
  use: z.string().max(20).optional(),
  type: anything,
  system: z.string().max(200).optional(),
  value: z.string().max(120).optional(),
  period: anything,
  assigner: anything,
});
export type Identifier = z.infer<typeof Identifier>;

export const Reference = element({
  reference: z.string().max(500).optional(),
  type: z.string().max(100).optional(),
  identifier: Identifier.optional(),
  display: anything,
  _display: anything,
});
export type Reference = z.infer<typeof Reference>;

/** The tag of a resource from which a server left something out, and that of one made for tests alone. */
const Tag = Coding.refine(({ code }) => code !== 'SUBSETTED', { error: 'incomplete-resource' });
const SecurityLabel = Coding.refine(
  (label) =>
    isKnown(
      { 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality': ['U', 'L', 'M', 'N', 'R', 'V'] },
      label,
    ),
  { error: 'not-understood' },
);

/** An opaque id as FHIR has it. */
export const FhirId = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);

export const Meta = element({
  versionId: FhirId.optional(),
  lastUpdated: z.string().max(40).optional(),
  source: anything,
  profile: anything,
  security: listOf(SecurityLabel).optional(),
  tag: listOf(Tag).optional(),
});
