import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { interventions } from '../../../data-contracts/catalogues/index.ts';
import { AuditEntry } from '../../../data-contracts/schemas/audit-entry.ts';
import { Plan } from '../../../data-contracts/schemas/plan.ts';
import { updatedCatalogue } from '../../../functions/core/evidence/updated-catalogue.ts';
import { requestPlan } from '../../../functions/core/plan/request-plan.ts';
import { clientOf } from '../cohort/small-county.ts';
import {
  at,
  catalogueWith,
  numberOf,
  objectors,
  people,
  planCounty,
  planOf,
  request,
} from './plan-county.ts';

const occasion = { at, requestId: 'r-1' };
const shownIn = ({ rows, lots }: Plan) => new Set([...rows, ...lots].map(({ client }) => client));

describe('a plan and the release gate', () => {
  it('shows nobody whom the gate holds back, and reads nothing of them', async () => {
    const { ports, curvesRead } = planCounty();
    const outcome = await requestPlan(ports, request({ budgetCents: 100_000_000, capacity: {} }), occasion);
    if (outcome.status !== 'planned') throw new Error(outcome.status);
    const held = [...objectors, 7, 47, 87].map(clientOf);
    expect(outcome.plan.rows.length).toBeGreaterThan(20);
    for (const client of held) {
      expect(shownIn(outcome.plan)).not.toContain(client);
      expect(curvesRead).not.toContain(client);
      expect(JSON.stringify(outcome.plan)).not.toContain(client);
    }
    expect(curvesRead).toHaveLength(people.length - held.length);
  });

  it('is in the audit log: every decision, and what was given out, before it is given', async () => {
    const { ports, audited } = planCounty();
    const outcome = await requestPlan(ports, request(), occasion);
    if (outcome.status !== 'planned') throw new Error(outcome.status);
    for (const entry of audited) expect(AuditEntry.parse(entry)).toEqual(entry);
    const decided = audited.flatMap((entry) => (entry.kind === 'release-decisions' ? entry.decisions : []));
    expect(decided).toHaveLength(people.length);
    const released = audited.at(-1)!;
    if (released.kind !== 'plan-released') throw new Error(released.kind);
    const { rows, lots } = outcome.plan;
    const lost = lots.filter(({ intervention }) => intervention === null);
    const pseudonyms = [...rows, ...lost].map(({ client }) => `${client}\n`).join('');
    expect(released.pseudonymsSha256).toBe(createHash('sha256').update(pseudonyms).digest('hex'));
    expect(released).toMatchObject({ offered: rows.length, withheldByReason: { objection: 6 } });
  });

  it('is refused to a role that may not plan, before anyone is considered', async () => {
    const { ports, audited, curvesRead } = planCounty();
    const requester = { id: 'd-1', role: 'data-protection-officer', unit: 'u' } as const;
    const outcome = await requestPlan(ports, request({ requester }), occasion);
    expect(outcome).toEqual({ status: 'refused', reason: 'role-not-permitted' });
    expect(audited).toMatchObject([{ kind: 'access', outcome: 'refused', reason: 'role-not-permitted' }]);
    expect(curvesRead).toEqual([]);
  });

  it('holds back real people where no legal basis has been confirmed', async () => {
    const { ports } = planCounty();
    const describe = async () => ({
      ...(await planCounty().ports.scores.describe()),
      origin: 'register' as const,
    });
    const outcome = await requestPlan(
      { ...ports, scores: { ...ports.scores, describe } },
      request(),
      occasion,
    );
    expect(outcome).toEqual({ status: 'refused', reason: 'no-legal-basis' });
  });

  it('tells nothing where fewer than five fit', async () => {
    const plan = await planOf({ fromAgeYears: 95 });
    expect(plan).toMatchObject({ rows: [], interventions: [], eligible: 'suppressed', change: null });
    expect(plan.notes).toEqual(['too-few-to-show']);
  });

  it('tells no count from which a small one could be worked out', async () => {
    const plan = await planOf();
    expect(plan.withheld.byReason).toContainEqual({
      reason: 'no-legal-basis-for-source',
      count: 'suppressed',
    });
    expect(plan.withheld.total).toBe(5);
    for (const { leftOut, eligible } of plan.interventions) {
      for (const { count } of leftOut) if (count !== 'suppressed') expect(count).toBeGreaterThanOrEqual(5);
      if (leftOut.some(({ count }) => count === 'suppressed')) expect(eligible).toBe('suppressed');
      if (eligible !== 'suppressed') expect(eligible % 5).toBe(0);
    }
  });

  it('never takes an identity code for a requester', async () => {
    const { ports, audited } = planCounty();
    const requester = { id: '140238-900F', role: 'planner', unit: 'u' } as const;
    await expect(requestPlan(ports, request({ requester }), occasion)).rejects.toThrow(/requester.id/);
    expect(audited).toEqual([]);
  });
});

