import { describe, expect, it } from 'vitest';
import { interventions, legalBases as shipped } from '../../../data-contracts/catalogues/index.ts';
import { CheckUpPlan } from '../../../data-contracts/schemas/check-up-plan.ts';
import { type CheckUpPorts, planCheckUps } from '../../../functions/core/hidden-demand/plan-check-ups.ts';
import { planInToldOrder } from '../../../functions/core/hidden-demand/told-list.ts';
import { PlanFault } from '../../../functions/core/plan/plan-fault.ts';
import type { LedgerEvent } from '../../../functions/core/ports/consent-ledger.ts';
import { at, clientOf, objection } from '../cohort/small-county.ts';
import { planOf as planOfSavings } from '../plan/plan-county.ts';
import { checkUpQuestion, scoreOf, smallCheckUps } from './small-check-ups.ts';
import { confirmed, found, hiddenRow } from './small-hidden-county.ts';

type Changes = Parameters<typeof checkUpQuestion>[0];
const occasion = { at, requestId: 'r-1' };
const ask = (ports: CheckUpPorts, changes: Changes = {}) =>
  planCheckUps(ports, checkUpQuestion(changes), occasion);
async function planOf(ports: CheckUpPorts, changes: Changes = {}) {
  const outcome = await ask(ports, changes);
  if (outcome.status !== 'planned') throw new Error(outcome.status);
  return outcome.plan;
}
const saysNoTo = (purpose: LedgerEvent['purpose']): LedgerEvent => ({ ...objection('objection'), purpose });
const withSigns = found.filter((row) => row.signs_certainty !== null);
const catalogueWith = (changes: Partial<(typeof interventions)[number]>) =>
  interventions.map((one) => (one.id === 'check-up-visit' ? { ...one, ...changes } : one));

