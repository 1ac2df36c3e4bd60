import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatistics } from '../../../functions/core/statistics/read-statistics.ts';
import { type CellSums, safeStatistics } from '../../../functions/core/statistics/safe-statistics.ts';
import { smallCounty, statutesFor } from '../cohort/small-county.ts';
import { ledgerOf } from '../release/ledger-of.ts';

const cellOf = (people: number): CellSums => ({ people, expected: [people * 0.3, people * 0.5] });
const tableOf = (counts: readonly number[]) =>
  new Map(counts.map((people, at) => [`cell ${at}`, cellOf(people)]));
const told = (counts: readonly number[]) => JSON.stringify(safeStatistics(tableOf(counts)));

describe('statistics', () => {
  it('tell no cell of fewer than five, and say the same whatever a suppressed cell holds', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), (people, others) => {
        const otherwise = people.map((count, at) => (count < 5 ? others[at]! : count));
        expect(told(otherwise)).toBe(told(people));
        const { cells } = safeStatistics(tableOf(people));
        cells.forEach(({ isSuppressed }, at) => {
          expect(isSuppressed).toBe(people[at]! < 5);
        });
      }),
    );
  });

  it('leave a cell that is told at least three counts that it may be', () => {
    for (let count = 5; count < 60; count += 1) {
      const alike = Array.from({ length: 80 }, (_, other) => other).filter(
        (other) =>
          JSON.stringify(safeStatistics(new Map([['a', { people: other, expected: [0, 0] }]]))) ===
          JSON.stringify(safeStatistics(new Map([['a', { people: count, expected: [0, 0] }]]))),
      );
      expect(alike.length, String(count)).toBeGreaterThanOrEqual(3);
    }
  });

  it('have a total that is the sum of what is told, to the last unit', () => {
    const { cells, total } = safeStatistics(tableOf([4, 12, 0, 33, 7]));
    const shown = cells.flatMap((cell) => (cell.isSuppressed ? [] : [cell.people]));
    expect(shown).toEqual([10, 35, 5]);
    expect(total.people).toBe(50);
  });
});

const statutes = statutesFor('statistics');
const planner = { id: 'p-1', role: 'planner', unit: 'planning' } as const;
const asked = { programme: 'older-people', requester: planner };

function county(changes: Parameters<typeof smallCounty>[0] = {}) {
  const { ports, audited } = smallCounty({ legalBases: statutes, ...changes });
  const clock = { now: () => '2025-06-01T09:00:00Z' };
  return { ports: { ...ports, clock, newId: () => 'r-1' }, audited };
}

describe('reading statistics', () => {
  it('counts those whom the gate lets count, with every decision in the audit log', async () => {
    const { ports, audited } = county();
    const everybody = await readStatistics(ports, asked);
    if (everybody.status !== 'answered') throw new Error(everybody.status);
    const decisions = audited.flatMap((entry) => (entry.kind === 'release-decisions' ? entry.decisions : []));
    expect(decisions).toHaveLength(40);
    expect(decisions.filter(([, decision]) => decision !== 'released').length).toBe(8);
    expect(await readStatistics(ports, asked)).toEqual(everybody);
  });

  it('tells a cell whose people are all withheld like a small one', async () => {
    const objecting = ledgerOf(() => [
      {
        consentEventId: 'e',
        kind: 'objection',
        purpose: 'statistics',
        coveredSource: 'all',
        effectiveAt: '2025-01-01T00:00:00Z',
        recordedAt: '2025-01-01T00:00:00Z',
      },
    ]);
    const outcome = await readStatistics(county({ consentLedger: objecting }).ports, asked);
    if (outcome.status !== 'answered') throw new Error(outcome.status);
    expect(outcome.cells.length).toBeGreaterThan(5);
    expect(outcome.cells.every(({ isSuppressed }) => isSuppressed)).toBe(true);
    expect(outcome.total.people).toBe(0);
  });

  it('is for planners and knowledge managers, under a law in force', async () => {
    for (const role of ['prevention-worker', 'data-protection-officer', 'client-representative'] as const) {
      const reading = readStatistics(county().ports, { ...asked, requester: { ...planner, role } });
      expect(await reading).toEqual({ status: 'refused', reason: 'role-not-permitted' });
    }
    const { ports, audited } = county({ legalBases: [] });
    expect(await readStatistics(ports, asked)).toEqual({ status: 'refused', reason: 'no-legal-basis' });
    expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', reason: 'no-legal-basis' }]);
  });
});
