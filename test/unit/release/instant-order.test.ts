import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../../data-contracts/schemas/fields.ts';
import {
  dayInFinland,
  instantKey,
  startOfDayInFinland,
} from '../../../functions/core/release/instant-order.ts';

describe('instants', () => {
  it('sort as text in the order of time, whatever their precision', () => {
    const instants = [
      '2025-01-01T00:00:00Z',
      '2025-01-01T00:00:00.05Z',
      '2025-01-01T00:00:00.250001Z',
      '2025-01-01T00:00:00.3Z',
      '2025-01-01T00:00:10Z',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(instants, { minLength: instants.length }), (shuffled) => {
        expect([...shuffled].sort((a, b) => (instantKey(a) < instantKey(b) ? -1 : 1))).toEqual(instants);
      }),
    );
  });

  it('are one however they are spelled', () => {
    expect(
      new Set(['2025-01-01T00:00Z', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00.000Z'].map(instantKey)).size,
    ).toBe(1);
  });

  it('fall on the day it is in Finland, in winter and in summer', () => {
    expect(dayInFinland('2025-12-31T21:59:59Z')).toBe('2025-12-31');
    expect(dayInFinland('2025-12-31T22:00:00Z')).toBe('2026-01-01');
    expect(dayInFinland('2025-06-30T20:59:59Z')).toBe('2025-06-30');
    expect(dayInFinland('2025-06-30T21:00:00Z')).toBe('2025-07-01');
  });

  it('fall on the day that the calendar gives, whatever was asked before, also where the offset changes', () => {
    const finnish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' });
    const changes = [
      '2025-03-30T01:00:00Z',
      '2025-10-26T01:00:00Z',
      '1921-05-01T00:00:00Z',
      '1942-04-02T22:00:00Z',
    ];
    const near = fc
      .record({ change: fc.constantFrom(...changes), seconds: fc.integer({ min: -200_000, max: 200_000 }) })
      .map(({ change, seconds }) => Date.parse(change) + seconds * 1000);
    const any = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 0, 1) });
    fc.assert(
      fc.property(fc.oneof(near, any), (milliseconds) => {
        const instant = new Date(milliseconds).toISOString();
        expect(dayInFinland(instant)).toBe(finnish.format(milliseconds));
        expect(dayInFinland(instant)).toBe(finnish.format(milliseconds));
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });

  it('are the first of their day where a day begins, on every day that a contract takes', () => {
    const days = fc
      .integer({ min: Date.parse('1850-01-01') / 86_400_000, max: Date.parse('2199-12-31') / 86_400_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const near = fc.constantFrom('1850-01-01', '1878-05-31', '1921-05-01', '1942-04-03', '2199-12-31');
    fc.assert(
      fc.property(fc.oneof(near, days), (day) => {
        const begins = startOfDayInFinland(day);
        expect(Instant.safeParse(begins).success).toBe(true);
        expect(dayInFinland(begins)).toBe(day);
        expect(dayInFinland(new Date(Date.parse(begins) - 1).toISOString()) < day).toBe(true);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('begin the day at 22:20:11 of UTC where the clocks of Finland were put to whole hours', () => {
    expect(startOfDayInFinland('1921-05-01')).toBe('1921-04-30T22:20:11.000Z');
    expect(startOfDayInFinland('2026-07-01')).toBe('2026-06-30T21:00:00.000Z');
  });
});