describe('a plan of check-ups', () => {
  it('is off while the legal bases are as shipped, and nobody is read of', async () => {
    const { ports, audited, read, scored } = smallCheckUps({ legalBases: shipped });
    expect(await ask(ports)).toEqual({ status: 'refused', reason: 'no-legal-basis' });
    expect([read, scored]).toEqual([[], []]);
    expect(audited).toMatchObject([{ kind: 'access', useCase: 'ask-hidden-demand', outcome: 'refused' }]);
  });

  it.each(['planning', 'profiling', 'hidden-demand'] as const)(
    'is of nobody where %s alone has no basis',
    async (missing) => {
      const bases = (['planning', 'profiling', 'hidden-demand'] as const).filter((one) => one !== missing);
      const { ports, read } = smallCheckUps({ legalBases: bases.flatMap(confirmed) });
      expect(await ask(ports)).toEqual({ status: 'refused', reason: 'no-legal-basis' });
      expect(read).toEqual([]);
    },
  );

  it('offers to as many as the money pays for at expected uptake, those with the strongest reason', async () => {
    const { ports } = smallCheckUps();
    const plan = await planOf(ports);
    expect(CheckUpPlan.parse(plan)).toEqual(plan);
    expect(plan.rows).toHaveLength(40);
    expect(plan.spending).toMatchObject({ plannedCents: 600_000, ifAllAcceptCents: 1_000_000 });
    const weakest = plan.rows.at(-1)!.strength;
    const strongerLeft = withSigns.filter(
      ({ client, signs }) => signs! > weakest + 0.05 && !plan.rows.some((row) => row.client === client),
    );
    expect(strongerLeft).toEqual([]);
    expect(plan.takers.mean).toBeGreaterThanOrEqual(23);
    expect(plan.takers.mean).toBeLessThanOrEqual(25);
    expect(plan.takers.lower95).toBeLessThan(plan.takers.mean);
  });

  it('draws lots among those told as equally strong at the last places, and says who drew nothing', async () => {
    const { ports } = smallCheckUps();
    const plan = await planOf(ports);
    const drawn = plan.rows.filter(({ isDrawnByLot }) => isDrawnByLot);
    expect(new Set(drawn.map(({ strength }) => strength)).size).toBe(1);
    expect(plan.lots.length).toBeGreaterThan(drawn.length);
    expect(plan.lots.filter(({ intervention }) => intervention !== null)).toHaveLength(drawn.length);
    for (const { probabilityOffered } of plan.lots)
      expect(probabilityOffered).toBeCloseTo(drawn.length / plan.lots.length, 3);
    const other = await planOf(smallCheckUps().ports, { seed: 2 });
    expect(other.rows.map(({ client }) => client)).not.toEqual(plan.rows.map(({ client }) => client));
  });

  it('tells of those offered how many are expected to begin heavy services, and claims no savings', async () => {
    const { ports, scored } = smallCheckUps();
    const plan = await planOf(ports);
    expect(plan.expectedStarts).toEqual([
      { horizonMonths: 12, people: 2 },
      { horizonMonths: 36, people: 8 },
    ]);
    const considered = new Set([...plan.rows, ...plan.lots].map(({ client }) => client));
    expect(new Set(scored)).toEqual(considered);
    expect(plan.notes).toEqual(['tells-no-savings', 'demonstration-values']);
    expect(JSON.stringify(plan)).not.toMatch(/savesMoney|homeMonths|totalCents|probability_h/i);
    for (const row of plan.rows) expect(row).not.toHaveProperty('probability');
  });

  it('tells the same starts however the lots fall: no row of draws tells equals apart', async () => {
    const { ports } = smallCheckUps();
    const own = await ports.scores();
    const onlyOne = {
      ...own,
      explained: async (clients: readonly string[]) =>
        clients.map((client, at) => ({ ...scoreOf(client)!, probability_h2: at % 2 ? 0.9 : 0.1 })),
    };
    const told = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) {
      const plan = await planOf({ ...smallCheckUps().ports, scores: async () => onlyOne }, { seed });
      told.add(JSON.stringify(plan.expectedStarts));
    }
    expect(told.size).toBe(1);
  });

  it('tells of no starts among fewer than five, and nothing of them by themselves', async () => {
    const { ports, scored } = smallCheckUps();
    const plan = await planOf(ports, { places: 4 });
    expect(plan.rows).toHaveLength(4);
    expect([plan.expectedStarts, scored]).toEqual([null, []]);
    expect(plan.notes).toContain('starts-not-told');
  });

  it('tells of no starts where an estimate is of another day, missing, or of data that were not asked for', async () => {
    const told = async (scores: Partial<Awaited<ReturnType<CheckUpPorts['scores']>>>) => {
      const { ports } = smallCheckUps();
      const own = await ports.scores();
      return (await planOf({ ...ports, scores: async () => ({ ...own, ...scores }) })).expectedStarts;
    };
    const { describe: describeScores } = await smallCheckUps().ports.scores();
    expect(await told({})).not.toBeNull();
    expect(
      await told({ describe: async () => ({ ...(await describeScores()), landmarkOn: '2025-04-01' }) }),
    ).toBeNull();
    expect(
      await told({ explained: async (clients) => clients.map((one, at) => (at ? scoreOf(one) : undefined)) }),
    ).toBeNull();
    const alsoAssessed = (client: string) => ({
      ...scoreOf(client)!,
      sources_used: 'population-register,primary-care,rai',
    });
    expect(await told({ explained: async (clients) => clients.map(alsoAssessed) })).toBeNull();
  });

  it.each(['all', 'planning', 'profiling', 'hidden-demand'] as const)(
    'leaves out who has said no to %s, offers and lots alike',
    async (purpose) => {
      const { ports } = smallCheckUps({}, new Map([[2, [saysNoTo(purpose)]]]));
      const plan = await planOf(ports);
      const told = [...plan.rows, ...plan.lots].map(({ client }) => client);
      expect(told).not.toContain(clientOf(2));
      expect(plan.rows).toHaveLength(40);
    },
  );

  it('writes down the question, and whom it was answered with: offers, and who lost a draw', async () => {
    const { ports, audited } = smallCheckUps();
    const plan = await planOf(ports);
    expect(audited[0]).toMatchObject({
      kind: 'access',
      useCase: 'ask-hidden-demand',
      asked: { budgetCents: 600_000, reason: 'signs-without-diagnosis' },
    });
    expect(audited.at(-1)).toMatchObject({ kind: 'question-closed', useCase: 'ask-hidden-demand' });
    expect(plan.rows.length).toBeLessThan(withSigns.length);
  });

  it('goes by the other reason where that is asked for', async () => {
    const plan = await planOf(smallCheckUps().ports, { reason: 'few-contacts', budgetCents: 100 * 15_000 });
    expect(plan.rows).toHaveLength(40);
    for (const row of plan.rows) expect(row.reasons[0]!.reason).toBe('few-contacts');
  });

  it('keeps the check-up’s own rule, by what was known of those found', async () => {
    const rule = {
      all: [{ feature: 'falls_24' as const, atLeast: 3 }],
      source: 'ours',
      evidence: 'inferred' as const,
    };
    const none = await planOf(smallCheckUps({ interventions: catalogueWith({ eligibility: rule }) }).ports);
    expect([none.rows, none.notes]).toEqual([
      [],
      ['tells-no-savings', 'demonstration-values', 'nobody-offered'],
    ]);
    const missing = { ...rule, all: [{ feature: 'has_stroke_24' as const, atLeast: 0 }] };
    const unknown = await planOf(
      smallCheckUps({ interventions: catalogueWith({ eligibility: missing }) }).ports,
    );
    expect(unknown.rows).toEqual([]);
  });

  it('can be of another intervention, and of none that the catalogue does not have', async () => {
    const visits = await planOf(smallCheckUps().ports, { intervention: 'preventive-home-visits' });
    expect(visits.intervention.id).toBe('preventive-home-visits');
    expect(visits.notes).toContain('tells-no-savings');
    await expect(ask(smallCheckUps().ports, { intervention: 'massage' })).rejects.toThrow(PlanFault);
  });

  it('is the only plan of a check-up: a plan of savings cannot be made of what has no effect', async () => {
    const asked = planOfSavings({ interventions: ['check-up-visit'], capacity: {} });
    await expect(asked).rejects.toThrow(/check-up-visit: no effect/);
  });

  it('costs nothing and reaches nobody without money or places', async () => {
    for (const changes of [{ budgetCents: 0 }, { places: 0 }]) {
      const plan = await planOf(smallCheckUps().ports, changes);
      expect([plan.rows, plan.lots, plan.spending.plannedCents, plan.expectedStarts]).toEqual([
        [],
        [],
        0,
        null,
      ]);
    }
  });

  it('is told in an order that says nothing among the equally strong', async () => {
    const plan = await planOf(smallCheckUps().ports);
    const turned = {
      outside: (client: string) => [...client].reverse().join(''),
      inside: (one: string) => one,
    };
    const told = planInToldOrder(plan, turned as never);
    const strengths = told.rows.map(({ strength }) => strength);
    expect(strengths).toEqual(strengths.toSorted((one, other) => other - one));
    expect(told.rows.map(({ rank }) => rank)).toEqual(told.rows.map((_, place) => place + 1));
    const names = told.rows
      .filter(({ strength }) => strength === strengths[0])
      .map(({ client }) => turned.outside(client));
    expect(names).toEqual(names.toSorted());
  });
});

