import type { LeftOutReason, PlanIntervention } from '../../../data-contracts/schemas/plan.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';
import { inSteps } from '../release/safe-population.ts';
import { smallestCell, suppressSmallCells } from '../release/small-cells.ts';
import type { MadePlan } from './make-plan.ts';
import { planChange } from './plan-figures.ts';
import { worthItWhere } from './worth-it.ts';

/** Each intervention with its offers, what they change, and who was left out and why. */
export function planInterventions(
  made: MadePlan,
  horizonMonths: number,
  discountRatePerYear: number,
): PlanIntervention[] {
  return made.offered.map((one, at) => {
    const { entry, uncertain, places, isDemonstration, notCounted } = one;
    const offered = made.plan.allocation.placesTaken[at]!;
    const takers = offered * meanOf(uncertain.uptakeShare);
    const change = made.plan.changes[at];
    const counts = leftOutOf(made, at);
    const told = suppressSmallCells(counts);
    const eligible = offered + [...counts.values()].reduce((sum, count) => sum + count, 0);
    return {
      id: entry.id,
      name: entry.name,
      evidenceGrade: entry.evidenceGrade,
      isDemonstration,
      places: Number.isFinite(places) ? places : null,
      offered,
      expectedTakers: Math.round(takers * 10) / 10,
      eligible: told.total === 'suppressed' || eligible < smallestCell ? 'suppressed' : inSteps(eligible),
      leftOut: told.cells.map(({ name, count }) => ({
        reason: name as LeftOutReason,
        count: count === 'suppressed' ? count : inSteps(count),
      })),
      change: change ? planChange(change, made.worthPerHomeMonthCents) : null,
      worthIt: worthItWhere(made, at, eligible, { horizonMonths, discountRatePerYear }),
      notCounted: [...notCounted],
    };
  });
}

/** Of those whom the rule fits and who are not offered it, by reason. */
function leftOutOf(
  { population, offered, netBenefit, plan }: MadePlan,
  at: number,
): Map<LeftOutReason, number> {
  const { chosen, placesTaken } = plan.allocation;
  const isFull = placesTaken[at]! >= offered[at]!.places;
  const counts = new Map<LeftOutReason, number>();
  for (let client = 0; client < population.size; client++) {
    const benefit = netBenefit[client * offered.length + at]!;
    if (Number.isNaN(benefit) || chosen[client] === at) continue;
    const without = isFull ? 'no-place' : 'no-budget';
    const reason = benefit <= 0 ? 'not-worth-it' : chosen[client]! >= 0 ? 'offered-another' : without;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}
