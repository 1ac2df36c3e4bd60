import { describe, expect, it } from 'vitest';
import { legalBases as shipped } from '../../../data-contracts/catalogues/index.ts';
import { Role } from '../../../data-contracts/schemas/requester.ts';
import { readHiddenStatistics } from '../../../functions/core/hidden-demand/hidden-statistics.ts';
import {
  type HiddenDemandPorts,
  requestHiddenDemand,
} from '../../../functions/core/hidden-demand/request-hidden-demand.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import { at, clientOf, objection } from '../cohort/small-county.ts';
import { confirmed, question, smallHiddenCounty } from './small-hidden-county.ts';

const occasion = { at, requestId: 'r-1' };
const ask = (ports: HiddenDemandPorts, changes: Parameters<typeof question>[0] = {}) =>
  requestHiddenDemand(ports, question(changes), occasion);
async function listOf(ports: HiddenDemandPorts, changes: Parameters<typeof question>[0] = {}) {
  const outcome = await ask(ports, changes);
  if (outcome.status !== 'answered') throw new Error(outcome.status);
  return outcome.list;
}
const saysNoTo = (purpose: LedgerEvent['purpose']): LedgerEvent => ({ ...objection('objection'), purpose });

describe('who is worth a check-up', () => {
  it('is off for invented people too while the legal bases are as shipped, and nobody is read of', async () => {
    const { ports, audited, read } = smallHiddenCounty({ legalBases: shipped });
    expect(await ask(ports)).toEqual({ status: 'refused', reason: 'no-legal-basis' });
    expect(read).toEqual([]);
    expect(audited).toMatchObject([
      { kind: 'access', useCase: 'ask-hidden-demand', outcome: 'refused', reason: 'no-legal-basis' },
    ]);
    const statistics = await readHiddenStatistics(ports, question());
    expect(statistics).toEqual({ status: 'refused', reason: 'no-legal-basis' });
  });

  it.each(['planning', 'profiling', 'hidden-demand'] as const)(
    'is nobody where %s alone has no basis',
    async (missing) => {
      const bases = (['planning', 'profiling', 'hidden-demand'] as const).filter((one) => one !== missing);
      const { ports, read } = smallHiddenCounty({ legalBases: bases.flatMap(confirmed) });
      expect(await ask(ports)).toEqual({ status: 'refused', reason: 'no-legal-basis' });
      expect(read).toEqual([]);
    },
  );

  it('is told to planners alone', async () => {
    for (const role of Role.options) {
      const { ports } = smallHiddenCounty();
      const requester = { id: 'w-17', role, unit: 'unit-4' };
      const { status } = await ask(ports, { requester });
      expect([role, status]).toEqual([role, role === 'planner' ? 'answered' : 'refused']);
      const statistics = await readHiddenStatistics(ports, { requester });
      expect([role, statistics.status]).toEqual([role, role === 'planner' ? 'answered' : 'refused']);
    }
  });

  it('are those who have the reason, strongest first, and of nobody else anything is read', async () => {
    const { ports, read } = smallHiddenCounty();
    const { rows } = await listOf(ports);
    const places = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11];
    expect(rows.map(({ client }) => client)).toEqual(places.map(clientOf));
    expect(read).toEqual(['everybody found', ...places.map(clientOf)]);
    const few = await listOf(ports, { reason: 'few-contacts' });
    expect(few.rows.every(({ reasons }) => reasons[0]!.reason === 'few-contacts')).toBe(true);
    expect(few.rows[0]!.speaksForIt).toEqual([]);
  });

  it.each(['all', 'planning', 'profiling', 'hidden-demand'] as const)(
    'leaves out who has said no to %s',
    async (purpose) => {
      const { ports } = smallHiddenCounty({}, new Map([[2, [saysNoTo(purpose)]]]));
      const { rows } = await listOf(ports);
      expect(rows.map(({ client }) => client)).not.toContain(clientOf(2));
      expect(rows).toHaveLength(10);
    },
  );

  it('does not leave out who has said no to being contacted', async () => {
    const { ports } = smallHiddenCounty({}, new Map([[2, [saysNoTo('outreach')]]]));
    expect((await listOf(ports)).rows.map(({ client }) => client)).toContain(clientOf(2));
  });

  it.each([
    ['fi', 'Tarkistuskäynnin arvoinen'],
    ['sv', 'Värd en kontroll'],
    ['en', 'Worth a check-up'],
  ] as const)(
    'is worded in %s as worth a check-up, and what is missing speaks for nothing',
    async (language, worth) => {
      const { rows } = await listOf(smallHiddenCounty().ports, { language });
      for (const { reasons, speaksForIt } of rows) {
        for (const { text } of reasons) expect(text.startsWith(worth)).toBe(true);
        expect(speaksForIt).toHaveLength(2);
      }
      expect(rows[0]).toMatchObject({ strength: 0.6, reasons: [{ certainty: 'clear' }] });
    },
  );

  it('tells no strength finer than many share', async () => {
    const { rows } = await listOf(smallHiddenCounty().ports, { size: 100 });
    expect(new Set(rows.map(({ strength }) => strength)).size).toBeLessThan(8);
  });
});

describe('statistics of who is worth a check-up', () => {
  it('count each reason by municipality and language in steps of five, and no small cell', async () => {
    const outcome = await readHiddenStatistics(smallHiddenCounty().ports, question());
    if (outcome.status !== 'answered') throw new Error(outcome.status);
    const [signs, few] = outcome.statistics.reasons;
    expect(signs!.cells).toHaveLength(8);
    for (const { people } of [...signs!.cells, ...few!.cells])
      expect(people === 'suppressed' || (people >= 5 && people % 5 === 0)).toBe(true);
    expect(few!.cells.some(({ people }) => people === 'suppressed')).toBe(true);
    const told = signs!.cells.reduce((sum, { people }) => sum + (people === 'suppressed' ? 0 : people), 0);
    expect(signs!.total).toBe(told);
  });
});
