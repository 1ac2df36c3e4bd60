import type { PlanAnalysis } from '../../../data-contracts/schemas/plan.ts';
import { courseOf } from '../../../models/economics/client-benefit.ts';
import { startsWithin } from '../../../models/economics/course.ts';
import { parameterId } from '../../../models/economics/uncertain-intervention.ts';
import type { learning } from '../../../models/economics/value-of-partial-information.ts';
import { estimatedLogRatios } from '../../../models/economics/value-of-sample-information.ts';
import { partOfRatio, remainingByMonth } from '../../../models/economics/waning-ratio.ts';
import type { MadePlan } from './make-plan.ts';

/** How many are offered an intervention by lot, and how many not. */
const perSide = [100, 400, 1600] as const;
/** How long outcomes of both are followed, months. */
const followedMonths = 12;
/** Below so many outcomes expected among the others a ratio is not estimated. */
const leastEvents = 2;

/**
 * What it would be worth to the next decision to have drawn places by lot: of each intervention offered whose effect on the
 * outcome is uncertain, by the number of people on each side. What is learnt is the ratio of rates by intention to
 * treat, diluted by uptake and by what wanes within the follow-up.
 */
export function planLotsWorth(
  made: MadePlan,
  learn: ReturnType<typeof learning>,
  seed: number,
): PlanAnalysis['informationOnLots'] {
  return made.offered.flatMap(({ uncertain }, at) => {
    const { outcome } = uncertain;
    if (!outcome || outcome.distribution.name === 'fixed' || !made.plan.allocation.placesTaken[at]) return [];
    const typical = made.population.typical((client) => made.plan.allocation.chosen[client] === at);
    const risk = typical ? startsWithin(courseOf(typical, {}), followedMonths) : 0;
    const left = remainingByMonth(followedMonths, outcome.halvesInMonths);
    const meanLeft = left.reduce((sum, own) => sum + own, 0) / left.length;
    const uptake = made.draws[parameterId(uncertain, 'uptakeShare')]!;
    const offeredRatio = made.draws[parameterId(uncertain, 'outcome')]!.map(
      (ratio, draw) => 1 - uptake[draw]! * (1 - partOfRatio(ratio, meanLeft)),
    );
    const sizes = perSide.filter((people) => people * risk >= leastEvents);
    return sizes.map((people) => {
      const othersEvents = offeredRatio.map(() => people * risk);
      const result = estimatedLogRatios(offeredRatio, othersEvents, { offeredPerOther: 1, seed: seed + at });
      const [worth] = learn({ result });
      return {
        intervention: uncertain.id,
        perSide: people,
        followedMonths,
        cents: Math.round(worth!.evppi) + 0,
        errorCents: Math.round(worth!.evppiError) + 0,
      };
    });
  });
}
