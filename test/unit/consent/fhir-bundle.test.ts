import { describe, expect, it } from 'vitest';
import {
  another,
  bundleOf,
  client,
  denial,
  faultsOf,
  identified,
  noticesOf,
  permit,
  person,
} from './fhir-told.ts';

const patient = (id: string, value = person, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'urn:x:record-number', value: '17' }, identified(value).identifier],
  ...more,
});
const referring = (reference: string, more: object = {}) => denial({ patient: { reference }, ...more });
const withUrls = (...entries: readonly [fullUrl: string | undefined, resource: unknown][]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: entries.map(([fullUrl, resource]) => ({ ...(fullUrl && { fullUrl }), resource })),
});
const meta = (versionId: string, lastUpdated?: string) => ({
  meta: { versionId, ...(lastUpdated && { lastUpdated }) },
});

describe('a bundle', () => {
  it('is taken for the consents in it, whatever else is in it', () => {
    const others = [{ resourceType: 'Patient', id: 'p' }, { resourceType: 'OperationOutcome' }];
    expect(noticesOf(bundleOf([denial(), ...others]))).toEqual(noticesOf(denial()));
    expect(noticesOf(bundleOf(others))).toEqual([]);
  });

  it('may be empty, in every form that an empty one has', () => {
    for (const empty of [{ total: 0 }, { entry: [] }, {}])
      expect(noticesOf({ resourceType: 'Bundle', type: 'searchset', ...empty })).toEqual([]);
  });

  it('may be a list of resources, as lines are', () => {
    expect(noticesOf([permit(), denial({ id: 'k2' })])).toHaveLength(2);
    expect(faultsOf([permit(), permit({ scope: 1 })])).toMatch(/^entry\.2\.scope/);
    expect(faultsOf([permit(), 17])).toBe('entry.2.resource no-resource');
  });

  it('may be a transaction of resources that have no ids yet, and means the same each time', () => {
    const entry = [denial({ id: undefined }), permit({ id: undefined })].map((resource) => ({
      resource,
      fullUrl: 'urn:uuid:0b5a8a5e-3d3c-4c53-8f0e-1d8d6f6f0001',
      request: { method: 'POST', url: 'Consent' },
    }));
    const sent = { resourceType: 'Bundle', type: 'transaction', entry };
    expect(noticesOf(sent)).toHaveLength(2);
    expect(noticesOf(sent)).toEqual(noticesOf(sent));
    const twice = { ...sent, entry: [...entry, ...entry] };
    expect(noticesOf(twice)).toEqual(noticesOf(sent));
    const both = [another, person].map((code) => denial({ id: undefined, patient: identified(code) }));
    expect(new Set(noticesOf(bundleOf(both)).map((notice) => notice.client)).size).toBe(2);
  });

  it.each([
    [{ link: [{ relation: 'next', url: 'http://x' }] }, 'link more-pages'],
    [{ total: 3 }, 'total more-pages'],
    [{ type: 'document' }, 'type not-understood'],
    [{ type: 'transaction-response' }, 'type not-understood'],
    [{ implicitRules: 'urn:x' }, 'implicitRules unknown-modifier'],
    [{ meta: { tag: [{ code: 'SUBSETTED' }] } }, 'meta.tag.1 incomplete-resource'],
    [{ _type: {} }, '_type primitive-extension'],
    [
      { entry: [{ request: { method: 'DELETE', url: 'Consent/k1' } }] },
      'entry.1.resource no-resource, entry.1.request.method not-understood',
    ],
    [{ entry: [{ resource: bundleOf([]) }] }, 'entry.1.resource nested-bundle'],
    [{ entry: [{ resource: { id: 'x' } }] }, 'entry.1.resource.resourceType missing'],
    [{ entry: [{ resource: { resourceType: 'consent' } }] }, 'entry.1.resource.resourceType not-a-consent'],
    [
      { entry: [{ resource: permit({ id: undefined }), request: { method: 'PUT', url: 'Consent/k1' } }] },
      'entry.1.resource.id missing',
    ],
    [{ entry: [{ resource: {}, modifierExtension: [{}] }] }, /entry\.1\.modifierExtension unknown-modifier/],
  ])('%j is refused', (more, refusal) => {
    const refused = faultsOf(bundleOf([permit()], more));
    if (typeof refusal === 'string') expect(refused).toBe(refusal);
    else expect(refused).toMatch(refusal);
  });

  it('counts the matches of a search, and not what came along', () => {
    const entry = [
      { resource: denial(), search: { mode: 'match' } },
      { resource: patient('p'), search: { mode: 'include' } },
    ];
    expect(noticesOf({ resourceType: 'Bundle', type: 'searchset', total: 1, entry })).toHaveLength(1);
    expect(faultsOf({ resourceType: 'Bundle', type: 'searchset', total: 2, entry })).toBe('total more-pages');
  });
});

