import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import { recordConsents } from '../../../functions/core/consent/record-consent.ts';
import { recordFhirConsents } from '../../../functions/core/consent/record-fhir-consents.ts';
import { type ConsentState, consentAsOf } from '../../../functions/core/release/consent-as-of.ts';
import { MemoryConsentRecords } from '../../contract/consent-ledger/memory-consent-records.ts';
import { MemoryErasureRecords } from '../../contract/erasure/memory-erasure-records.ts';
import { MemoryAuditLog } from '../audit/memory-audit-log.ts';
import {
  bundleOf,
  client,
  denial,
  noticesOf,
  now,
  permit,
  pseudonymOf,
  purposeOf,
  sourceOf,
} from './fhir-told.ts';

const officer = { id: 'd-1', role: 'data-protection-officer', unit: 'data-protection' } as const;
const worker = { id: 'w-1', role: 'prevention-worker', unit: 'unit-4' } as const;

/** A ledger that is told things, a minute after another, and says what holds. */
function ledger() {
  const records = new MemoryConsentRecords();
  const related = [{ unit: 'unit-4', startedOn: '2025-01-01', recordedOn: '2025-01-01' }];
  const ports = {
    records,
    audit: new MemoryAuditLog(),
    erasures: new MemoryErasureRecords(),
    relationships: { relationshipsOf: async () => new Map([[client, related]]) },
  };
  let minute = 0;
  const next = () => new Date(Date.parse(now) + 60_000 * minute++).toISOString();
  const kept = async () => (await records.eventsOf([client])).get(client) ?? [];
  const stateAt = async (instant: string) => consentAsOf(await kept(), instant);
  return {
    kept,
    stateAt,
    tell: (content: unknown, requester: typeof officer | typeof worker = officer) =>
      recordFhirConsents(
        ports,
        { requester, content, channel: 'e-service', pseudonymiser: async () => pseudonymOf },
        next(),
      ),
    say: (kind: 'consent-withdrawn' | 'prohibition-lifted' | 'prohibition', consentEventId: string) =>
      recordConsents(
        ports,
        {
          requester: officer,
          notices: [
            { client, consentEventId, kind, purpose: 'all', coveredSource: 'all', channel: 'letter' },
          ],
        },
        next(),
      ),
    /** Whether consent is given and whether use is prohibited, for outreach by RAI data. */
    holds: async (at = '2026-03-02T00:00:00Z') => {
      const state = await stateAt(at);
      return {
        consent: state.holds('consent', 'outreach', 'rai'),
        prohibition: state.holds('prohibition', 'outreach', 'rai'),
      };
    },
  };
}

const versioned = (versionId: string, more: object = {}) => ({ meta: { versionId }, ...more });

describe('a resource that is not in force any more', () => {
  it('lifts nothing that another resource prohibits, in either order of a bundle', async () => {
    const both = [denial({ id: 'new' }), denial({ id: 'old', status: 'inactive', dateTime: '2020-01-01' })];
    for (const resources of [both, [...both].reverse()]) {
      const { tell, holds } = ledger();
      await tell(bundleOf(resources));
      expect(await holds()).toMatchObject({ prohibition: true });
    }
  });

  it('takes back what it gave itself, and not what another gave or what was told by itself', async () => {
    for (const status of ['inactive', 'rejected', 'entered-in-error']) {
      const { tell, say, holds } = ledger();
      await tell([permit({ id: 'one' }), permit({ id: 'two' }), denial({ id: 'three' })]);
      await tell(permit({ id: 'one', status }));
      expect(await holds()).toEqual({ consent: true, prohibition: true });
      await tell([permit({ id: 'two', status }), denial({ id: 'three', status })]);
      expect(await holds()).toEqual({ consent: false, prohibition: false });
      await say('prohibition', 'by-itself');
      await tell(denial({ id: 'four', status }));
      expect(await holds()).toMatchObject({ prohibition: true });
    }
  });

  it('is outlived by a newer version of itself, which may be told again and again', async () => {
    const { tell, holds } = ledger();
    const told: [object, boolean][] = [
      [denial(), true],
      [denial({ status: 'inactive' }), false],
      [denial(), true],
      [denial(), true],
      [denial({ status: 'inactive' }), false],
    ];
    for (const [resource, isProhibited] of told) {
      await tell(resource);
      expect(await holds()).toMatchObject({ prohibition: isProhibited });
    }
  });
});

describe('what was sent before it had an id', () => {
  it('is withdrawn with the resource that it became; a prohibition is not, as another may say the same', async () => {
    const { tell, holds } = ledger();
    await tell([permit({ id: undefined }), denial({ id: undefined })]);
    await tell([
      permit({ id: 'given-later', status: 'inactive' }),
      denial({ id: 'given-later-too', status: 'inactive' }),
    ]);
    expect(await holds()).toEqual({ consent: false, prohibition: true });
    await tell(permit({ id: undefined }));
    expect(await holds()).toMatchObject({ consent: true });
    expect(await tell(permit({ id: 'never-told', status: 'inactive', dateTime: '2026-01-01' }))).toHaveLength(
      1,
    );
  });
});

