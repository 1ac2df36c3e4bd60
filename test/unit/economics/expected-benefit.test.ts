import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CourseProfile } from '../../../models/economics/course-profile.ts';
import { monthWeights } from '../../../models/economics/course-value.ts';
import { parametersOfDraw } from '../../../models/economics/drawn-change.ts';
import { ExpectedBenefit, expectedWeights } from '../../../models/economics/expected-benefit.ts';
import { betaOf, gammaOf, logNormalOf } from '../../../models/economics/interval-distributions.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import { drawParameters } from '../../../models/economics/parameter-draws.ts';
import {
  groupBenefit,
  heavyServiceIds,
  parametersOf,
  type UncertainIntervention,
} from '../../../models/economics/uncertain-intervention.ts';

const grid = new MonthGrid([2, 4, 6, 12, 23, 36]);
const estimated = (estimate: number, lower95: number, upper95: number) => ({ estimate, lower95, upper95 });
const heavy = {
  centsPerDay: gammaOf(estimated(20_000, 17_000, 23_000)),
  meanStayDays: gammaOf(estimated(790, 640, 940)),
};
const rehabilitation: UncertainIntervention = {
  id: 'rehabilitation',
  outcome: { distribution: logNormalOf(estimated(0.8, 0.5, 1.28)), halvesInMonths: 24 },
  death: { distribution: logNormalOf(estimated(0.9, 0.8, 1.01)) },
  hospital: { distribution: logNormalOf(estimated(0.8, 0.6, 1.07)), halvesInMonths: 12 },
  fixedCents: gammaOf(estimated(60_000, 30_000, 100_000)),
  monthlyCents: gammaOf(estimated(60_000, 30_000, 100_000)),
  monthlyMonths: 3,
  uptakeShare: betaOf(estimated(0.6, 0.45, 0.75)),
};
const frame = {
  months: 36,
  horizonMonths: 36,
  discountRatePerYear: 0.03,
  worthPerHomeMonthCents: 2_000_000 / 12,
};
const draws = drawParameters(parametersOf(heavy, [rehabilitation]), 4_000, 2);

const masses = fc.array(fc.double({ min: 0.005, max: 0.08, noNaN: true }), { minLength: 6, maxLength: 6 });
const client = fc.record({ outcome: masses, death: masses }).map(({ outcome, death }) => ({
  rates: monthlyRates(grid.monthly(outcome, 0), grid.monthly(death, 0)),
  cost: { allCents: 1_200_000, hospitalCents: 500_000 },
}));

describe('the expected benefit of an offer', () => {
  it('is the mean over draws, within Monte-Carlo error', () => {
    const expected = new ExpectedBenefit(rehabilitation, expectedWeights(draws, frame), frame);
    fc.assert(
      fc.property(client, (one) => {
        const profile = new CourseProfile(36, rehabilitation.outcome, rehabilitation.death);
        profile.add(one.rates, one.cost);
        let [sum, squares] = [0, 0];
        for (let draw = 0; draw < 4_000; draw++) {
          const values = parametersOfDraw(draws, draw);
          const meanStayDays = values[heavyServiceIds.meanStayDays]!;
          const { difference } = groupBenefit(
            rehabilitation,
            profile,
            values,
            monthWeights({ ...frame, meanStayDays }),
          );
          const benefit = difference.homeMonths * frame.worthPerHomeMonthCents - difference.totalCents;
          sum += benefit;
          squares += benefit * benefit;
        }
        const mean = sum / 4_000;
        const error = Math.sqrt((squares / 4_000 - mean * mean) / 4_000);
        expect(Math.abs(expected.cents(one) - mean)).toBeLessThan(4 * error);
      }),
      { numRuns: 3, seed: 9 },
    );
  });

  it('is to the cent what is known for certain where nothing is uncertain', () => {
    const known = (value: number) => ({ name: 'fixed', value }) as const;
    const certain: UncertainIntervention = {
      ...rehabilitation,
      outcome: { distribution: known(0.8), halvesInMonths: 24 },
      death: { distribution: known(0.9) },
      hospital: { distribution: known(0.7), halvesInMonths: 12 },
      fixedCents: known(60_000),
      monthlyCents: known(60_000),
      uptakeShare: known(0.6),
    };
    const sure = drawParameters(
      parametersOf({ centsPerDay: known(20_000), meanStayDays: known(790) }, [certain]),
      1,
      1,
    );
    const weights = monthWeights({ ...frame, meanStayDays: 790 });
    fc.assert(
      fc.property(client, (one) => {
        const profile = new CourseProfile(36, certain.outcome, certain.death);
        profile.add(one.rates, one.cost);
        const { difference } = groupBenefit(certain, profile, parametersOfDraw(sure, 0), weights);
        const benefit = difference.homeMonths * frame.worthPerHomeMonthCents - difference.totalCents;
        expect(new ExpectedBenefit(certain, expectedWeights(sure, frame), frame).cents(one)).toBeCloseTo(
          benefit,
          4,
        );
      }),
    );
  });

  it('is minus the expected price where there is no effect', () => {
    const { outcome, death, hospital, ...priceOnly } = rehabilitation;
    const benefit = new ExpectedBenefit(
      { ...priceOnly, monthlyMonths: 0 },
      expectedWeights(draws, frame),
      frame,
    );
    const [one] = fc.sample(client, 1);
    expect(benefit.cents(one!)).toBeCloseTo(-0.6 * 60_000, 6);
  });
});