describe('small cells of a plan of check-ups', () => {
  /** Four found in Korsnäs and three of 90 or more in Vaasa, the strongest of all. */
  const few = Array.from({ length: 7 }, (_, place) =>
    hiddenRow(clientOf(900 + place), {
      signs: 0.95,
      ...(place < 4 ? { municipality: '280' } : { age_years: 91 }),
    }),
  );
  function withFew() {
    const { ports, ...rest } = smallCheckUps();
    const all = [...found, ...few];
    const store = async () => ({
      ...(await ports.hiddenDemand()),
      found: async () => [
        ...(await (await ports.hiddenDemand()).found()),
        ...few.map((row) => ({
          client: row.client,
          municipality: row.municipality,
          ageYears: row.age_years,
          serviceLanguage: 'fi',
          sourcesUsed: row.sources_used,
          strength: { 'signs-without-diagnosis': row.signs, 'few-contacts': null },
        })),
      ],
      explained: async (clients: readonly string[]) =>
        clients.map((client) => all.find((row) => row.client === client)),
    });
    return { ...rest, ports: { ...ports, hiddenDemand: store } };
  }

  it('are of the people found: who is one of too few is offered with the county alone, without place or age', async () => {
    const { rows } = await planOf(withFew().ports);
    const told = rows.filter(({ client }) => few.some((one) => one.client === client));
    expect(told).toHaveLength(7);
    for (const row of told) expect([row.ageBand, row.municipality]).toEqual(['suppressed', 'suppressed']);
  });

  it('hold nobody in a question about a part of the county, nor in its lots, and nobody is read of', async () => {
    for (const part of [
      { municipalities: ['280', '905'] },
      { fromAgeYears: 90 as const },
      { municipalities: ['280'] },
    ]) {
      const { ports, scored } = withFew();
      const plan = await planOf(ports, { ...part, budgetCents: 100_000_000 });
      const told = [...plan.rows, ...plan.lots].map(({ client }) => client);
      expect(told.filter((client) => few.some((one) => one.client === client))).toEqual([]);
      expect(scored.filter((client) => few.some((one) => one.client === client))).toEqual([]);
    }
    const alone = await planOf(withFew().ports, { municipalities: ['280'] });
    expect([alone.eligible, alone.rows, alone.expectedStarts]).toEqual(['suppressed', [], null]);
    expect(alone.notes).toContain('too-few-to-show');
  });

  it('are not told by the difference of two questions, in offers, takers, money or starts', async () => {
    const both = await planOf(withFew().ports, { municipalities: ['280', '905'], budgetCents: 100_000_000 });
    const without = await planOf(withFew().ports, { municipalities: ['905'], budgetCents: 100_000_000 });
    const figures = ({ rows, takers, spending, expectedStarts, eligible }: CheckUpPlan) => [
      rows.length,
      takers,
      spending,
      expectedStarts,
      eligible,
    ];
    expect(figures(both)).toEqual(figures(without));
  });
});
