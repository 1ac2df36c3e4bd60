import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientBenefit } from '../../../models/economics/client-benefit.ts';
import { ClientDraws } from '../../../models/economics/client-draws.ts';
import { ClientLives } from '../../../models/economics/client-lives.ts';
import { asLastYear, persistenceOf } from '../../../models/economics/cost-persistence.ts';
import { betaOf, gammaOf, logNormalOf } from '../../../models/economics/interval-distributions.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import { drawParameters } from '../../../models/economics/parameter-draws.ts';
import {
  heavyServiceIds,
  parametersOf,
  type UncertainIntervention,
} from '../../../models/economics/uncertain-intervention.ts';

describe('how far a year’s costs persist', () => {
  it('is what made them, and never more than all or less than nothing', () => {
    const earlier = Array.from({ length: 200 }, (_, at) => (at * 7919) % 1000);
    expect(
      persistenceOf(
        earlier,
        earlier.map((cost) => 300 + 0.4 * cost),
      ),
    ).toEqual({
      intercept: expect.closeTo(300, 6),
      slope: expect.closeTo(0.4, 9),
    });
    expect(
      persistenceOf(
        earlier,
        earlier.map((cost) => 1000 - cost),
      ).slope,
    ).toBe(0);
    expect(
      persistenceOf(
        earlier,
        earlier.map((cost) => 3 * cost),
      ).slope,
    ).toBe(1);
  });

  it('keeps the mean: drawn back to it, people cost together what they did', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 12, maxLength: 60 }),
        (years) => {
          const [earlier, later] = [years.map(([one]) => one), years.map(([, other]) => other)];
          const { intercept, slope } = persistenceOf(earlier, later);
          fc.pre(slope > 0 && slope < 1 && intercept > 0);
          const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
          expect(mean(earlier.map((cost) => intercept + slope * cost))).toBeCloseTo(mean(later), 6);
        },
      ),
    );
  });

  it('is as last year where nothing is known of the year before, and leaves out whom it does not know', () => {
    expect(persistenceOf([Number.NaN, 1], [1, 2])).toEqual(asLastYear);
    const known = Array.from({ length: 20 }, (_, at) => at);
    const withUnknown = persistenceOf([...known, Number.NaN, 5], [...known, 4, Number.NaN]);
    expect(withUnknown).toEqual(persistenceOf(known, known));
  });
});

/** An offer with every kind of effect, its draws, and a client. */
function oneOffer(draws: number) {
  const estimated = (estimate: number, lower95: number, upper95: number) => ({
    estimate,
    lower95,
    upper95,
  });
  const intervention: UncertainIntervention = {
    id: 'visits',
    outcome: { distribution: logNormalOf(estimated(1.02, 0.88, 1.18)), halvesInMonths: 20 },
    death: { distribution: logNormalOf(estimated(0.93, 0.87, 0.99)) },
    hospital: { distribution: logNormalOf(estimated(0.96, 0.91, 1.01)) },
    fixedCents: gammaOf(estimated(30_000, 15_000, 60_000)),
    monthlyCents: gammaOf(estimated(5_000, 2_000, 9_000)),
    monthlyMonths: 12,
    uptakeShare: betaOf(estimated(0.6, 0.45, 0.75)),
  };
  const heavy = {
    centsPerDay: gammaOf(estimated(20_000, 17_000, 23_000)),
    meanStayDays: gammaOf(estimated(790, 640, 940)),
  };
  const drawn = drawParameters(parametersOf(heavy, [intervention]), draws, 3);
  const grid = new MonthGrid([6, 12, 36]);
  const client = {
    rates: monthlyRates(grid.monthly([0.05, 0.06, 0.2], 0), grid.monthly([0.03, 0.04, 0.1], 0)),
    cost: { allCents: 800_000, hospitalCents: 200_000 },
  };
  const frame = { horizonMonths: 36, discountRatePerYear: 0.03 };
  return { intervention, drawn, client, frame };
}

