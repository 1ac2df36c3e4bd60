import { describe, expect, it } from 'vitest';
import {
  actionOf,
  another,
  base,
  bundleOf,
  client,
  consentScope,
  denial,
  faultsOf,
  identified,
  messageOf,
  noticesOf,
  permit,
  purposeOf,
  sourceOf,
} from './fhir-told.ts';

describe('a FHIR R4 Consent', () => {
  it('that permits is consent given, from its instant, for the named purpose and source', () => {
    expect(noticesOf(permit())).toEqual([
      {
        client,
        consentEventId: expect.stringMatching(/^fhir-[0-9a-f]{32}$/),
        kind: 'consent-given',
        purpose: 'outreach',
        coveredSource: 'rai',
        channel: 'e-service',
        effectiveAt: '2026-02-03T08:15:00.000Z',
        document: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          says: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      },
    ]);
  });

  it('gives an event for each purpose and source, each once, with ids that are the same each time and differ', () => {
    const purpose = ['planning', 'outreach', 'planning'].map(purposeOf);
    const sources = ['rai', 'claims'].map(sourceOf);
    const notices = noticesOf(permit({}, { purpose, class: sources }));
    expect(new Set(notices.map(({ consentEventId }) => consentEventId)).size).toBe(4);
    const turned = permit({}, { purpose: [...purpose].reverse(), class: [...sources].reverse() });
    expect(noticesOf(turned)).toEqual(notices);
    const [next] = noticesOf(permit({ meta: { versionId: '4' } }, { purpose, class: sources }));
    expect(notices.map(({ consentEventId }) => consentEventId)).not.toContain(next?.consentEventId);
    expect(next?.document).toMatchObject({ id: notices[0]!.document!.id, version: '4' });
  });

  it('that denies prohibits all that it does not name, and no more than it names', () => {
    expect(noticesOf(denial())).toMatchObject([
      { kind: 'prohibition', purpose: 'all', coveredSource: 'all' },
    ]);
    expect(noticesOf(denial({}, { purpose: [purposeOf('outreach')] }))).toMatchObject([
      { kind: 'prohibition', purpose: 'outreach', coveredSource: 'all' },
    ]);
  });

  it('that is no longer in force takes back, from now on, whatever that resource gave', () => {
    for (const status of ['inactive', 'rejected', 'entered-in-error']) {
      const everything = { purpose: 'all', coveredSource: 'all' };
      const [withdrawn, ...none] = noticesOf(permit({ status })).filter((one) => !one.isOnlyIfTold);
      expect(withdrawn).toMatchObject({ kind: 'consent-withdrawn', ...everything });
      expect(withdrawn).not.toHaveProperty('effectiveAt');
      expect(withdrawn?.document?.id).toBe(noticesOf(permit())[0]?.document?.id);
      expect(none).toEqual([]);
      expect(noticesOf(denial({ status }))).toMatchObject([{ kind: 'prohibition-lifted', ...everything }]);
      expect(noticesOf(permit({ status, provision: undefined })).map(({ kind }) => kind)).toEqual([
        'consent-withdrawn',
        'prohibition-lifted',
      ]);
    }
  });

  it('that is no longer in force is taken back even where what it said was wrong', () => {
    const wrong = { period: { start: '2026-05-01', end: '2026-01-01' }, actor: [{}], type: 'permit' };
    expect(noticesOf(permit({ status: 'entered-in-error' }, wrong))).toMatchObject([
      { kind: 'consent-withdrawn' },
    ]);
  });

  it('means by a root without a type what R4’s base rule says', () => {
    const untyped = { type: undefined };
    expect(noticesOf(permit({ policyRule: base('OPTIN') }, untyped))).toEqual(noticesOf(permit()));
    expect(noticesOf(denial({ policyRule: base('OPTOUT') }, untyped))).toEqual(noticesOf(denial()));
    expect(noticesOf(denial({ policyRule: base('OPTOUT'), provision: undefined }))).toEqual(
      noticesOf(denial()),
    );
    expect(faultsOf(permit({}, untyped))).toBe('provision.type missing');
    expect(faultsOf(permit({ policyRule: base('OPTIN'), provision: undefined }))).toBe(
      'provision.purpose must-be-named',
    );
  });

  it('is taken with everything usual that changes nothing of what it says', () => {
    const usual = permit(
      {
        language: 'fi',
        text: { status: 'generated', div: '<div>…</div>' },
        meta: { source: 'urn:x', profile: ['http://x/p'], tag: [{ system: 'urn:x', code: 'imported' }] },
        extension: [{ url: 'urn:x', valueString: 'x' }],
        identifier: [{ system: 'urn:x', value: '17' }],
        category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
        performer: [identified()],
        sourceAttachment: { title: 'a letter' },
        policy: [{ uri: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' }],
        policyRule: base('OPTIN'),
        verification: [{ verified: true, verificationDate: '2026-02-03' }],
        patient: { ...identified(), type: 'Patient', reference: 'Patient/elsewhere', display: 'Aino' },
      },
      { action: ['collect', 'access', 'use', 'disclose'].map(actionOf) },
    );
    expect(noticesOf(usual)).toMatchObject([{ kind: 'consent-given', purpose: 'outreach' }]);
  });

  it('is told by its entry, element and rule, and nothing of it is repeated', () => {
    const odd = permit({ [`x${another}`]: 1, patient: { ...identified(), display: 'Aino Esimerkki' } });
    expect(messageOf(bundleOf([permit(), odd]))).toBe('entry 2: …: unknown-element');
    expect(faultsOf(bundleOf([permit(), permit({}, { actor: [{}] })]))).toBe(
      'entry.2.provision.actor narrows',
    );
    expect(faultsOf(permit({ patient: identified('010150-999X') }))).toBe('patient not-an-identity-code');
    expect(messageOf(permit({ patient: identified('010150-999X') }))).not.toMatch(/999/);
  });
});

/** Refused, and by what: everything that could narrow, widen, invalidate or re-target what is said. */
const prcp = [{ role: { coding: [{ code: 'PRCP' }] }, reference: { display: 'somebody' } }];
const ofProvision: [provision: object, refusal: string][] = [
  [{ actor: prcp }, 'provision.actor narrows'],
  [{ data: [{ meaning: 'instance', reference: { reference: 'Observation/1' } }] }, 'provision.data narrows'],
  [{ dataPeriod: { start: '2015-01-01', end: '2015-12-31' } }, 'provision.dataPeriod narrows'],
  [{ code: [{ coding: [{ system: 'http://loinc.org', code: '34133-9' }] }] }, 'provision.code narrows'],
  [{ securityLabel: [{ system: 'urn:x', code: 'R' }] }, 'provision.securityLabel narrows'],
  [{ provision: [{ type: 'deny' }] }, 'provision.provision narrows'],
  [{ provision: [] }, 'provision.provision narrows'],
  [{ action: [actionOf('correct')] }, 'provision.action narrows'],
  [{ action: [actionOf('disclose'), actionOf('access')] }, 'provision.action narrows'],
  [{ action: [{ coding: [{ code: 'use' }] }] }, 'provision.action.1 not-understood'],
  [{ action: [{ text: 'use' }] }, 'provision.action.1.coding missing'],
  [{ action: [] }, 'provision.action empty-list'],
  [{ modifierExtension: [{ url: 'urn:x' }] }, 'provision.modifierExtension unknown-modifier'],
  [{ _type: { extension: [{ url: 'urn:x' }] } }, 'provision._type primitive-extension'],
  [{ purpose: [{ ...purposeOf('outreach'), _code: {} }] }, 'provision.purpose.1._code primitive-extension'],
  [
    { class: [{ ...sourceOf('rai'), modifierExtension: [] }] },
    'provision.class.1.modifierExtension unknown-modifier',
  ],
  [{ purpose: [{ code: 'outreach' }] }, 'provision.purpose not-understood'],
  [
    { purpose: [{ system: 'urn:ennakko:data-source', code: 'outreach' }] },
    'provision.purpose not-understood',
  ],
  [
    { purpose: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HRESCH' }] },
    'provision.purpose not-understood',
  ],
  [{ purpose: [purposeOf('outreach'), purposeOf('research')] }, 'provision.purpose not-understood'],
  [{ class: [sourceOf('gossip')] }, 'provision.class not-understood'],
  [
    { class: [{ system: 'http://hl7.org/fhir/resource-types', code: 'rai' }] },
    'provision.class not-understood',
  ],
  [{ purpose: [] }, 'provision.purpose empty-list'],
  [{ type: 'allow' }, 'provision.type not-understood'],
  [{ decision: 'permit' }, 'provision.decision unknown-element'],
  [{ period: { start: '2026-03-01', end: '2026-02-01' } }, 'provision.period inverted-period'],
  [{ period: { end: '2026-02-01' } }, 'provision.period inverted-period'],
  [{ period: { start: '2026-02' } }, 'provision.period.start partial-date'],
  [{ period: { end: '2027' } }, 'provision.period.end partial-date'],
  [{ period: { start: '2026-02-30' } }, 'provision.period.start unreadable'],
  [{ period: { start: '2026-02-03T25:00:00Z' } }, 'provision.period.start unreadable'],
  [{ period: { start: '3.2.2026' } }, 'provision.period.start unreadable'],
  [{ period: { end: '9999-99-99' } }, 'provision.period.end unreadable'],
  [{ period: { end: '2027-02-03T10:15:00' } }, 'provision.period.end no-offset'],
  [{ period: { start: '2050-01-01' } }, 'provision.period.start out-of-range'],
  [{ period: { start: '9999-01-01' } }, 'provision.period.start out-of-range'],
  [{ period: { start: '2026-03-01', between: 1 } }, 'provision.period.between unknown-element'],
  [{ period: { start: '2026-03-01', _end: {} } }, 'provision.period._end primitive-extension'],
];
const ofConsent: [consent: object, refusal: string][] = [
  [{ scope: consentScope('treatment') }, 'scope not-a-privacy-consent'],
  [{ scope: consentScope('research') }, 'scope not-a-privacy-consent'],
  [{ scope: consentScope('adr') }, 'scope not-a-privacy-consent'],
  [{ scope: { text: 'privacy' } }, 'scope.coding missing'],
  [
    { scope: { coding: [...consentScope('patient-privacy').coding, ...consentScope('research').coding] } },
    'scope not-a-privacy-consent',
  ],
  [
    {
      category: [
        {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentcategorycodes', code: 'dnr' }],
        },
      ],
    },
    'category.1 not-a-privacy-consent',
  ],
  [{ modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }, 'modifierExtension unknown-modifier'],
  [{ implicitRules: 'urn:x' }, 'implicitRules unknown-modifier'],
  [{ patient: { ...identified(), modifierExtension: [{}] } }, 'patient.modifierExtension unknown-modifier'],
  [{ _status: { extension: [] } }, '_status primitive-extension'],
  [{ verification: [{ verified: false }] }, 'verification.1.verified unverified'],
  [{ verification: [{ verified: true }, { verified: false }] }, 'verification.2.verified unverified'],
  [{ verification: [{}] }, 'verification.1.verified unverified'],
  [{ organization: [{ reference: 'Organization/1' }] }, 'organization narrows'],
  [{ performer: [{ reference: 'Organization/1' }] }, 'performer not-the-patient'],
  [{ performer: [identified(another)] }, 'performer not-the-patient'],
  [{ sourceReference: { reference: 'Contract/1' } }, 'sourceReference not-understood'],
  [{ policy: [{ uri: 'http://x/only-on-mondays' }] }, 'policy.1.uri not-understood'],
  [{ policyRule: base('OPTINR') }, 'policyRule not-understood'],
  [{ policyRule: base('OPTIN', 'OPTOUT') }, 'policyRule contradiction'],
  [{ policyRule: { text: 'as agreed' } }, 'policyRule.coding missing'],
  [{ meta: { tag: [{ code: 'SUBSETTED' }] } }, 'meta.tag.1 incomplete-resource'],
  [{ meta: { security: [{ code: 'HTEST' }] } }, 'meta.security.1 not-understood'],
  [{ meta: { lastUpdated: '2027-01-01T00:00:00Z' } }, 'meta.lastUpdated in-the-future'],
  [{ meta: { lastUpdated: '2026-01-01' } }, 'meta.lastUpdated partial-date'],
  [{ status: 'draft' }, 'status not-in-force-yet'],
  [{ status: 'proposed' }, 'status not-in-force-yet'],
  [{ status: 'granted' }, 'status not-understood'],
  [{ status: undefined }, 'status not-understood'],
  [{ dateTime: '2026' }, 'dateTime partial-date'],
  [{ dateTime: '2026-02' }, 'dateTime partial-date'],
  [{ dateTime: '2026-02-03T10:15:00' }, 'dateTime no-offset'],
  [{ dateTime: '2026-02-03T10:15+02:00' }, 'dateTime no-seconds'],
  [{ dateTime: '1900-01-01' }, 'dateTime out-of-range'],
  [{ dateTime: '1921-05-01' }, 'dateTime out-of-range'],
  [{ dateTime: '2026-06-01' }, 'dateTime in-the-future'],
  [{ dateTime: 1 }, 'dateTime unreadable'],
  [{ id: '../k1' }, 'id not-understood'],
  [{ status: 'inactive', id: undefined }, 'id missing'],
  [{ patient: undefined }, 'patient missing'],
  [{ controller: [{}] }, 'controller unknown-element'],
];

describe('a FHIR R4 Consent that says more than can be kept', () => {
  it.each(ofProvision)('%j is refused: %s', (provision, refusal) => {
    expect(faultsOf(permit({}, provision))).toBe(refusal);
    // what would make a denial narrower than it is kept is refused as well
    expect(faultsOf(denial({}, provision))).toBe(refusal);
  });

  it.each(ofConsent)('%j is refused: %s', (consent, refusal) => {
    expect(faultsOf(permit(consent))).toBe(refusal);
  });

  it('is refused where it goes deeper than resources go, without being followed there', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(faultsOf({ ...permit(), provision: deep })).toBe('provision.1.1 unreadable');
  });

  it('is refused as a permit that names no purposes or sources', () => {
    expect(faultsOf(permit({}, { purpose: undefined }))).toBe('provision.purpose must-be-named');
    expect(faultsOf(permit({}, { class: undefined }))).toBe('provision.class must-be-named');
  });

  it('is refused in R5 by the names of what R4 does not have', () => {
    const r5 = { resourceType: 'Consent', id: 'r5', status: 'active', subject: identified() };
    expect(faultsOf({ ...r5, decision: 'deny', provision: [{}] })).toMatch(
      /^subject unknown-element, decision unknown-element, /,
    );
  });

  it('is refused where it is something else', () => {
    expect(faultsOf({ resourceType: 'Patient' })).toMatch(/^resourceType not-a-consent/);
    for (const nothing of [null, 1, 'Consent', {}])
      expect(faultsOf(nothing)).toMatch(/resourceType not-a-consent/);
  });
});

describe('when a FHIR R4 Consent holds', () => {
  const whenOf = (period: object, more: object = {}) =>
    noticesOf(permit(more, { period })).map(({ effectiveAt, endsAt }) => [effectiveAt, endsAt]);

  it('is from the first to the last day of its period, as days are in Finland', () => {
    expect(whenOf({ start: '2026-02-10', end: '2026-03-31' })).toEqual([
      ['2026-02-09T22:00:00.000Z', '2026-03-31T21:00:00.000Z'],
    ]);
  });

  it('is to the last instant of its period', () => {
    expect(whenOf({ start: '2026-02-10', end: '2026-03-31T10:00:00.5+03:00' })).toEqual([
      ['2026-02-09T22:00:00.000Z', '2026-03-31T07:00:00.501Z'],
    ]);
  });

  it('is not before a permit was given, and as long before a denial was as it says', () => {
    const period = { start: '2025-01-01' };
    expect(whenOf(period)).toEqual([['2026-02-03T08:15:00.000Z', undefined]]);
    expect(noticesOf(denial({}, { period }))).toMatchObject([{ effectiveAt: '2024-12-31T22:00:00.000Z' }]);
  });

  it('is until further notice where the end is beyond all years, whatever its form', () => {
    for (const end of [
      '9999-12-31',
      '9999-12-31T23:59:59Z',
      '9999-12-31T23:59:59.999Z',
      '9999-12-31T23:59:59.999-12:00',
      '2999-01-01',
    ])
      expect(whenOf({ end })).toEqual([['2026-02-03T08:15:00.000Z', undefined]]);
  });

  it('is from when it is recorded where nothing says from when', () => {
    expect(noticesOf(permit({ dateTime: undefined }))[0]).not.toHaveProperty('effectiveAt');
  });
});
