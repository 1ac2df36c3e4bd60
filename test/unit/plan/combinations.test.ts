import { beforeAll, describe, expect, it } from 'vitest';
import { chooseOffers, netBenefitAt } from '../../../functions/core/plan/choose-offers.ts';
import { type MadePlan, makePlan } from '../../../functions/core/plan/make-plan.ts';
import { offeredGroup } from '../../../functions/core/plan/offered-groups.ts';
import { offeredInterventions } from '../../../functions/core/plan/offered-interventions.ts';
import { readPopulation } from '../../../functions/core/plan/plan-population.ts';
import { planStrategies } from '../../../functions/core/plan/plan-strategies.ts';
import { clientOf } from '../cohort/small-county.ts';
import { people, planCounty, request } from './plan-county.ts';

const { ports } = planCounty();
/** Enough money and places: each allocation is the best there is, whatever else is on. */
const enough = Object.fromEntries(ports.programme.interventions.map((id) => [id, 1000]));
const asked = request({ budgetCents: 100_000_000, worthPerHomeYearCents: 3_000_000, capacity: enough });
let made: MadePlan;

beforeAll(async () => {
  const offered = offeredInterventions(ports.interventions, ports.programme, asked, ports.priceIndex);
  const population = await readPopulation(ports.scores, [...people.keys()].map(clientOf), offered, 90_000);
  made = makePlan(ports.programme, asked, offered, population);
});

/** Net benefit, draw by draw, of every set of interventions that may be on, each allocated by itself. */
function enumerated(worthPerHomeMonthCents: number): Float64Array[] {
  const { offered, population, worth, frame } = made;
  const netBenefit = netBenefitAt(worth, worthPerHomeMonthCents);
  return Array.from({ length: 2 ** offered.length }, (_, set) => {
    const isOn = (at: number) => ((set >> at) & 1) === 1;
    const { chosen } = chooseOffers(netBenefit, worth.offerCents, offered, asked, isOn);
    const total = frame.total(
      offered.map((one, at) => {
        const clients = [...chosen.keys()].filter((client) => chosen[client] === at);
        return clients.length > 0 ? offeredGroup(population, one.uncertain, clients) : undefined;
      }),
    );
    return total.homeMonths.map((months, draw) => months * worthPerHomeMonthCents - total.totalCents[draw]!);
  });
}

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, own) => sum + own, 0) / values.length;

describe('the decisions behind a plan', () => {
  it('are all combinations of interventions, for each worth of a home year: EVPI is that of trying every set', () => {
    const { analysis } = planStrategies(made, asked, 0.03, 36);
    for (const worthPerHomeYearCents of [0, 3_000_000, 10_000_000]) {
      const all = enumerated(worthPerHomeYearCents / 12);
      const best = Math.max(...all.map(mean));
      const knowing = mean(all[0]!.map((_, draw) => Math.max(...all.map((one) => one[draw]!))));
      const told = analysis!.acceptability.find((at) => at.worthPerHomeYearCents === worthPerHomeYearCents)!;
      expect(Math.abs(told.evpiCents - (knowing - best))).toBeLessThanOrEqual(1);
      expect(told.evpiCents).toBeGreaterThan(0);
      const shares = told.byStrategy.reduce((sum, { probabilityBest }) => sum + probabilityBest, 0);
      expect(shares).toBeCloseTo(1, 2);
    }
  });

  it('leave out what nobody would be offered, and have each plan once', () => {
    const combinations = made.combinations.at(made.worthPerHomeMonthCents);
    const used = combinations.map((one) => one.used.join());
    expect(new Set(used).size).toBe(used.length);
    expect(used).toContain('');
    expect(combinations[0]!.offers.allocation.chosen).toEqual(made.plan.allocation.chosen);
    for (const { used: some, offers } of combinations)
      expect([...offers.allocation.placesTaken].flatMap((taken, at) => (taken > 0 ? [at] : []))).toEqual(
        some,
      );
  });

  it('make what is known of an intervention together worth no less than any one thing about it, within error', () => {
    const { analysis } = planStrategies(made, asked, 0.03, 36);
    for (const { parameters, cents, errorCents } of analysis!.informationOnSets) {
      for (const one of analysis!.informationOnOne.filter(({ parameter }) => parameters.includes(parameter)))
        expect(cents + 3 * errorCents).toBeGreaterThanOrEqual(one.cents - 3 * one.errorCents);
    }
    expect(analysis!.informationOnSets.map(({ about }) => about)).toContain('heavy-service');
  });

  it('make what lots would teach worth no more than to know the effect for certain, and more lots no less, within error', () => {
    const { informationOnLots, informationOnOne } = planStrategies(made, asked, 0.03, 36).analysis!;
    expect(informationOnLots.length).toBeGreaterThan(0);
    informationOnLots.forEach((lots, at) => {
      const known = informationOnOne.find(({ parameter }) => parameter === `${lots.intervention}.outcome`)!;
      expect(lots.cents - 3 * lots.errorCents).toBeLessThanOrEqual(known.cents + 3 * known.errorCents);
      const fewer = informationOnLots[at - 1];
      if (fewer?.intervention === lots.intervention)
        expect(lots.cents + 3 * lots.errorCents).toBeGreaterThanOrEqual(fewer.cents - 3 * fewer.errorCents);
    });
  });
});