describe('an offer to one client, draw by draw', () => {
  it('is what the client’s own model gives at each draw', () => {
    const { intervention, drawn, client, frame } = oneOffer(25);
    const { totalCents, homeMonths } = new ClientDraws(intervention, drawn, 25, frame, 36).changeOf(client);
    const read = (kind: string, draw: number) => drawn[`visits.${kind}`]![draw]!;
    for (let draw = 0; draw < 25; draw++) {
      const { difference } = clientBenefit(
        client,
        {
          outcome: { ratio: read('outcome', draw), halvesInMonths: 20 },
          death: { ratio: read('death', draw) },
          hospital: { ratio: read('hospital', draw) },
          fixedCents: read('fixedCents', draw),
          monthlyCents: read('monthlyCents', draw),
          monthlyMonths: 12,
          uptakeShare: read('uptakeShare', draw),
        },
        { ...frame, meanStayDays: drawn[heavyServiceIds.meanStayDays]![draw]! },
        drawn[heavyServiceIds.centsPerDay]![draw]!,
      );
      expect(totalCents[draw]).toBeCloseTo(difference.totalCents, 4);
      expect(homeMonths[draw]).toBeCloseTo(difference.homeMonths, 9);
    }
  });

  it('comes in single lives to the same mean, and to a chance that is never above the uptake', () => {
    const { intervention, drawn, client, frame } = oneOffer(6_000);
    const { totalCents } = new ClientDraws(intervention, drawn, 6_000, frame, 36).changeOf(client);
    const lives = new ClientLives(intervention, drawn, 6_000, frame, 36, 5).chancesOf(client);
    const mean = totalCents.reduce((sum, cents) => sum + cents, 0) / 6_000;
    expect(Math.abs(lives.totalCents - mean)).toBeLessThan(4 * Math.sqrt(2e12 / 6_000));
    expect(lives.costsFall).toBeGreaterThan(0);
    expect(lives.costsFall).toBeLessThan(0.6);
  });

  it('leaves a client’s costs as they are, or raises them by its price, where nobody is spared anything', () => {
    const { intervention, drawn, client, frame } = oneOffer(500);
    const { death: _, outcome: __, hospital: ___, ...onlyPrice } = intervention;
    const none = new ClientLives(onlyPrice, drawn, 500, frame, 36, 5).chancesOf(client);
    expect(none).toMatchObject({ costsFall: 0, homeMonthsFall: 0 });
    expect(none.totalCents).toBeGreaterThan(0);
  });

  it('spares heavy service to as many as its ratio does, of those who take it up', () => {
    const { drawn, frame, intervention } = oneOffer(20_000);
    const rate = 0.02;
    const rates = { outcome: new Float64Array(36).fill(rate), death: new Float64Array(36) };
    const sparing: UncertainIntervention = {
      id: 'visits',
      outcome: { distribution: { name: 'fixed', value: 0.5 } },
      fixedCents: { name: 'fixed', value: 0 },
      monthlyCents: { name: 'fixed', value: 0 },
      monthlyMonths: 0,
      uptakeShare: intervention.uptakeShare,
    };
    const certain = {
      ...drawn,
      'visits.outcome': new Float64Array(20_000).fill(0.5),
      'visits.fixedCents': new Float64Array(20_000),
      'visits.monthlyCents': new Float64Array(20_000),
      'visits.uptakeShare': new Float64Array(20_000).fill(0.7),
    };
    const client = { rates, cost: { allCents: 0, hospitalCents: 0 } };
    const lives = new ClientLives(sparing, certain, 20_000, frame, 36, 9).chancesOf(client);
    // Everybody who would have started heavy service starts later or never; costs fall unless a short stay fits in either way.
    const start = 1 - Math.exp(-36 * rate);
    const spared = Math.exp(-36 * rate * 0.5) - Math.exp(-36 * rate);
    expect(lives.costsFall).toBeGreaterThan(0.7 * spared - 0.02);
    expect(lives.costsFall).toBeLessThan(0.7 * start + 0.02);
    expect(lives.homeMonthsFall).toBe(0);
  });
});
