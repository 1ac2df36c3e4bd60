import type { PlanAnalysis } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import { learning } from '../../../models/economics/value-of-partial-information.ts';
import type { MadePlan } from './make-plan.ts';
import { planLotsWorth } from './plan-lots-worth.ts';
import { uncertainIds } from './plan-parameters.ts';

/** Fewer draws than this tell nothing of a value of knowing. */
const leastDraws = 100;

/**
 * What it would be worth to know each uncertain value before deciding which interventions to have, and to know together
 * everything about one intervention or about heavy service, the most valuable first; and what lots would teach.
 */
export function planInformation(
  made: MadePlan,
  drawn: StrategyDraws,
  { worthPerHomeYearCents, seed }: Pick<PlanRequest, 'worthPerHomeYearCents' | 'seed'>,
): Pick<PlanAnalysis, 'informationOnOne' | 'informationOnSets' | 'informationOnLots'> {
  if (drawn.draws < leastDraws) return { informationOnOne: [], informationOnSets: [], informationOnLots: [] };
  const { parameters, draws } = made;
  const ids = uncertainIds(parameters);
  const learn = learning(drawn, [worthPerHomeYearCents]);
  const worthOf = (known: readonly string[]) => {
    const values = Object.fromEntries(known.map((id) => [id, draws[id]!]));
    const [at] = learn(values);
    return { cents: Math.round(at!.evppi) + 0, errorCents: Math.round(at!.evppiError) + 0 };
  };
  const ownerOf = (id: string) => id.slice(0, id.lastIndexOf('.'));
  const owners = [...new Set(ids.map(ownerOf))];
  const sets = owners
    .map((about) => ({ about, parameters: ids.filter((id) => ownerOf(id) === about) }))
    .filter((set) => set.parameters.length > 1 && set.parameters.length * 10 <= drawn.draws);
  return {
    informationOnOne: ids.map((parameter) => ({ parameter, ...worthOf([parameter]) })).sort(byWorth),
    informationOnLots: planLotsWorth(made, learn, seed),
    informationOnSets: sets.map((set) => ({ ...set, ...worthOf(set.parameters) })).sort(byWorth),
  };
}

const byWorth = (one: { readonly cents: number }, other: { readonly cents: number }) =>
  other.cents - one.cents;