describe('a newer version of a resource', () => {
  it('stands instead of the one before: what it does not permit any more is not permitted', async () => {
    const { tell, stateAt } = ledger();
    const purpose = [purposeOf('outreach'), purposeOf('planning')];
    await tell(permit(versioned('1'), { purpose }));
    await tell(permit(versioned('2'), { purpose: [purposeOf('planning')] }));
    const state = await stateAt('2026-03-02T00:00:00Z');
    expect(state.holds('consent', 'planning', 'rai')).toBe(true);
    expect(state.holds('consent', 'outreach', 'rai')).toBe(false);
  });

  it('is not undone by an older one, which is refused aloud', async () => {
    const { tell, holds } = ledger();
    await tell(permit(versioned('2', { status: 'inactive' })));
    await expect(tell(permit(versioned('1')))).rejects.toMatchObject({ code: 'consent-superseded' });
    await expect(tell(denial(versioned('2')))).rejects.toMatchObject({ code: 'consent-id-taken' });
    expect(await holds()).toEqual({ consent: false, prohibition: false });
  });

  it('told twice is recorded once', async () => {
    const { tell, kept } = ledger();
    for (let time = 0; time < 3; time += 1) await tell(permit(versioned('1')));
    expect(await kept()).toHaveLength(1);
    await tell(permit(versioned('2')));
    await tell(permit(versioned('2')));
    expect(await kept()).toHaveLength(2);
  });

  it('lifts a prohibition for nobody who may not lift one', async () => {
    const { tell, holds, kept } = ledger();
    await tell(denial(versioned('1')));
    for (const newer of [
      permit(versioned('2')),
      denial(versioned('2'), { purpose: [purposeOf('planning')] }),
      denial(versioned('2', { status: 'inactive' })),
      permit(versioned('2', { status: 'inactive' })),
    ])
      await expect(tell(newer, worker)).rejects.toMatchObject({ code: 'access-refused' });
    expect(await holds()).toMatchObject({ prohibition: true });
    expect(await kept()).toHaveLength(1);
    await tell(denial({ id: 'of-a-worker' }), worker);
    await tell(permit({ id: 'of-a-worker-too' }), worker);
    await tell(permit({ id: 'of-a-worker-too', status: 'inactive' }), worker);
  });
});

describe('the end of a period', () => {
  it('ends what that resource gave, and nothing else', async () => {
    const { tell, holds } = ledger();
    const period = { end: '2026-04-30' };
    await tell([permit({ id: 'short' }, { period }), denial({ id: 'short-too' }, { period })]);
    await tell([permit({ id: 'long' }), denial({ id: 'long-too' }, { period: { end: '2026-05-31' } })]);
    expect(await holds('2026-04-30T20:59:59.999Z')).toEqual({ consent: true, prohibition: true });
    expect(await holds('2026-05-30T00:00:00Z')).toEqual({ consent: true, prohibition: true });
    expect(await holds('2026-06-01T00:00:00Z')).toEqual({ consent: true, prohibition: false });
  });

  it('ends a permit that stands alone at the last instant of its last day in Finland', async () => {
    const { tell, holds } = ledger();
    await tell(permit({}, { period: { end: '2026-04-30' } }));
    expect(await holds('2026-04-30T20:59:59.999Z')).toMatchObject({ consent: true });
    expect(await holds('2026-04-30T21:00:00.000Z')).toMatchObject({ consent: false });
  });
});

describe('what a person says by themselves', () => {
  it('takes back whatever any resource permits, and a resource of an earlier day does not bring it back', async () => {
    const { tell, say, holds } = ledger();
    await tell([permit({ id: 'one' }), permit({ id: 'two' })]);
    await say('consent-withdrawn', 'w');
    expect(await holds()).toMatchObject({ consent: false });
    await tell(permit({ id: 'one' }));
    await tell(permit({ id: 'three' }));
    expect(await holds()).toMatchObject({ consent: false });
  });

  it('is heard again after it was lifted', async () => {
    const { tell, say, holds } = ledger();
    const undated = denial({ id: undefined, dateTime: undefined });
    await tell(undated);
    await say('prohibition-lifted', 'l');
    expect(await holds()).toMatchObject({ prohibition: false });
    await tell(undated);
    expect(await holds()).toMatchObject({ prohibition: true });
  });
});