describe('a plan', () => {
  it('keeps its contract', async () => {
    const plan = await planOf();
    expect(Plan.parse(plan)).toEqual(plan);
  });

  it('keeps within budget and places, offers each client one thing, and only what fits', async () => {
    const plan = await planOf();
    expect(plan.spending.plannedCents).toBeLessThanOrEqual(2_000_000);
    expect(plan.rows.reduce((sum, { offerCents }) => sum + offerCents, 0)).toBeLessThanOrEqual(
      plan.spending.plannedCents + plan.rows.length,
    );
    expect(new Set(plan.rows.map(({ client }) => client)).size).toBe(plan.rows.length);
    const count = (id: string) => plan.rows.filter(({ intervention }) => intervention === id).length;
    expect(count('geriatric-assessment')).toBeLessThanOrEqual(12);
    expect(count('caregiver-counselling')).toBeLessThanOrEqual(5);
    for (const { client, intervention } of plan.rows) {
      const { values } = people[numberOf(client)]!;
      if (intervention === 'geriatric-assessment') expect(values.hospital_days_3).toBeGreaterThanOrEqual(1);
      if (intervention === 'caregiver-counselling') {
        expect([values.has_memory_disorder_24, values.has_informal_carer]).toEqual([1, 1]);
      }
    }
  });

  it('is the same for the same question, in whatever language it is told', async () => {
    expect(await planOf({ seed: 1 })).toEqual(await planOf());
    const ids = ({ rows }: Plan) => rows.map(({ client }) => client);
    expect(ids(await planOf({ language: 'fi' }))).toEqual(ids(await planOf()));
  });

  it('adds up: interventions to the whole, costs to all costs, years to the undiscounted horizon', async () => {
    const { change, interventions, frames, budgetImpact } = await planOf();
    const sum = (field: 'totalCents' | 'homeMonths' | 'heavyMonths') =>
      interventions.reduce((total, one) => total + (one.change?.[field].mean ?? 0), 0);
    expect(sum('totalCents')).toBeCloseTo(change!.totalCents.mean, -1);
    expect(sum('homeMonths')).toBeCloseTo(change!.homeMonths.mean, 1);
    const { interventionCents, heavyCents, otherCents, totalCents } = change!;
    expect(interventionCents.mean + heavyCents.mean + otherCents.mean).toBeCloseTo(totalCents.mean, -1);
    const undiscounted = frames.find(
      (frame) => frame.horizonMonths === 36 && frame.discountRatePerYear === 0,
    )!;
    const byYear = budgetImpact.reduce((total, year) => total + year.totalCents.mean, 0);
    expect(byYear).toBeCloseTo(undiscounted.change.totalCents.mean, -1);
    expect(budgetImpact).toHaveLength(3);
  });

  it('has clients’ means that add up to the whole, within the error of fewer draws', async () => {
    const plan = await planOf({ draws: 400 });
    const months = plan.rows.reduce((sum, { homeMonths }) => sum + homeMonths, 0);
    expect(months).toBeCloseTo(plan.change!.homeMonths.mean, 0);
    const cents = plan.rows.reduce((sum, { totalCents }) => sum + totalCents, 0);
    expect(cents / plan.change!.totalCents.mean).toBeCloseTo(1, 3);
  });

  it('tells of every intervention where it is worth it: for whom it is offered, also nowhere and in the middle', async () => {
    const dear = catalogueWith('fall-prevention-exercise', (entry) => ({
      ...entry,
      cost: {
        ...entry.cost,
        fixedCents: { ...entry.cost.fixedCents, mean: 9e7, lower95: 9e7, upper95: 9e7 },
      },
    }));
    const { interventions } = await planOf({}, { interventions: dear });
    for (const { id, offered, worthIt } of interventions) {
      if (id === 'fall-prevention-exercise') {
        expect(worthIt).toMatchObject({ of: 'eligible', probability: { intervals: [] } });
        continue;
      }
      expect(worthIt!.of).toBe(offered > 0 ? 'offered' : 'eligible');
      for (const { now, intervals } of [worthIt!.probability, worthIt!.priceCents, worthIt!.ratio!]) {
        const isIn = intervals.some(
          ({ from, to }) => (from ?? 0) < now && now < (to ?? Number.POSITIVE_INFINITY),
        );
        expect(isIn, id).toBe(offered > 0);
      }
    }
    const hills = interventions.flatMap(({ worthIt }) => worthIt!.probability.intervals);
    expect(hills.some(({ from, to }) => from !== null && to !== null)).toBe(true);
  });

  it('tells that an intervention which lengthens life is worth it below a probability, not above it', async () => {
    const { interventions } = await planOf({
      worthPerHomeYearCents: 10_000_000,
      interventions: ['preventive-home-visits'],
      capacity: {},
    });
    const [{ from, to }] = interventions[0]!.worthIt!.probability.intervals as [{ from: null; to: number }];
    expect(from).toBeNull();
    expect(to).toBeLessThan(0.6);
  });

  it('tells of one client how sure the mean is, and beside it the chance, which is never above the uptake', async () => {
    const { rows } = await planOf();
    const sure = rows.filter(({ probabilitySavesMoney }) => probabilitySavesMoney > 0.8);
    expect(sure.length).toBeGreaterThan(5);
    for (const { intervention, chanceSavesMoney, probabilitySavesMoney } of sure) {
      const { uptake } = catalogueWith('', (entry) => entry).find(({ id }) => id === intervention)!;
      expect(chanceSavesMoney).toBeLessThanOrEqual(uptake.upper95);
      expect(chanceSavesMoney).toBeLessThan(probabilitySavesMoney);
    }
  });

  it('offers nothing without money or places, and says so', async () => {
    for (const nothing of [{ budgetCents: 0 }, { capacity: zeroPlaces }]) {
      const plan = await planOf(nothing);
      expect(plan.rows).toEqual([]);
      expect(plan.change).toBeNull();
      expect(plan.notes).toContain('nothing-worth-it');
    }
  });

  it('gains no less with more money', async () => {
    const worth = async (budgetCents: number) => {
      const { change } = await planOf({ budgetCents });
      return (change?.homeMonths.mean ?? 0) * (2_000_000 / 12) - (change?.totalCents.mean ?? 0);
    };
    const [little, more, most] = [await worth(300_000), await worth(900_000), await worth(3_000_000)];
    expect(more).toBeGreaterThanOrEqual(little - 1);
    expect(most).toBeGreaterThanOrEqual(more - 1);
    const { next } = await planOf({ budgetCents: 0 });
    expect(next?.homeMonths.mean).toBeGreaterThan(0);
  });

  it('saves for certain where an intervention only saves, and harms for certain where it only harms', async () => {
    const effect = (ratio: number) =>
      catalogueWith('geriatric-assessment', (entry) => ({
        ...entry,
        effects: [{ ...entry.effects[0]!, ratio, lower95: ratio * 0.99, upper95: ratio * 1.01 }],
      }));
    const asked = { interventions: ['geriatric-assessment'], capacity: {} };
    const good = await planOf(asked, { interventions: effect(0.5) });
    expect(good.change).toMatchObject({
      probabilitySavesMoney: 1,
      probabilityHarms: 0,
      probabilityWorthIt: 1,
    });
    const bad = await planOf(asked, { interventions: effect(1.5) });
    expect(bad.rows).toEqual([]);
  });

  it('marks what rests on values that are only for demonstration, and leaves the mark where they do not', async () => {
    expect((await planOf()).notes).toContain('demonstration-values');
    expect((await planOf()).interventions.every(({ isDemonstration }) => isDemonstration)).toBe(true);
    const known = catalogueWith('geriatric-assessment', (entry) => ({
      ...entry,
      uptake: { ...entry.uptake, evidence: 'verified' },
      capacity: { ...entry.capacity!, evidence: 'verified' },
    }));
    const [only] = (
      await planOf({ interventions: ['geriatric-assessment'], capacity: {} }, { interventions: known })
    ).interventions;
    expect(only!.isDemonstration).toBe(false);
  });

  it('is made with what lots have shown of an effect, and says so with the figures', async () => {
    const arm = { people: 400, outcomes: 60, months: 9_000 };
    const seen = { ratio: 1.5, lower95: 1.47, upper95: 1.53 };
    const found = {
      status: 'estimated',
      offered: arm,
      others: arm,
      uptakeShare: 0.7,
      ofOffered: seen,
      ofTakers: seen,
      periods: [] as never[],
    } as const;
    const one = {
      intervention: 'geriatric-assessment',
      endpoint: 'heavy-services',
      lots: 20,
      found,
    } as const;
    const evidence = {
      origin: 'simulated',
      programme: 'older-people',
      seenTo: '2027-12-31',
      interventions: [one],
    } as const;
    const updated = updatedCatalogue(interventions, { ...evidence, interventions: [one] });
    const [before, after] = [await planOf(), await planOf({}, { interventions: updated })];
    expect([before, after].map(({ notes }) => notes.includes('effects-updated'))).toEqual([false, true]);
    const told = after.parameters.find(
      ({ id, source }) => id.includes('geriatric-assessment') && source.includes('updated by 20 lots'),
    );
    expect(told?.mean).toBeGreaterThan(1.3);
    const offered = (plan: Plan) =>
      plan.rows.filter(({ intervention }) => intervention === 'geriatric-assessment').length;
    expect(offered(after)).toBeLessThan(offered(before));
  });

  it('says which effect it does not count', async () => {
    const { interventions } = await planOf();
    expect(interventions.find(({ id }) => id === 'fall-prevention-exercise')!.notCounted).toEqual(['falls']);
  });

  it('draws the last places by lot among equals, and tells who could have had them', async () => {
    const { lots } = await planOf({ equalWithinCents: 100_000_000, budgetCents: 100_000_000 });
    expect(lots).toEqual([]);
    const coarse = await planOf({ equalWithinCents: 50_000 });
    expect(coarse.lots.length).toBeGreaterThan(0);
    expect(coarse.lots.some(({ intervention }) => intervention === null)).toBe(true);
    const offered = new Set(coarse.rows.map(({ client }) => client));
    for (const { client, intervention } of coarse.lots)
      expect(offered.has(client)).toBe(intervention !== null);
    const byClient = new Map(coarse.rows.map(({ client, intervention }) => [client, intervention]));
    for (const { lot } of coarse.lots) {
      const drew = coarse.lots.filter((place) => place.lot === lot);
      expect(new Set(drew.map(({ intervention }) => intervention)).size).toBeGreaterThan(1);
      for (const { client, intervention } of drew) expect(byClient.get(client) ?? null).toBe(intervention);
    }
    const winners = new Set<string>();
    for (let seed = 1; seed <= 4; seed++) {
      const { lots } = await planOf({ equalWithinCents: 50_000, seed });
      winners.add(lots.map(({ intervention }) => intervention !== null).join());
    }
    expect(winners.size).toBeGreaterThan(1);
  });
});

