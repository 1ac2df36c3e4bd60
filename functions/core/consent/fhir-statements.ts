import type { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { type FhirConsent, fhirSystems } from '../../../data-contracts/schemas/fhir-consent.ts';
import type { Coding, Reference } from '../../../data-contracts/schemas/fhir-element.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { ConsentNotice } from '../../../data-contracts/schemas/recorded-consent.ts';
import { instantKey } from '../release/instant-order.ts';
import { refuse } from './fhir-fault.ts';
import { beginningOf, endOf, notInTheFuture } from './fhir-time.ts';
import { isWithinTime } from './within-time.ts';

/** One cell of what a resource says, with when. */
export type FhirStatement = Pick<
  ConsentNotice,
  'kind' | 'purpose' | 'coveredSource' | 'effectiveAt' | 'endsAt'
>;

/**
 * What a consent that is in force says. A permit names its purposes and sources, as nobody consents to what is not
 * said; a denial covers all of what it does not name. Either is of use, which is what the service does with data.
 * @throws FhirRefused
 */
export function statementsOf(consent: FhirConsent, now: string): FhirStatement[] {
  refuseOthersWord(consent);
  const isPermit = typeOf(consent) === 'permit';
  const { provision = {} } = consent;
  refuseOtherActions(provision);
  const purposes = named(provision.purpose, fhirSystems.purpose, Purpose.options, isPermit, 'purpose');
  const sources = named(provision.class, fhirSystems.dataSource, DataSource.options, isPermit, 'class');
  const kind: ConsentEventKind = isPermit ? 'consent-given' : 'prohibition';
  const when = whenOf(consent, isPermit, now);
  return purposes.flatMap((purpose) =>
    sources.map((coveredSource) => ({ kind, purpose, coveredSource, ...when })),
  );
}

/**
 * Whether the root provision permits or denies: as its type says, or, where it has none, as the base rule does that R4
 * has in `policyRule`. Where both say it they agree; where neither does, nobody can know.
 * @source HL7 FHIR R4, Consent.provision.type ("not permitted in root rule") and Consent.policyRule
 */
function typeOf({ provision, policyRule }: FhirConsent): 'permit' | 'deny' {
  const bases = new Set(policyRule?.coding.map(({ code }) => (code === 'OPTIN' ? 'permit' : 'deny')));
  const [base] = bases;
  const type = provision?.type ?? base;
  if (type === undefined) return refuse('provision.type', 'missing');
  if (bases.size > 1 || (base !== undefined && base !== type)) return refuse('policyRule', 'contradiction');
  return type;
}

/** Who consents is the patient, and what it stands on is a document of theirs: others' words are not taken for it. */
function refuseOthersWord({ patient, performer = [], sourceReference }: FhirConsent): void {
  if (performer.some((one) => !isThePatient(one, patient))) refuse('performer', 'not-the-patient');
  if (sourceReference === undefined) return;
  const { reference = '', type = '' } = sourceReference;
  const isDocument = /(^|\/)(DocumentReference|QuestionnaireResponse)\//.test(`${type}/${reference}`);
  if (!isDocument) refuse('sourceReference', 'not-understood');
}

const isThePatient = ({ reference, identifier }: Reference, patient: Reference) =>
  reference !== undefined
    ? reference === patient.reference
    : identifier?.value !== undefined &&
      identifier.value === patient.identifier?.value &&
      identifier.system === patient.identifier?.system;

/** A permit must let data be used; a denial of something else than use is narrower than can be kept. */
function refuseOtherActions({ action }: Pick<NonNullable<FhirConsent['provision']>, 'action'>): void {
  const actions = action?.flatMap(({ coding }) => coding.map(({ code }) => code));
  if (actions && !actions.includes('use')) refuse('provision.action', 'narrows');
}

/** What the codings name, each once; nothing named is everything, unless something must be named. */
function named<Code extends string>(
  codings: readonly Coding[] | undefined,
  system: string,
  known: readonly Code[],
  mustName: boolean,
  field: string,
): (Code | 'all')[] {
  if (codings === undefined) return mustName ? refuse(`provision.${field}`, 'must-be-named') : ['all'];
  const codes = codings.map((coding) => {
    const code = known.find((option) => option === coding.code);
    return coding.system === system && code ? code : refuse(`provision.${field}`, 'not-understood');
  });
  return known.filter((code) => codes.includes(code));
}

/** From when until when. A permit begins no earlier than it was given, a denial as it says. */
function whenOf(
  { dateTime, provision: { period = {} } = {} }: FhirConsent,
  isPermit: boolean,
  now: string,
): Pick<FhirStatement, 'effectiveAt' | 'endsAt'> {
  const given = dateTime && notInTheFuture(beginningOf(dateTime, 'dateTime'), 'dateTime', now);
  const start = period.start && beginningOf(period.start, 'provision.period.start');
  const endsAt = period.end && endOf(period.end, 'provision.period.end');
  const isEarly = given && start && instantKey(start) < instantKey(given);
  const effectiveAt = isPermit && isEarly ? given : (start ?? given);
  if (effectiveAt && !isWithinTime(effectiveAt, now)) refuse('provision.period.start', 'out-of-range');
  if (effectiveAt && endsAt && instantKey(endsAt) <= instantKey(effectiveAt))
    refuse('provision.period', 'inverted-period');
  return { ...(effectiveAt && { effectiveAt }), ...(endsAt && { endsAt }) };
}
