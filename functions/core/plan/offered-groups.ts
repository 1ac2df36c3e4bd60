import { CourseProfile } from '../../../models/economics/course-profile.ts';
import type { OfferedGroup } from '../../../models/economics/drawn-change.ts';
import type { UncertainIntervention } from '../../../models/economics/uncertain-intervention.ts';
import type { OfferedIntervention } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';

/** The clients of each intervention as one group with its summed course; interventions without offers have none. */
export function offeredGroups(
  population: PlanPopulation,
  offered: readonly OfferedIntervention[],
  chosen: Int8Array,
): (OfferedGroup | undefined)[] {
  const profiles = offered.map(({ uncertain }) => profileOf(uncertain, population));
  const sizes = offered.map(() => 0);
  chosen.forEach((intervention, client) => {
    if (intervention < 0) return;
    const { rates, cost } = population.ahead(client);
    profiles[intervention]!.add(rates, cost);
    sizes[intervention]! += 1;
  });
  return offered.map(({ uncertain: intervention }, at) =>
    sizes[at]! > 0 ? { intervention, profile: profiles[at]! } : undefined,
  );
}

const profileOf = ({ outcome, death }: UncertainIntervention, { grid }: PlanPopulation) =>
  new CourseProfile(grid.months, outcome, death);
