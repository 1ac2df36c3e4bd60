import { describe, expect, it } from 'vitest';
import { noticesOfFhir } from '../../../functions/core/consent/fhir-consent.ts';
import { pseudonymOfPerson } from '../../../functions/core/identity/person-to-pseudonym.ts';

const key = new Uint8Array(32).fill(7);
const person = '010150-999K';
const client = pseudonymOfPerson(person, key);

const consent = (more: object = {}, provision: object = {}) => ({
  resourceType: 'Consent',
  id: 'consent-1',
  meta: { versionId: '3' },
  status: 'active',
  scope: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }],
  },
  patient: { identifier: { system: 'urn:oid:1.2.246.21', value: person }, display: 'Aino Esimerkki' },
  dateTime: '2026-02-03T10:15:00+02:00',
  provision: {
    type: 'permit',
    purpose: [{ system: 'urn:ennakko:purpose', code: 'outreach' }],
    class: [{ system: 'urn:ennakko:data-source', code: 'rai' }],
    ...provision,
  },
  ...more,
});
const noticesOf = (content: unknown) =>
  noticesOfFhir(content, 'e-service', (identifier) => pseudonymOfPerson(identifier, key));
const faultOf = (content: unknown) => {
  try {
    noticesOf(content);
  } catch (error) {
    return (error as Error).message;
  }
  return 'taken';
};

describe('a FHIR R4 Consent', () => {
  it('that permits is consent given, from its instant, for the named purpose and source', () => {
    expect(noticesOf(consent())).toEqual([
      {
        client,
        consentEventId: expect.stringMatching(/^fhir-[0-9a-f]{32}$/),
        kind: 'consent-given',
        purpose: 'outreach',
        coveredSource: 'rai',
        channel: 'e-service',
        effectiveAt: '2026-02-03T08:15:00.000Z',
      },
    ]);
  });

  it('gives an event for each purpose and source, with ids that are the same each time and differ', () => {
    const purposes = ['outreach', 'planning'].map((code) => ({ system: 'urn:ennakko:purpose', code }));
    const sources = ['rai', 'claims'].map((code) => ({ system: 'urn:ennakko:data-source', code }));
    const notices = noticesOf(consent({}, { purpose: purposes, class: sources }));
    expect(new Set(notices.map(({ consentEventId }) => consentEventId)).size).toBe(4);
    expect(noticesOf(consent({}, { purpose: purposes, class: sources }))).toEqual(notices);
    const [next] = noticesOf(consent({ meta: { versionId: '4' } }));
    expect(notices.map(({ consentEventId }) => consentEventId)).not.toContain(next?.consentEventId);
  });

  it('that denies prohibits all that it does not name', () => {
    const notices = noticesOf(consent({}, { type: 'deny', purpose: undefined, class: undefined }));
    expect(notices).toMatchObject([{ kind: 'prohibition', purpose: 'all', coveredSource: 'all' }]);
  });

  it('that is no longer in force takes back what it gave, from now on', () => {
    for (const status of ['inactive', 'rejected', 'entered-in-error']) {
      const [permit] = noticesOf(consent({ status }));
      expect(permit).toMatchObject({ kind: 'consent-withdrawn', purpose: 'outreach' });
      expect(permit).not.toHaveProperty('effectiveAt');
      expect(noticesOf(consent({ status }, { type: 'deny' }))).toMatchObject([
        { kind: 'prohibition-lifted' },
      ]);
    }
  });

  it('holds from the first to the last day of its period, as days are in Finland', () => {
    const period = { start: '2026-01-10', end: '2026-03-31' };
    expect(noticesOf(consent({}, { period }))).toMatchObject([
      { kind: 'consent-given', effectiveAt: '2026-01-09T22:00:00.000Z' },
      { kind: 'consent-withdrawn', effectiveAt: '2026-03-31T21:00:00.000Z' },
    ]);
  });

  it('comes in a bundle too, all or none', () => {
    const bundle = (...resources: object[]) => ({
      resourceType: 'Bundle',
      entry: resources.map((resource) => ({ resource })),
    });
    expect(noticesOf(bundle(consent(), consent({ id: 'consent-2' })))).toHaveLength(2);
    expect(faultOf(bundle(consent(), consent({ status: 'draft' })))).toBe(
      'entry 2: status: draft is not yet a consent',
    );
    expect(faultOf(bundle(consent(), consent({ status: 'granted' })))).toBe(
      'FHIR Consent: entry.2.resource.status: invalid_value',
    );
  });

  it('is not taken where it says too little, too much or something else, and is never repeated', () => {
    const faults: [string, unknown][] = [
      ['entry 1: provision.purpose: a permit must name them', consent({}, { purpose: [] })],
      ['entry 1: provision.class: a permit must name them', consent({}, { class: undefined })],
      [
        'entry 1: provision.purpose: expected codes of urn:ennakko:purpose',
        consent(
          {},
          { purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'outreach' }] },
        ),
      ],
      ['FHIR Consent: provision.provision: invalid_type', consent({}, { provision: [{ type: 'deny' }] })],
      ['FHIR Consent: dateTime: invalid_union', consent({ dateTime: '2026' })],
      ['FHIR Consent: patient.identifier: invalid_type', consent({ patient: { reference: 'Patient/1' } })],
      [
        'entry 1: person identifier: bad-control-character',
        consent({ patient: { identifier: { system: 'urn:oid:1.2.246.21', value: '010150-999X' } } }),
      ],
      ['FHIR Consent: resourceType: invalid_value', { resourceType: 'Patient' }],
      ['FHIR Consent: content: invalid_type', null],
    ];
    for (const [fault, content] of faults) expect(faultOf(content)).toBe(fault);
    for (const [, content] of faults) expect(faultOf(content)).not.toMatch(/999|Aino/);
  });
});
