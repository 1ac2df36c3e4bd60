import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import {
  decideRelease,
  type ReleaseQuestion,
  refusalOfEveryone,
  type Standing,
} from '../../../functions/core/release/decide-release.ts';
import { legalBasesInUse } from '../../../functions/core/release/legal-bases-in-use.ts';

const basis = (more: Partial<LegalBasis> = {}): LegalBasis => ({
  legalBasisId: 'b1',
  purpose: 'outreach',
  dataSource: 'primary-care',
  kind: 'statute',
  provision: { fi: 'laki', sv: 'lag', en: 'act' },
  inForceFrom: '2025-01-01',
  confirmed: true,
  ...more,
});

const event = (more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  consentEventId: 'e1',
  kind: 'consent-given',
  purpose: 'all',
  coveredSource: 'all',
  effectiveAt: '2025-01-02T00:00:00Z',
  recordedAt: '2025-01-02T00:00:00Z',
  ...more,
});

const question = (more: Partial<ReleaseQuestion> = {}): ReleaseQuestion => ({
  purpose: 'outreach',
  requester: { id: 'w-17', role: 'prevention-worker', unit: 'unit-4' },
  useCase: 'open-outreach-list',
  subject: { unit: 'unit-4' },
  sourcesUsed: ['primary-care'],
  at: '2025-06-01T09:00:00Z',
  ...more,
});

const standing = (more: Partial<Standing> = {}): Standing => ({
  legalBases: [basis()],
  consentEvents: [],
  relationships: [{ unit: 'unit-4', startedOn: '2024-01-01', recordedOn: '2024-01-01' }],
  ...more,
});

const none = { ...standing(), legalBases: [], consentEvents: undefined, relationships: undefined };

