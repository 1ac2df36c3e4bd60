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
  async function statisticsOf(ports: HiddenDemandPorts) {
    const outcome = await readHiddenStatistics(ports, question());
    if (outcome.status !== 'answered') throw new Error(outcome.status);
    return outcome.statistics;
  }

  it('count each reason by municipality and language in steps of five, and no small cell', async () => {
    const [signs, few] = (await statisticsOf(smallHiddenCounty().ports)).reasons;
    expect(signs!.cells).toHaveLength(8);
    for (const { people } of [...signs!.cells, ...few!.cells])
      expect(people === 'suppressed' || (people >= 5 && people % 5 === 0)).toBe(true);
    expect(few!.cells.some(({ people }) => people === 'suppressed')).toBe(true);
    const told = signs!.cells.reduce((sum, { people }) => sum + (people === 'suppressed' ? 0 : people), 0);
    expect(signs!.total).toBe(told);
  });

  it('leave, subtracted from a list of the municipality, nobody or at least five of any language', async () => {
    for (let few = 0; few < 12; few++) {
      const { ports } = smallHiddenCounty();
      // of so many of Vaasa the language is Swedish
      let left = few;
      const store = async () => {
        const own = await ports.hiddenDemand();
        const all = (await own.found()).map((one) => {
          const isVaasa = one.municipality === '905' && one.strength['signs-without-diagnosis'] !== null;
          return { ...one, serviceLanguage: isVaasa && left-- > 0 ? 'sv' : 'fi' };
        });
        return { ...own, found: async () => all };
      };
      const [signs] = (await statisticsOf({ ...ports, hiddenDemand: store })).reasons;
      const { rows } = await listOf(ports, { size: 1000, municipalities: ['905'] });
      const ofVaasa = signs!.cells.filter(({ municipality }) => municipality === '905');
      const hiddenLanguages = ofVaasa.filter(({ people }) => people === 'suppressed');
      const told = ofVaasa.reduce((sum, { people }) => sum + (people === 'suppressed' ? 0 : people), 0);
      const leaves = rows.length - told;
      if (few > 0 && hiddenLanguages.length > 0) expect([few, leaves >= 3]).toEqual([few, true]);
      if (few > 0 && few < 5) expect([few, hiddenLanguages.length]).toEqual([few, 2]);
    }
  });

  it('hold nobody who is one of too few found for their municipality and age', async () => {
    const { ports } = smallHiddenCounty();
    const store = async () => {
      const own = await ports.hiddenDemand();
      const [first] = await own.found();
      const four = Array.from({ length: 4 }, (_, place) => ({
        ...first!,
        client: clientOf(900 + place),
        ageYears: 91,
        serviceLanguage: 'se',
      }));
      const found = [...(await own.found()), ...four];
      return { ...own, found: async () => found };
    };
    const plain = await statisticsOf(ports);
    const withFour = await statisticsOf({ ...ports, hiddenDemand: store });
    for (const [place, { cells, total }] of withFour.reasons.entries()) {
      expect(cells.filter(({ serviceLanguage }) => serviceLanguage !== 'se')).toEqual(
        plain.reasons[place]!.cells,
      );
      expect(total).toBe(plain.reasons[place]!.total);
      for (const { people, serviceLanguage } of cells)
        if (serviceLanguage === 'se') expect(people).toBe('suppressed');
    }
  });
});
