import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceStatus } from '../../../data-contracts/vocabularies/service-statuses.ts';
import { readStatistics } from '../../../functions/core/statistics/read-statistics.ts';
import { type CellSums, safeStatistics } from '../../../functions/core/statistics/safe-statistics.ts';
import { byServiceStatus, type PartedSums } from '../../../functions/core/statistics/status-partition.ts';
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

/** A county by municipality, band and status; each count of people of one status of a cell. */
const parted = (counts: readonly (readonly number[])[]) =>
  new Map(
    counts.map((ofCell, at): [string, PartedSums] => {
      const byStatus = new Map(
        ofCell.map((people, which) => [ServiceStatus.options[which]!, cellOf(people)]),
      );
      const people = ofCell.reduce((sum, one) => sum + one, 0);
      return [`${['905', '399'][at % 2]} ${['75-79', '80-84'][at >> 1]}`, { ...cellOf(people), byStatus }];
    }),
  );

describe('statistics by service status', () => {
  const Counts = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  });
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);

  it('hold nothing of a suppressed cell of the other table, and leave nobody or at least five untold', () => {
    fc.assert(
      fc.property(Counts, (counts) => {
        const emptied = counts.map((ofCell) => (sumOf(ofCell) < 5 ? ofCell.map(() => 0) : ofCell));
        const table = byServiceStatus(parted(counts));
        expect(safeStatistics(table)).toEqual(safeStatistics(byServiceStatus(parted(emptied))));
        for (const [at, municipality] of ['905', '399'].entries()) {
          const inTold = sumOf(emptied.filter((_, cell) => cell % 2 === at).flat());
          const shown = [...table].filter(([cell]) => cell.startsWith(municipality));
          const untold = inTold - sumOf(shown.map(([, { people }]) => people));
          expect(untold === 0 || untold >= 5).toBe(true);
          for (const [, { people }] of shown) expect(people === 0 || people >= 5).toBe(true);
        }
      }),
      { seed: 20261130, numRuns: 500 },
    );
  });

  it('have every municipality with every status: that one is there says nothing', () => {
    expect([...byServiceStatus(parted([[9, 0, 0]])).keys()]).toEqual(
      ServiceStatus.options.map((status) => `905 ${status}`),
    );
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

  it('tells the same people by service status; of scores of an earlier version, none', async () => {
    const { ports } = county();
    const outcome = await readStatistics(ports, asked);
    if (outcome.status !== 'answered') throw new Error(outcome.status);
    const shown = outcome.cells.flatMap((cell) => (cell.isSuppressed ? [] : [cell.people]));
    const { cells } = outcome.byServiceStatus;
    expect(
      cells.filter(({ cell }) => !cell.endsWith(' none')).every(({ isSuppressed }) => isSuppressed),
    ).toBe(true);
    expect(cells.some(({ isSuppressed }) => !isSuppressed)).toBe(shown.length > 0);
    const describe = async () => ({ ...(await ports.scores.describe()), serviceStatusRules: undefined });
    const earlier = await readStatistics({ ...ports, scores: { ...ports.scores, describe } }, asked);
    expect(earlier.status === 'answered' && earlier.byServiceStatus.cells).toEqual([]);
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
