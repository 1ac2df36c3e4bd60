import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientBenefit } from '../../../models/economics/client-benefit.ts';
import { CourseProfile } from '../../../models/economics/course-profile.ts';
import { monthWeights } from '../../../models/economics/course-value.ts';
import { parametersOfDraw } from '../../../models/economics/drawn-change.ts';
import { betaOf, gammaOf, logNormalOf } from '../../../models/economics/interval-distributions.ts';
import { MonthGrid, monthlyRates } from '../../../models/economics/monthly-rates.ts';
import { drawParameters } from '../../../models/economics/parameter-draws.ts';
import {
  groupBenefit,
  heavyServiceIds,
  parametersOf,
  type UncertainIntervention,
} from '../../../models/economics/uncertain-intervention.ts';

const ends = [2, 4, 6, 12, 23, 36];
const grid = new MonthGrid(ends);
const estimated = (estimate: number, lower95: number, upper95: number) => ({ estimate, lower95, upper95 });
const heavy = {
  centsPerDay: gammaOf(estimated(20_000, 17_000, 23_000)),
  meanStayDays: gammaOf(estimated(790, 640, 940)),
};

const coordination: UncertainIntervention = {
  id: 'coordination',
  outcome: { distribution: logNormalOf(estimated(0.42, 0.14, 1.26)), halvesInMonths: 6 },
  death: { distribution: logNormalOf(estimated(0.93, 0.87, 0.99)) },
  hospital: { distribution: logNormalOf(estimated(0.96, 0.91, 1.01)), halvesInMonths: 12 },
  fixedCents: gammaOf(estimated(150_000, 80_000, 260_000)),
  monthlyCents: gammaOf(estimated(20_000, 10_000, 32_000)),
  monthlyMonths: 6,
  uptakeShare: betaOf(estimated(0.5, 0.35, 0.65)),
};

const masses = fc.array(fc.double({ min: 0, max: 0.08, noNaN: true }), { minLength: 6, maxLength: 6 });
const people = fc.array(
  fc.record({ outcome: masses, death: masses, allCents: fc.integer({ min: 0, max: 4_000_000 }) }),
  { minLength: 1, maxLength: 4 },
);

describe('a group’s profile', () => {
  it('gives for every draw what its clients give one by one', () => {
    const draws = drawParameters(parametersOf(heavy, [coordination]), 60, 11);
    const time = { horizonMonths: 36, discountRatePerYear: 0.03 };
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 59 }), (group, draw) => {
        const profile = new CourseProfile(36, coordination.outcome, coordination.death);
        const clients = group.map(({ outcome, death, allCents }) => ({
          rates: monthlyRates(grid.monthly(outcome, 0), grid.monthly(death, 0)),
          cost: { allCents, hospitalCents: allCents / 3 },
        }));
        for (const { rates, cost } of clients) profile.add(rates, cost);
        const values = parametersOfDraw(draws, draw);
        const value = (kind: string) => values[kind]!;
        const frame = { ...time, meanStayDays: value(heavyServiceIds.meanStayDays) };
        const summed = groupBenefit(coordination, profile, values, monthWeights(frame)).difference;
        const singly = clients.map(
          (client) =>
            clientBenefit(
              client,
              {
                outcome: { ratio: value('coordination.outcome'), halvesInMonths: 6 },
                death: { ratio: value('coordination.death') },
                hospital: { ratio: value('coordination.hospital'), halvesInMonths: 12 },
                fixedCents: value('coordination.fixedCents'),
                monthlyCents: value('coordination.monthlyCents'),
                monthlyMonths: 6,
                uptakeShare: value('coordination.uptakeShare'),
              },
              frame,
              value(heavyServiceIds.centsPerDay),
            ).difference,
        );
        for (const field of ['heavyMonths', 'homeMonths'] as const)
          expect(summed[field]).toBeCloseTo(
            singly.reduce((sum, one) => sum + one[field], 0),
            6,
          );
        expect(
          Math.abs(summed.totalCents - singly.reduce((sum, one) => sum + one.totalCents, 0)),
        ).toBeLessThan(1);
      }),
    );
  });

  it('is the course without where the intervention has no effect on rates', () => {
    const profile = new CourseProfile(36, undefined, undefined);
    const rates = monthlyRates(
      grid.monthly([0.1, 0, 0, 0.1, 0, 0.2], 0),
      grid.monthly([0, 0.1, 0, 0, 0.1, 0], 0),
    );
    profile.add(rates, { allCents: 100, hospitalCents: 0 });
    expect(profile.at(0.3, 2)).toEqual(profile.without);
  });
});