it('a role that records nothing is refused before anything is read', async () => {
  const { tell } = ledger();
  const planner = { id: 'p-1', role: 'planner', unit: 'unit-4' } as never;
  for (const content of [permit(), bundleOf([]), null, { resourceType: 'Patient' }])
    await expect(tell(content, planner)).rejects.toMatchObject({ code: 'access-refused' });
});

it('what another sender tells again is recorded once, as it was first told', async () => {
  const { tell, kept } = ledger();
  await tell(permit());
  await tell(permit(), worker);
  expect(await kept()).toMatchObject([{ recordedBy: 'd-1' }]);
});

it('many versions of one resource take no longer than many resources', async () => {
  const versions = Array.from({ length: 5_000 }, (_, version) => permit(versioned(String(version + 1))));
  const begun = process.cpuUsage();
  expect(noticesOf(bundleOf(versions))).toHaveLength(1);
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(5);
});

describe('any set of resources', () => {
  const codes = <Code extends string>(of: readonly Code[]) =>
    fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 });
  const anyResource = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    version: fc.integer({ min: 1, max: 12 }),
    isPermit: fc.boolean(),
    status: fc.constantFrom('active', 'active', 'active', 'inactive', 'rejected', 'entered-in-error'),
    purposes: codes(Purpose.options),
    sources: codes(DataSource.options),
    start: fc.option(fc.integer({ min: 1, max: 28 })),
    days: fc.option(fc.integer({ min: 20, max: 90 })),
  });
  type Resource = typeof anyResource extends fc.Arbitrary<infer T> ? T : never;
  const anySet = fc.uniqueArray(anyResource, {
    selector: ({ id, version }) => `${id} ${version}`,
    maxLength: 7,
  });
  const dayOf = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
  const periodOf = ({ start, days }: Resource) => ({
    ...(start !== null && { start: dayOf(start) }),
    ...(days !== null && { end: dayOf((start ?? 1) + days) }),
  });
  const asFhir = (one: Resource) =>
    (one.isPermit ? permit : denial)(
      { id: one.id, status: one.status, dateTime: dayOf(1), ...versioned(String(one.version)) },
      { purpose: one.purposes.map(purposeOf), class: one.sources.map(sourceOf), period: periodOf(one) },
    );

  /** Whether a resource in force says exactly this of the cell: no fold, no ledger. */
  const says = (set: readonly Resource[], isPermit: boolean, purpose: string, source: string, day: number) =>
    set.some(
      (one) =>
        one.isPermit === isPermit &&
        one.status === 'active' &&
        !set.some((other) => other.id === one.id && other.version > one.version) &&
        (one.purposes as string[]).includes(purpose) &&
        (one.sources as string[]).includes(source) &&
        day >= (one.start ?? 1) &&
        (one.days === null || day <= (one.start ?? 1) + one.days),
    );

  const cells = Purpose.options.flatMap((purpose) =>
    DataSource.options.map((source) => [purpose, source] as const),
  );
  /** What a state holds, cell by cell, as words that can be compared. */
  const heldIn = (state: ConsentState) =>
    (['consent', 'prohibition'] as const).map((standpoint) =>
      cells.filter(([purpose, source]) => state.holds(standpoint, purpose, source)).join(' '),
    );
  const saidIn = (set: readonly Resource[], day: number) =>
    [true, false].map((isPermit) =>
      cells.filter(([purpose, source]) => says(set, isPermit, purpose, source, day)).join(' '),
    );

  it('permits and prohibits exactly what those in force say, in whatever order they stand in a bundle', async () => {
    let permitted = 0;
    await fc.assert(
      fc.asyncProperty(
        anySet.chain((set) =>
          fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length })),
        ),
        fc.integer({ min: 61, max: 90 }),
        async ([set, shuffled], day) => {
          const [one, other] = [ledger(), ledger()];
          await one.tell(bundleOf(set.map(asFhir)));
          await other.tell(bundleOf(shuffled.map(asFhir)));
          const noon = `${dayOf(day)}T12:00:00Z`;
          const held = heldIn(await one.stateAt(noon));
          expect(heldIn(await other.stateAt(noon))).toEqual(held);
          expect(held).toEqual(saidIn(set, day));
          if (held[0] !== '') permitted += 1;
        },
      ),
      { numRuns: 300, seed: 1 },
    );
    expect(permitted).toBeGreaterThan(50);
  });

  it('means the same told one by one, in the order of their versions or with the older ones refused', async () => {
    await fc.assert(
      fc.asyncProperty(anySet, async (set) => {
        const [together, apart] = [ledger(), ledger()];
        await together.tell(bundleOf(set.map(asFhir)));
        for (const one of set)
          await apart
            .tell(asFhir(one))
            .catch((error: { code: string }) => expect(error.code).toBe('consent-superseded'));
        const inApril = '2026-04-01T00:00:00Z';
        expect(heldIn(await apart.stateAt(inApril))).toEqual(heldIn(await together.stateAt(inApril)));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