describe('the person of a consent', () => {
  const ofPerson = (content: unknown) => noticesOf(content).map((notice) => notice.client);

  it('may be a patient who is contained', () => {
    expect(ofPerson(referring('#p', { contained: [patient('p')] }))).toEqual([client]);
    expect(faultsOf(referring('#q', { contained: [patient('p')] }))).toBe(
      'patient.reference unresolved-reference',
    );
  });

  it('may be a patient of the bundle, by address or by id, in any order', () => {
    const consents = [
      withUrls(
        ['http://a/fhir/Consent/k1', referring('Patient/p')],
        ['http://a/fhir/Patient/p', patient('p')],
      ),
      withUrls(
        ['http://a/fhir/Patient/p', patient('p')],
        ['http://a/fhir/Consent/k1', referring('http://a/fhir/Patient/p')],
      ),
      withUrls([undefined, patient('p')], [undefined, referring('Patient/p')]),
      withUrls(['urn:uuid:1', patient('p')], ['urn:uuid:2', referring('urn:uuid:1')]),
      withUrls([undefined, referring('Patient/p/_history/2')], [undefined, patient('p')]),
      withUrls([undefined, referring('Patient?identifier=urn:oid:1.2.246.21|010150-999K')]),
      withUrls([undefined, referring('Patient?identifier=urn%3Aoid%3A1.2.246.21|010150-999K')]),
    ];
    for (const content of consents) expect(ofPerson(content)).toEqual([client]);
  });

  it('is nobody of another server', () => {
    const elsewhere = withUrls(
      ['http://a/fhir/Consent/k1', referring('Patient/p')],
      ['http://b/fhir/Patient/p', patient('p')],
    );
    expect(faultsOf(elsewhere)).toBe('entry.1.patient.reference unresolved-reference');
    const absolute = withUrls([undefined, referring('http://b/fhir/Patient/p')], [undefined, patient('p')]);
    expect(faultsOf(absolute)).toBe('entry.1.patient.reference unresolved-reference');
  });

  it('is one: two who are called the same, or who are said to be it, are refused', () => {
    const two = withUrls(
      [undefined, referring('Patient/p')],
      [undefined, patient('p')],
      [undefined, patient('p', another)],
    );
    expect(faultsOf(two)).toBe('entry.1.patient.reference two-people');
    const both = referring('#p', { contained: [patient('p', another)] });
    const contradictory = { ...both, patient: { reference: '#p', ...identified() } };
    expect(faultsOf(contradictory)).toBe('patient two-people');
  });

  it.each([
    [{ active: false }, 'patient.active not-active'],
    [{ modifierExtension: [{ url: 'urn:x' }] }, 'patient.modifierExtension unknown-modifier'],
    [{ identifier: [{ system: 'urn:x', value: '1' }] }, 'patient no-identity-code'],
    [{ identifier: [{ ...identified().identifier, use: 'old' }] }, 'patient no-identity-code'],
    [
      { identifier: [{ ...identified().identifier, _value: {} }] },
      'patient.identifier.1._value primitive-extension',
    ],
  ])('is not a patient with %j', (more, refusal) => {
    expect(faultsOf(referring('#p', { contained: [patient('p', person, more)] }))).toBe(refusal);
  });

  it('is not told by another kind of resource, or by an identifier of another kind', () => {
    expect(faultsOf(denial({ patient: { ...identified(), type: 'RelatedPerson' } }))).toBe(
      'patient.type not-the-patient',
    );
    const foreign = { identifier: { system: 'urn:oid:1.2.752.129.2.1.3.1', value: person } };
    expect(faultsOf(denial({ patient: foreign }))).toBe('patient no-identity-code');
    expect(faultsOf(denial({ patient: { display: 'somebody' } }))).toBe('patient no-identity-code');
  });
});

describe('versions of a resource in a bundle', () => {
  const versions = [
    denial(meta('1', '2026-01-01T10:00:00Z')),
    denial({ ...meta('2', '2026-01-02T10:00:00.1234567Z'), status: 'inactive' }),
    permit(meta('10', '2026-01-02T10:00:00.1234568Z')),
  ];

  it('are taken for the newest of them, in every order', () => {
    const newest = noticesOf(permit(meta('10', '2026-01-02T10:00:00.1234568Z')));
    for (const order of ['012', '021', '102', '120', '201', '210'])
      expect(noticesOf(bundleOf([...order].map((place) => versions[Number(place)])))).toEqual(newest);
  });

  it('are ordered by number where no instant is given, and ten is after two', () => {
    const numbered = [denial(meta('2')), permit(meta('10'))];
    for (const order of [numbered, [...numbered].reverse()])
      expect(noticesOf(bundleOf(order))).toMatchObject([{ kind: 'consent-given' }]);
  });

  it('are refused where nothing says which is newer, or one version says two things', () => {
    expect(faultsOf(bundleOf([denial(), permit()]))).toBe('entry.2.id told-twice');
    expect(faultsOf(bundleOf([denial(meta('1')), permit(meta('1'))]))).toBe('entry.2.id told-twice');
    expect(faultsOf(bundleOf([denial(meta('a')), permit(meta('b'))]))).toBe('entry.2.id told-twice');
    expect(faultsOf(bundleOf([denial(), denial({ patient: identified(another) })]))).toBe(
      'entry.2.id told-twice',
    );
  });

  it('are one where they say the same', () => {
    expect(noticesOf(bundleOf([denial(), denial()]))).toEqual(noticesOf(denial()));
  });

  it('that are versions of different resources stand side by side', () => {
    const both = bundleOf([denial({ id: 'new' }), denial({ id: 'old', status: 'inactive' })]);
    expect(noticesOf(both).map(({ kind }) => kind)).toEqual(['prohibition', 'prohibition-lifted']);
  });
});