describe('the release gate', () => {
  it('releases when every check passes', () => {
    expect(decideRelease(question(), standing())).toBe('released');
  });

  it('asks for a basis for each source behind the score', () => {
    const two = question({ sourcesUsed: ['primary-care', 'rai'] });
    expect(decideRelease(two, standing())).toEqual(['no-legal-basis-for-source']);
    const both = standing({ legalBases: [basis(), basis({ dataSource: 'rai' })] });
    expect(decideRelease(two, both)).toBe('released');
  });

  it('does not let a basis for another purpose carry this one', () => {
    const other = standing({ legalBases: [basis({ purpose: 'planning' })] });
    expect(decideRelease(question(), other)).toEqual(['no-legal-basis']);
  });

  it('holds a basis to its first and last day, as they are in Finland', () => {
    const june = standing({ legalBases: [basis({ inForceFrom: '2025-06-01', inForceTo: '2025-06-30' })] });
    const at = (instant: string) => decideRelease(question({ at: instant }), june);
    expect(at('2025-05-31T20:59:59Z')).toEqual(['no-legal-basis']);
    expect(at('2025-05-31T21:00:00Z')).toBe('released');
    expect(at('2025-06-30T20:59:59Z')).toBe('released');
    expect(at('2025-06-30T21:00:00Z')).toEqual(['no-legal-basis']);
  });

  it('needs consent given, covering and not withdrawn where the basis is consent', () => {
    const legalBases = [basis({ kind: 'consent' })];
    const decided = (...consentEvents: LedgerEvent[]) =>
      decideRelease(question(), standing({ legalBases, consentEvents }));
    const withdrawn = event({
      consentEventId: 'e2',
      kind: 'consent-withdrawn',
      effectiveAt: '2025-02-01T00:00:00Z',
    });
    expect(decided()).toEqual(['no-consent']);
    expect(decided(event())).toBe('released');
    expect(decided(event({ purpose: 'planning' }))).toEqual(['no-consent']);
    expect(decided(event({ coveredSource: 'rai' }))).toEqual(['no-consent']);
    expect(decided(event(), withdrawn)).toEqual(['no-consent']);
  });

  it('asks for a relationship with the requester’s own unit, in force, only where names are shown', () => {
    const decided = (unit: string, startedOn: string, endedOn?: string) =>
      decideRelease(
        question(),
        standing({
          relationships: [{ unit, startedOn, recordedOn: startedOn, ...(endedOn && { endedOn }) }],
        }),
      );
    expect(decided('unit-4', '2025-06-01', '2025-06-01')).toBe('released');
    expect(decided('unit-5', '2025-01-01')).toEqual(['no-client-relationship']);
    expect(decided('unit-4', '2025-06-02')).toEqual(['no-client-relationship']);
    expect(decided('unit-4', '2025-01-01', '2025-05-31')).toEqual(['no-client-relationship']);
    const planner = { id: 'w-18', role: 'planner', unit: 'planning' } as const;
    const unnamed = question({ useCase: 'make-outreach-list', requester: planner });
    expect(decideRelease(unnamed, standing({ relationships: undefined }))).toBe('released');
  });

  it('refuses a thing of another unit, and a purpose that is not the use case’s', () => {
    expect(decideRelease(question({ subject: { unit: 'unit-5' } }), standing())).toEqual([
      'role-not-permitted',
    ]);
    const legalBases = [basis(), basis({ purpose: 'planning' })];
    expect(decideRelease(question({ purpose: 'planning' }), standing({ legalBases }))).toEqual([
      'role-not-permitted',
    ]);
  });

  for (const kind of ['objection', 'prohibition', 'restriction', 'erasure-request'] as const) {
    const reason = kind === 'erasure-request' ? 'erasure' : kind;
    it(`stops at ${kind} for the purpose and a source used, and not at another’s`, () => {
      const decided = (more: Partial<LedgerEvent>) =>
        decideRelease(question(), standing({ consentEvents: [event({ kind, ...more })] }));
      expect(decided({})).toEqual([reason]);
      expect(decided({ purpose: 'outreach', coveredSource: 'primary-care' })).toEqual([reason]);
      expect(decided({ purpose: 'statistics' })).toBe('released');
      expect(decided({ coveredSource: 'rai' })).toBe('released');
      expect(decided({ effectiveAt: '2025-06-01T09:00:01Z' })).toBe('released');
    });
  }

  it('refuses whatever is unknown', () => {
    expect(decideRelease(question({ sourcesUsed: [] }), standing())).toEqual(['sources-unknown']);
    expect(decideRelease(question({ sourcesUsed: ['primary-care', 'gossip'] }), standing())).toEqual([
      'sources-unknown',
    ]);
    expect(decideRelease(question(), standing({ consentEvents: undefined }))).toEqual(['standing-unknown']);
    expect(decideRelease(question(), standing({ relationships: undefined }))).toEqual(['standing-unknown']);
    expect(() => decideRelease(question({ at: 'some day' }), standing())).toThrow();
  });

  it('gives every reason, in the order of the checks', () => {
    const asked = question({ purpose: 'planning' });
    expect(decideRelease(asked, none)).toEqual(['role-not-permitted', 'no-legal-basis', 'standing-unknown']);
    const against = [event({ kind: 'erasure-request' }), event({ kind: 'objection', consentEventId: 'e2' })];
    expect(
      decideRelease(question(), standing({ consentEvents: against, relationships: [], legalBases: [] })),
    ).toEqual(['no-legal-basis', 'no-client-relationship', 'objection', 'erasure']);
  });

  it('never releases more when something is taken from the person’s standing', () => {
    const sources = fc.uniqueArray(fc.constantFrom(...DataSource.options), { minLength: 1 });
    fc.assert(
      fc.property(sources, sources, fc.boolean(), (sourcesUsed, covered, isConsent) => {
        const kind = isConsent ? ('consent' as const) : ('statute' as const);
        const legalBases = covered.map((dataSource) => basis({ dataSource, kind }));
        const asked = question({ sourcesUsed });
        const full = standing({ legalBases, consentEvents: [event()] });
        const isReleased = decideRelease(asked, full) === 'released';
        expect(isReleased).toBe(sourcesUsed.every((source) => covered.includes(source)));
        for (const dropped of legalBases) {
          const fewer = { ...full, legalBases: legalBases.filter((one) => one !== dropped) };
          const stillReleased = decideRelease(asked, fewer) === 'released';
          expect(stillReleased).toBe(isReleased && !sourcesUsed.includes(dropped.dataSource));
        }
        const withoutConsent = decideRelease(asked, { ...full, consentEvents: [] });
        expect(withoutConsent === 'released').toBe(isReleased && !isConsent);
      }),
    );
  });

  it('says beforehand when nobody can be released, with the reason each would be given', () => {
    const refusals = [question({ purpose: 'planning' }), question({ purpose: 'statistics' })];
    for (const asked of refusals) {
      const [first] = decideRelease(asked, standing());
      expect(refusalOfEveryone(asked, [basis()])).toBe(first);
    }
    expect(refusalOfEveryone(question(), [basis()])).toBeUndefined();
    expect(refusalOfEveryone(question(), [])).toBe('no-legal-basis');
  });
});

describe('legal bases', () => {
  it('carry real people only once the controller has confirmed them', () => {
    const bases = [basis(), basis({ legalBasisId: 'b2', confirmed: false })];
    expect(legalBasesInUse(bases, 'register').map(({ legalBasisId }) => legalBasisId)).toEqual(['b1']);
    expect(legalBasesInUse(bases, 'simulated')).toHaveLength(2);
  });
});
