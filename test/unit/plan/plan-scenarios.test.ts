import { describe, expect, it } from 'vitest';
import olderPeople from '../../../data-contracts/programmes/older-people.json' with { type: 'json' };
import { Programme } from '../../../data-contracts/schemas/programme.ts';
import { catalogueWith, planOf } from './plan-county.ts';

const scenario = (plan: Awaited<ReturnType<typeof planOf>>, id: string) =>
  plan.scenarios.find((one) => one.id === id)!;

const programme = Programme.parse(olderPeople);
const withStay = (meanDays: number): Programme => ({
  ...programme,
  outcomeCost: { ...programme.outcomeCost, meanDays, uncertainty: undefined },
});

describe('the plan under other assumptions', () => {
  it('begins with the plan as it is', async () => {
    const plan = await planOf();
    const { totalCents, homeMonths, probabilitySavesMoney, probabilityWorthIt } = plan.change!;
    expect(plan.scenarios[0]).toMatchObject({
      id: 'as-planned',
      horizonMonths: 36,
      totalCents,
      homeMonths,
      probabilitySavesMoney,
      probabilityWorthIt,
      turnsSaving: false,
      turnsWorth: false,
    });
    expect(plan.scenarios.map(({ id }) => id)).toEqual([
      'as-planned',
      'stay-shorter',
      'effects-halved',
      'risk-lower',
      'horizon-60',
      'horizon-120',
      'other-services-left-out',
    ]);
  });

  it('has, with a stay a quarter shorter, the costs of the same offers in a programme with that stay', async () => {
    const interventions = ['home-rehabilitation'];
    const asked = {
      interventions,
      capacity: { 'home-rehabilitation': 114 },
      worthPerHomeYearCents: 100_000_000,
    };
    const long = await planOf(asked, { programme: withStay(800) });
    const short = await planOf(asked, { programme: withStay(600) });
    expect(short.rows.map(({ client }) => client).sort()).toEqual(
      long.rows.map(({ client }) => client).sort(),
    );
    expect(scenario(long, 'stay-shorter').totalCents).toEqual(short.change!.totalCents);
  });

  it('has, with effects halved, what a catalogue with halved effects says of the same offers', async () => {
    const halved = catalogueWith('home-rehabilitation', (entry) => ({
      ...entry,
      effects: entry.effects.map((effect) => ({
        ...effect,
        ratio: Math.sqrt(effect.ratio),
        lower95: Math.sqrt(effect.lower95),
        upper95: Math.sqrt(effect.upper95),
      })),
    }));
    const asked = {
      interventions: ['home-rehabilitation'],
      capacity: { 'home-rehabilitation': 114 },
      worthPerHomeYearCents: 100_000_000,
    };
    const whole = await planOf(asked);
    const half = await planOf(asked, { interventions: halved });
    expect(half.rows).toHaveLength(whole.rows.length);
    const [told, made] = [scenario(whole, 'effects-halved'), half.change!];
    expect(told.homeMonths.mean).toBeCloseTo(made.homeMonths.mean, 1);
    expect(Math.abs(told.totalCents.mean - made.totalCents.mean)).toBeLessThan(2000);
  });

  it('gains more months the longer it is looked ahead, and counts no other services where they are left out', async () => {
    const plan = await planOf();
    const months = ['as-planned', 'horizon-60', 'horizon-120'].map(
      (id) => scenario(plan, id).homeMonths.mean,
    );
    expect(months).toEqual(months.toSorted((a, b) => a - b));
    const { interventionCents, heavyCents } = plan.change!;
    expect(scenario(plan, 'other-services-left-out').totalCents.mean).toBeCloseTo(
      interventionCents.mean + heavyCents.mean,
      -1,
    );
  });

  it('names what turns a plan, and only that', async () => {
    for (const plan of [await planOf(), await planOf({ worthPerHomeYearCents: 0 })])
      for (const { turnsSaving, turnsWorth, totalCents, netBenefitCents } of plan.scenarios) {
        const [asPlanned] = plan.scenarios;
        expect(turnsSaving).toBe(totalCents.mean < 0 !== asPlanned!.totalCents.mean < 0);
        expect(turnsWorth).toBe(netBenefitCents.mean > 0 !== asPlanned!.netBenefitCents.mean > 0);
      }
  });

  it('tells the fees that undo the saving: with them all costs together are 0', async () => {
    const { change, feesThatUndoSaving } = await planOf();
    const saves = change!.totalCents.mean < 0;
    expect(feesThatUndoSaving !== null).toBe(saves);
    if (feesThatUndoSaving === null) return;
    const left = change!.totalCents.mean - feesThatUndoSaving * change!.heavyCents.mean;
    expect(Math.abs(left / change!.heavyCents.mean)).toBeLessThan(0.001);
  });

  it('is left out where nobody is offered anything', async () => {
    const plan = await planOf({ budgetCents: 0 });
    expect(plan.scenarios).toEqual([]);
    expect(plan.feesThatUndoSaving).toBeNull();
  });
});
