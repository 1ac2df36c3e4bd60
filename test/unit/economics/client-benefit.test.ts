import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  type ClientAhead,
  clientBenefit,
  courseOf,
  type InterventionTerms,
} from '../../../models/economics/client-benefit.ts';
import { type TimeFrame, totalCents } from '../../../models/economics/course-value.ts';
import { daysPerMonth, expectedHeavyServiceCost } from '../../../models/economics/expected-heavy-cost.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import { ratioByMonth } from '../../../models/economics/waning-ratio.ts';

const ends = [2, 4, 6, 12, 23, 36];
const grid = new MonthGrid(ends);
const heavyCentsPerDay = 20_000;
const frame: TimeFrame = { horizonMonths: 36, discountRatePerYear: 0.03, meanStayDays: 790 };

const clientOf = (outcomeMasses: readonly number[], deathMasses: readonly number[]): ClientAhead => ({
  rates: monthlyRates(grid.monthly(outcomeMasses, 0), grid.monthly(deathMasses, 0)),
  cost: { allCents: 900_000, hospitalCents: 300_000 },
});
const frail = clientOf([0.03, 0.03, 0.04, 0.08, 0.12, 0.1], [0.02, 0.02, 0.02, 0.06, 0.1, 0.1]);

const noEffect: InterventionTerms = {
  fixedCents: 0,
  monthlyCents: 0,
  monthlyMonths: 0,
  uptakeShare: 1,
};
const rehabilitation: InterventionTerms = {
  outcome: { ratio: 0.7, halvesInMonths: 24 },
  death: { ratio: 0.9 },
  hospital: { ratio: 0.8, halvesInMonths: 12 },
  fixedCents: 120_000,
  monthlyCents: 15_000,
  monthlyMonths: 6,
  uptakeShare: 0.6,
};

const masses = fc.array(fc.double({ min: 0, max: 0.08, noNaN: true }), { minLength: 6, maxLength: 6 });
const clients = fc.tuple(masses, masses).map(([outcome, death]) => clientOf(outcome, death));
const ratios = fc.double({ min: 0.2, max: 4, noNaN: true });
const frames = fc.record({
  horizonMonths: fc.constantFrom(1, 12, 30, 36),
  discountRatePerYear: fc.constantFrom(0, 0.03, 0.05),
  meanStayDays: fc.double({ min: 30, max: 3000, noNaN: true }),
});

describe('a client without an intervention', () => {
  it('has the months and the cost of heavy service that a list shows', () => {
    fc.assert(
      fc.property(masses, frames, (outcome, time) => {
        const { without } = clientBenefit(clientOf(outcome, outcome), noEffect, time, heavyCentsPerDay);
        const shown = (discountRatePerYear: number) =>
          expectedHeavyServiceCost({
            cumulativeIncidence: outcome.map((_, at) =>
              outcome.slice(0, at + 1).reduce((sum, one) => sum + one),
            ),
            gridEnds: ends,
            horizonMonths: time.horizonMonths,
            centsPerDay: heavyCentsPerDay,
            meanDays: time.meanStayDays,
            discountRatePerYear,
          });
        expect(without.heavyCents).toBeCloseTo(shown(time.discountRatePerYear).expectedCostCents, 3);
        if (time.discountRatePerYear === 0)
          expect(without.heavyMonths).toBeCloseTo(shown(0).expectedMonths, 9);
      }),
    );
  });

  it('spends every month of the horizon at home, in heavy service, or after either', () => {
    fc.assert(
      fc.property(clients, frames, ratios, ratios, (client, time, outcome, death) => {
        const terms = { ...noEffect, outcome: { ratio: outcome }, death: { ratio: death } };
        const undiscounted = { ...time, discountRatePerYear: 0 };
        const { homeMonths, heavyMonths } = clientBenefit(
          client,
          terms,
          undiscounted,
          heavyCentsPerDay,
        ).offered;
        const { starts, atHome } = courseOf(client, terms);
        const meanMonths = time.meanStayDays / daysPerMonth;
        let [dead, afterHeavy] = [0, 0];
        for (let month = 0; month < time.horizonMonths; month++) {
          const ahead = time.horizonMonths - month;
          const died = atHome[month]! - atHome[month + 1]! - starts[month]!;
          dead += died * (ahead - 0.5);
          const middle = (left: number) => meanMonths * Math.exp(-left / meanMonths);
          const stay = meanMonths - meanMonths * (middle(ahead - 1) - middle(ahead));
          afterHeavy += starts[month]! * (ahead - 0.5 - stay);
        }
        expect(homeMonths + heavyMonths + dead + afterHeavy).toBeCloseTo(time.horizonMonths, 8);
      }),
    );
  });
});

