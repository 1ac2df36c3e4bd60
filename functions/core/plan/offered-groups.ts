import { CourseProfile } from '../../../models/economics/course-profile.ts';
import type { OfferedGroup } from '../../../models/economics/drawn-change.ts';
import type { OfferedIntervention } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';

/** Clients who are offered an intervention, as one group with its summed course. */
export function offeredGroup(
  population: PlanPopulation,
  { uncertain }: OfferedIntervention,
  clients: readonly number[],
): OfferedGroup {
  const profile = new CourseProfile(population.grid.months, uncertain.outcome, uncertain.death);
  for (const client of clients) {
    const { rates, cost } = population.ahead(client);
    profile.add(rates, cost);
  }
  return { intervention: uncertain, profile };
}