const zeroPlaces = {
  'geriatric-assessment': 0,
  'caregiver-counselling': 0,
  'fall-prevention-exercise': 0,
  'home-rehabilitation': 0,
  'preventive-home-visits': 0,
};

describe('what is known for certain about a choice', () => {
  it('is worth no less than what is known of one value', async () => {
    const { analysis } = await planOf();
    const { evpiCents } = analysis!.acceptability.find(
      ({ worthPerHomeYearCents }) => worthPerHomeYearCents === 2_000_000,
    )!;
    for (const { cents } of analysis!.informationOnOne) expect(cents).toBeLessThanOrEqual(evpiCents);
    for (const { byStrategy } of analysis!.acceptability)
      expect(byStrategy.reduce((sum, { probabilityBest }) => sum + probabilityBest, 0)).toBeCloseTo(1, 1);
  });

  it('has the plan on the frontier, as nothing is worth more within the budget', async () => {
    const { strategies, analysis } = await planOf();
    expect(strategies.find(({ id }) => id === 'plan')!.status).toBe('non-dominated');
    const asAsked = analysis!.acceptability.find(
      ({ worthPerHomeYearCents }) => worthPerHomeYearCents === 2_000_000,
    )!;
    expect(asAsked.optimal).toBe('plan');
    const [first, second] = analysis!.tornado;
    const swing = (bar: typeof first) => Math.abs(bar!.netBenefitAtUpperCents - bar!.netBenefitAtLowerCents);
    expect(swing(first)).toBeGreaterThanOrEqual(swing(second));
  });
});

