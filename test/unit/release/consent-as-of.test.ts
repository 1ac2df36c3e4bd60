import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConsentEventKind } from '../../../data-contracts/schemas/consent-event.ts';
import { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import {
  type ConsentState,
  consentAsOf,
  type Standpoint,
} from '../../../functions/core/release/consent-as-of.ts';

const instant = (minute: number) => new Date(Date.UTC(2025, 0, 1, 0, minute)).toISOString();

const anyEvent = fc.record({
  consentEventId: fc.integer({ min: 0, max: 5 }).map((id) => `e${id}`),
  kind: fc.constantFrom(...ConsentEventKind.options),
  purpose: fc.constantFrom(...Purpose.options, 'all' as const),
  coveredSource: fc.constantFrom(...DataSource.options, 'all' as const),
  effectiveAt: fc.integer({ min: 0, max: 12 }).map(instant),
  recordedAt: fc.integer({ min: 0, max: 12 }).map(instant),
});

const begins: Record<Standpoint, string> = {
  consent: 'consent-given',
  objection: 'objection',
  prohibition: 'prohibition',
  restriction: 'restriction',
  erasure: 'erasure-request',
};
const ends: Record<Standpoint, string> = {
  consent: 'consent-withdrawn',
  objection: 'objection-lifted',
  prohibition: 'prohibition-lifted',
  restriction: 'restriction-lifted',
  erasure: 'erasure-request-lifted',
};
const standpoints = Object.keys(begins) as Standpoint[];

/** Looks for the one event that stands: of those that speak of this very cell, the latest. No state, no fold. */
function naively(
  events: readonly LedgerEvent[],
  at: string,
  what: Standpoint,
  purpose: string,
  source: string,
) {
  let latest: LedgerEvent | undefined;
  for (const event of events) {
    if (event.kind !== begins[what] && event.kind !== ends[what]) continue;
    if (event.purpose !== 'all' && event.purpose !== purpose) continue;
    if (event.coveredSource !== 'all' && event.coveredSource !== source) continue;
    if (Date.parse(event.effectiveAt) > Date.parse(at) || Date.parse(event.recordedAt) > Date.parse(at))
      continue;
    const key = (one: LedgerEvent) => `${one.effectiveAt} ${one.recordedAt} ${one.consentEventId}`;
    if (latest === undefined || key(event) >= key(latest)) latest = event;
  }
  return latest?.kind === begins[what];
}

/** What a state holds, as words that can be compared. */
const heldIn = (state: ConsentState) =>
  standpoints.flatMap((what) =>
    Purpose.options.flatMap((purpose) =>
      DataSource.options
        .filter((source) => state.holds(what, purpose, source))
        .map((source) => `${what} ${purpose} ${source}`),
    ),
  );

const given = (more: Partial<LedgerEvent> = {}): LedgerEvent => ({
  consentEventId: 'e1',
  kind: 'consent-given',
  purpose: 'planning',
  coveredSource: 'rai',
  effectiveAt: '2025-01-01T00:00:00Z',
  recordedAt: '2025-01-01T00:00:00Z',
  ...more,
});
const holds = (events: LedgerEvent[], at: string) =>
  consentAsOf(events, at).holds('consent', 'planning', 'rai');

describe('the consent ledger’s state as of an instant', () => {
  it('is what a search for the last event that covers each cell finds, over 20,000 random steps', () => {
    let steps = 0;
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 12 }),
        fc.integer({ min: 0, max: 14 }),
        (events, minute) => {
          const state = consentAsOf(events, instant(minute));
          steps += events.length;
          for (const what of standpoints) {
            for (const purpose of Purpose.options) {
              for (const source of DataSource.options) {
                const expected = naively(events, instant(minute), what, purpose, source);
                if (state.holds(what, purpose, source) !== expected) return false;
              }
            }
          }
          return true;
        },
      ),
      { numRuns: 4500, seed: 1 },
    );
    expect(steps).toBeGreaterThan(20_000);
  });

  it('does not depend on the order in which events with ids of their own are read', () => {
    const distinct = fc.uniqueArray(anyEvent, { selector: (event) => event.consentEventId, maxLength: 6 });
    fc.assert(
      fc.property(
        distinct.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(heldIn(consentAsOf(shuffled, instant(14)))).toEqual(
            heldIn(consentAsOf(events, instant(14))),
          );
        },
      ),
    );
  });

  it('lets a withdrawal count from the instant it takes effect, not before', () => {
    const withdrawn = given({
      consentEventId: 'e2',
      kind: 'consent-withdrawn',
      effectiveAt: '2025-03-01T10:00:00.500Z',
      recordedAt: '2025-02-01T00:00:00Z',
    });
    expect(holds([given(), withdrawn], '2025-03-01T10:00:00Z')).toBe(true);
    expect(holds([given(), withdrawn], '2025-03-01T10:00:00.499Z')).toBe(true);
    expect(holds([given(), withdrawn], '2025-03-01T10:00:00.5Z')).toBe(false);
  });

  it('knows nothing of an event before it is recorded, and honours it from its effect once it is', () => {
    const late = given({
      consentEventId: 'e2',
      kind: 'consent-withdrawn',
      effectiveAt: '2025-01-10T00:00:00Z',
      recordedAt: '2025-01-20T00:00:00Z',
    });
    expect(holds([given(), late], '2025-01-15T00:00:00Z')).toBe(true);
    expect(holds([given(), late], '2025-01-20T00:00:00Z')).toBe(false);
  });

  it('takes back a part of what was given for all', () => {
    const all = given({ purpose: 'all', coveredSource: 'all' });
    const part = given({
      consentEventId: 'e2',
      kind: 'consent-withdrawn',
      coveredSource: 'all',
      effectiveAt: '2025-01-02T00:00:00Z',
    });
    const state = consentAsOf([part, all], '2025-02-01T00:00:00Z');
    expect(state.holds('consent', 'planning', 'rai')).toBe(false);
    expect(state.holds('consent', 'outreach', 'rai')).toBe(true);
  });

  it('takes back by a document what that document gave, and by itself whatever stands', () => {
    const by = (id: string, says = 's1', version?: string) => ({
      document: { id: id.repeat(32), says: says.padEnd(16, '0'), ...(version && { version }) },
    });
    const [one, two] = [given(by('1')), given({ ...by('2'), consentEventId: 'e2' })];
    const back = (more: object) =>
      given({
        kind: 'consent-withdrawn',
        consentEventId: 'e3',
        effectiveAt: '2025-01-02T00:00:00Z',
        ...more,
      });
    const later = '2025-02-01T00:00:00Z';
    expect(holds([one, back(by('1'))], later)).toBe(false);
    expect(holds([one, back(by('2'))], later)).toBe(true);
    expect(holds([one, two, back(by('1'))], later)).toBe(true);
    expect(holds([one, two, back({})], later)).toBe(false);
    expect(holds([given(), back(by('1'))], later)).toBe(true);
    const narrower = given({ ...by('1', 's2'), purpose: 'statistics', consentEventId: 'e4', sequence: 2 });
    expect(holds([{ ...one, sequence: 1 }, narrower], later)).toBe(false);
  });

  it('lets what ends end, without bringing back or taking away anything else', () => {
    const ended = given({ endsAt: '2025-03-01T00:00:00Z' });
    expect(holds([ended], '2025-02-28T23:59:59.999Z')).toBe(true);
    expect(holds([ended], '2025-03-01T00:00:00Z')).toBe(false);
    expect(holds([ended, given({ consentEventId: 'e2' })], '2025-03-02T00:00:00Z')).toBe(true);
    const withdrawn = given({
      kind: 'consent-withdrawn',
      consentEventId: 'e3',
      effectiveAt: '2025-01-02T00:00:00Z',
      endsAt: '2025-01-03T00:00:00Z',
    });
    expect(holds([given(), withdrawn], '2025-02-01T00:00:00Z')).toBe(false);
  });
});