describe('what an intervention changes', () => {
  it('is nothing where it has no effect and no cost', () => {
    fc.assert(
      fc.property(clients, frames, (client, time) => {
        const same = { ratio: 1, halvesInMonths: 9 };
        const terms = { ...noEffect, outcome: same, death: same, totalCost: same };
        for (const change of Object.values(clientBenefit(client, terms, time, heavyCentsPerDay).difference))
          expect(change).toBeCloseTo(0, 6);
      }),
    );
  });

  it('is nothing where nobody takes it up', () => {
    const { difference } = clientBenefit(
      frail,
      { ...rehabilitation, uptakeShare: 0 },
      frame,
      heavyCentsPerDay,
    );
    expect(difference.totalCents).toBeCloseTo(0, 9);
    expect(difference.homeMonths).toBeCloseTo(0, 9);
  });

  it('is its price where it does nothing', () => {
    const { difference } = clientBenefit(frail, { ...noEffect, fixedCents: 5_000 }, frame, heavyCentsPerDay);
    expect(difference.totalCents).toBeCloseTo(5_000, 6);
  });

  it('wanes to nothing: with a half-life of an instant it is no effect, with an endless one it does not wane', () => {
    const waning = (halvesInMonths: number | undefined) =>
      clientBenefit(frail, { ...noEffect, outcome: { ratio: 0.5, halvesInMonths } }, frame, heavyCentsPerDay)
        .difference.heavyMonths;
    expect(waning(0.01)).toBeCloseTo(0, 9);
    expect(waning(1e9)).toBeCloseTo(waning(undefined), 6);
    expect(waning(12)).toBeGreaterThan(waning(24));
  });

  it('halves on the log scale in its half-life', () => {
    const byMonth = ratioByMonth(36, { ratio: 0.5, halvesInMonths: 12 });
    expect(Math.log(byMonth[18]!) / Math.log(byMonth[6]!)).toBeCloseTo(0.5, 12);
  });

  it('is less time in heavy service and more at home the lower its ratio, and the other way round above 1', () => {
    fc.assert(
      fc.property(clients, frames, ratios, (client, time, ratio) => {
        const { difference } = clientBenefit(
          client,
          { ...noEffect, outcome: { ratio } },
          time,
          heavyCentsPerDay,
        );
        expect(difference.heavyMonths * (ratio - 1)).toBeGreaterThanOrEqual(-1e-9);
        expect(difference.homeMonths * (ratio - 1)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('costs heavy months too where it delays death', () => {
    const longer = clientBenefit(frail, { ...noEffect, death: { ratio: 0.8 } }, frame, heavyCentsPerDay);
    expect(longer.difference.homeMonths).toBeGreaterThan(0);
    expect(longer.difference.heavyMonths).toBeGreaterThan(0);
    expect(longer.difference.totalCents).toBeGreaterThan(0);
  });

  it('counts a hospital effect inside a total-cost effect once', () => {
    const total = { ...noEffect, totalCost: { ratio: 0.9 } };
    const both = { ...total, hospital: { ratio: 0.5 } };
    const change = (terms: InterventionTerms) =>
      clientBenefit(frail, terms, frame, heavyCentsPerDay).difference.otherCents;
    expect(change(both)).toBe(change(total));
    expect(change({ ...noEffect, hospital: { ratio: 0.5 } })).toBeCloseTo(
      change({ ...noEffect, totalCost: { ratio: 1 - 0.5 / 3 } }),
      6,
    );
  });

  it('grows in proportion to uptake', () => {
    const change = (uptakeShare: number) =>
      clientBenefit(frail, { ...rehabilitation, uptakeShare }, frame, heavyCentsPerDay).difference.totalCents;
    expect(change(0.3)).toBeCloseTo(change(1) * 0.3, 6);
  });

  it('is undiscounted at a rate of 0 and tends to it as the rate does', () => {
    const at = (discountRatePerYear: number) =>
      clientBenefit(frail, rehabilitation, { ...frame, discountRatePerYear }, heavyCentsPerDay).offered;
    expect(at(1e-7).homeMonths).toBeCloseTo(at(0).homeMonths, 5);
    expect(totalCents(at(1e-7)) / totalCents(at(0))).toBeCloseTo(1, 6);
    expect(at(0.03).homeMonths).toBeLessThan(at(0).homeMonths);
  });

  it('refuses what is outside its range', () => {
    const benefit = (terms: Partial<InterventionTerms>, time: Partial<TimeFrame> = {}) =>
      clientBenefit(frail, { ...rehabilitation, ...terms }, { ...frame, ...time }, heavyCentsPerDay);
    expect(() => benefit({ uptakeShare: 1.2 })).toThrow(/uptakeShare: expected 0 to 1/);
    expect(() => benefit({ outcome: { ratio: 0 } })).toThrow(/ratio: expected > 0/);
    expect(() => benefit({ outcome: { ratio: 1, halvesInMonths: 0 } })).toThrow(/halvesInMonths/);
    expect(() => benefit({}, { horizonMonths: 1.5 })).toThrow(/horizonMonths/);
    expect(() => benefit({}, { discountRatePerYear: -0.01 })).toThrow(/discountRatePerYear/);
    expect(() => benefit({}, { meanStayDays: 0 })).toThrow(/meanStayDays/);
    expect(() => new MonthGrid([3, 2])).toThrow(/ends\[1\]: expected rising/);
  });
});

describe('the curve as months', () => {
  it('gives back the curve that it was made from', () => {
    fc.assert(
      fc.property(masses, masses, (outcome, death) => {
        const { starts, atHome } = courseOf(clientOf(outcome, death), {});
        const at = (month: number) => starts.slice(0, month).reduce((sum, mass) => sum + mass, 0);
        let total = 0;
        ends.forEach((end, place) => {
          total += outcome[place]!;
          expect(at(end)).toBeCloseTo(total, 10);
        });
        const left = outcome.reduce((sum, mass, place) => sum - mass - death[place]!, 1);
        expect(atHome[36]).toBeCloseTo(left, 10);
      }),
    );
  });

  it('takes ends between months, and an end beyond the last whole month', () => {
    const odd = new MonthGrid([1.5, 3.25]);
    expect([...odd.monthly([0.3, 0.7], 0)]).toEqual([
      expect.closeTo(0.2, 12),
      expect.closeTo(0.1 + 0.2, 12),
      expect.closeTo(0.4, 12),
    ]);
  });
});

/** A client's months drawn one by one: who leaves home when and whereto, what each month costs. */
function microSimulation(client: ClientAhead, terms: InterventionTerms, time: TimeFrame, lives: number) {
  const random = xoroshiro128plus(7);
  const draw = () => uniformFloat64(random);
  const perMonth = Math.log(1 + time.discountRatePerYear) / 12;
  const discounted = (from: number, to: number) =>
    perMonth === 0 ? to - from : (Math.exp(-perMonth * from) - Math.exp(-perMonth * to)) / perMonth;
  const fields = ['heavyMonths', 'homeMonths', 'heavyCents', 'otherCents', 'interventionCents'] as const;
  const sums = fields.map(() => 0);
  const squares = fields.map(() => 0);
  for (let life = 0; life < lives; life++) {
    const takes = draw() < terms.uptakeShare;
    const left = (months: number, half = Number.POSITIVE_INFINITY) => 2 ** (-months / half);
    const ratioNow = (effect: InterventionTerms['outcome'], month: number) =>
      takes && effect ? effect.ratio ** left(month + 0.5, effect.halvesInMonths) : 1;
    let [heavy, home, other, own] = [0, 0, 0, takes ? terms.fixedCents : 0];
    for (let month = 0; month < time.horizonMonths; month++) {
      const toHeavy = client.rates.outcome[month]! * ratioNow(terms.outcome, month);
      const toDeath = client.rates.death[month]! * ratioNow(terms.death, month);
      const leaves = draw() < 1 - Math.exp(-toHeavy - toDeath);
      const until = leaves ? month + draw() : month + 1;
      const here = discounted(month, until);
      home += here;
      const { allCents, hospitalCents } = client.cost;
      other += (here / 12) * (allCents + hospitalCents * (ratioNow(terms.hospital, month) - 1));
      if (takes && month < terms.monthlyMonths) own += here * terms.monthlyCents;
      if (!leaves) continue;
      if (draw() < toHeavy / (toHeavy + toDeath)) {
        const stay = (-time.meanStayDays / daysPerMonth) * Math.log(1 - draw());
        heavy += discounted(until, Math.min(time.horizonMonths, until + stay));
      }
      break;
    }
    [heavy, home, heavy * daysPerMonth * heavyCentsPerDay, other, own].forEach((value, at) => {
      sums[at]! += value;
      squares[at]! += value * value;
    });
  }
  return fields.map((field, at) => {
    const mean = sums[at]! / lives;
    return { field, mean, error: Math.sqrt((squares[at]! / lives - mean * mean) / lives) };
  });
}

describe('the formulas against a micro-simulation of the same client, month by month', () => {
  const cases: [string, InterventionTerms, TimeFrame][] = [
    ['over 36 months at 3 %', rehabilitation, frame],
    ['over 12 months at 0 %', rehabilitation, { ...frame, horizonMonths: 12, discountRatePerYear: 0 }],
    ['without an offer', noEffect, frame],
    [
      'where it does harm',
      { ...rehabilitation, outcome: { ratio: 1.8 }, hospital: { ratio: 1.4, halvesInMonths: 6 } },
      frame,
    ],
  ];
  for (const [name, terms, time] of cases) {
    it(`agree within Monte-Carlo error ${name}`, () => {
      const { offered } = clientBenefit(frail, terms, time, heavyCentsPerDay);
      for (const { field, mean, error } of microSimulation(frail, terms, time, 100_000))
        expect(
          Math.abs(mean - offered[field]),
          `${field}: ${mean} and ${offered[field]}`,
        ).toBeLessThanOrEqual(4 * error + 1e-9);
    });
  }
});