describe('a question that cannot be planned with', () => {
  const refused = async (changes: Parameters<typeof planOf>[0], ports: Parameters<typeof planOf>[1] = {}) =>
    planOf(changes, ports).then(
      () => 'planned',
      (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
    );

  it('names the intervention that the catalogue does not have', async () => {
    expect(await refused({ interventions: ['yoga'], capacity: {} })).toMatch(
      /^plan-fault: intervention yoga: not in the catalogue/,
    );
  });

  it('names an intervention that is asked for twice, before anything is drawn', async () => {
    const twice = ['home-rehabilitation', 'geriatric-assessment', 'home-rehabilitation'];
    expect(await refused({ interventions: twice })).toMatch(
      /^plan-fault: interventions: home-rehabilitation is named twice/,
    );
  });

  it('names a capacity for what is not offered', async () => {
    expect(await refused({ capacity: { yoga: 3 } })).toMatch(/^plan-fault: capacity: yoga is not offered/);
  });

  it('names the intervention whose rule fits nobody', async () => {
    const nobody = catalogueWith('geriatric-assessment', (entry) => ({
      ...entry,
      eligibility: { ...entry.eligibility, all: [{ feature: 'age_years', atLeast: 119 }] },
    }));
    expect(
      await refused({ interventions: ['geriatric-assessment'], capacity: {} }, { interventions: nobody }),
    ).toBe('plan-fault: intervention geriatric-assessment: no eligible client; its rule is age_years ≥ 119');
  });

  it('names the entry whose price year the index does not know', async () => {
    const later = catalogueWith('geriatric-assessment', (entry) => ({
      ...entry,
      cost: { ...entry.cost, priceYear: 2031 },
    }));
    expect(await refused({}, { interventions: later })).toBe(
      'plan-fault: intervention geriatric-assessment: price year 2031 is not in the price index',
    );
  });
});
