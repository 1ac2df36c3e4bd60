import { FhirPatient } from '../../../data-contracts/schemas/fhir-bundle.ts';
import { fhirSystems } from '../../../data-contracts/schemas/fhir-consent.ts';
import type { Identifier, Reference } from '../../../data-contracts/schemas/fhir-element.ts';
import type { FhirEntry } from './fhir-entries.ts';
import { FhirRefused, readBy, refuse } from './fhir-fault.ts';
import { refuseModifiers } from './fhir-modifiers.ts';

/** Where a consent's patient may be found. */
export interface PeopleAround {
  readonly contained: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly patients: readonly FhirEntry[];
  readonly fullUrl: string | undefined;
}

/**
 * The one person whom a consent concerns, by personal identity code: as the reference says itself, or as the patient
 * says that it leads to, contained or included. Where both say it, they agree.
 * @throws FhirRefused
 */
export function personOf(patient: Reference, around: PeopleAround): string {
  if (patient.type !== undefined && patient.type !== 'Patient') refuse('patient.type', 'not-the-patient');
  const own = codesIn(patient.identifier ? [patient.identifier] : []);
  const referred = patient.reference === undefined ? undefined : codesBehind(patient.reference, around);
  const codes = new Set([...own, ...(referred ?? [])]);
  const [code, another] = codes;
  if (another !== undefined) refuse('patient', 'two-people');
  if (code !== undefined) return code;
  if (patient.reference !== undefined && referred === undefined)
    refuse('patient.reference', 'unresolved-reference');
  return refuse('patient', 'no-identity-code');
}

/** Of identifiers, the identity codes in use, each once. */
function codesIn(identifiers: ReadonlyArray<Pick<Identifier, 'use' | 'system' | 'value'>>): string[] {
  const codes = identifiers
    .filter(({ use, system }) => system === fhirSystems.personalIdentityCode && use !== 'old')
    .flatMap(({ value }) => (value === undefined ? [] : [value.trim()]));
  return [...new Set(codes.map((code) => (code.startsWith('local:') ? code : code.toUpperCase())))];
}

const conditional = /^Patient\?identifier=([^|&]+)\|([^|&]+)$/;

/** The codes of the patient whom a reference leads to; undefined where it leads to nobody here. */
function codesBehind(reference: string, around: PeopleAround): string[] | undefined {
  const asked = conditional.exec(reference);
  if (asked) return codesIn([{ system: decoded(asked[1]!), value: decoded(asked[2]!) }]);
  const patients = reference.startsWith('#')
    ? around.contained.filter(
        ({ resourceType, id }) => resourceType === 'Patient' && id === reference.slice(1),
      )
    : included(reference.replace(/\/_history\/[^/]+$/, ''), around);
  if (patients.length === 0) return undefined;
  const [first = [], ...others] = patients.map(codesOfPatient);
  if (others.some((codes) => codes.join() !== first.join())) refuse('patient.reference', 'two-people');
  return first;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The patients of the bundle that a reference names: by their own address, or by their id on the consent's server. */
function included(reference: string, { patients, fullUrl }: PeopleAround): FhirEntry['resource'][] {
  const server = serverOf(fullUrl);
  return patients
    .filter(({ fullUrl: url, resource }) => {
      if (url === reference) return true;
      if (reference !== `Patient/${String(resource.id)}`) return false;
      const theirs = serverOf(url);
      return server === undefined || theirs === undefined || server === theirs;
    })
    .map(({ resource }) => resource);
}

/** The address of the server that a resource's own address names; undefined where it names none. */
const serverOf = (fullUrl: string | undefined) =>
  /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/]+)?$/.exec(fullUrl ?? '')?.[1];

function codesOfPatient(resource: Readonly<Record<string, unknown>>): string[] {
  try {
    const { identifier = [] } = readBy(FhirPatient, resource);
    refuseModifiers({ identifier });
    return codesIn(identifier);
  } catch (error) {
    if (!(error instanceof FhirRefused)) throw error;
    throw new FhirRefused(
      ...error.faults.map(({ element, rule }) => ({ element: `patient.${element}`, rule })),
    );
  }
}
