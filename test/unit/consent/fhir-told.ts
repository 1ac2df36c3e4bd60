import { noticesOfFhir } from '../../../functions/core/consent/fhir-consent.ts';
import type { UnusableFhirConsent } from '../../../functions/core/consent/fhir-fault.ts';
import { pseudonymOfPerson } from '../../../functions/core/identity/person-to-pseudonym.ts';

const key = new Uint8Array(32).fill(7);
export const person = '010150-999K';
export const another = '010130-9018';
export const pseudonymOf = (identifier: string) => pseudonymOfPerson(identifier, key);
export const client = pseudonymOf(person);
export const now = '2026-03-01T09:00:00.000Z';

export const identified = (value = person) => ({ identifier: { system: 'urn:oid:1.2.246.21', value } });
export const purposeOf = (code: string) => ({ system: 'urn:ennakko:purpose', code });
export const sourceOf = (code: string) => ({ system: 'urn:ennakko:data-source', code });
export const consentScope = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code }],
});
export const actionOf = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentaction', code }],
});
export const base = (...codes: string[]) => ({
  coding: codes.map((code) => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code })),
});

/** A permit for outreach by RAI data; what is undefined is left out, as JSON would. */
export const permit = (more: object = {}, provision: object = {}) =>
  asJson({
    resourceType: 'Consent',
    id: 'k1',
    status: 'active',
    scope: consentScope('patient-privacy'),
    patient: identified(),
    dateTime: '2026-02-03T10:15:00+02:00',
    provision: { type: 'permit', purpose: [purposeOf('outreach')], class: [sourceOf('rai')], ...provision },
    ...more,
  });
export const denial = (more: object = {}, provision: object = {}) =>
  permit(more, { type: 'deny', purpose: undefined, class: undefined, ...provision });

export const bundleOf = (resources: readonly unknown[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});

const asJson = (content: unknown) => JSON.parse(JSON.stringify(content)) as Record<string, unknown>;

export const noticesOf = (content: unknown, at = now) =>
  noticesOfFhir(content, { channel: 'e-service', pseudonymOf, now: at });

/** Fields and rules of a refusal, or that it was taken. */
export function faultsOf(content: unknown): string {
  try {
    noticesOf(content);
  } catch (error) {
    return (error as UnusableFhirConsent).errors.map(({ field, rule }) => `${field} ${rule}`).join(', ');
  }
  return 'taken';
}

export function messageOf(content: unknown): string {
  try {
    noticesOf(content);
  } catch (error) {
    return (error as Error).message;
  }
  return 'taken';
}
