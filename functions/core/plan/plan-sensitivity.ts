import type { PlanAnalysis } from '../../../data-contracts/schemas/plan.ts';
import { monthWeights } from '../../../models/economics/course-value.ts';
import { summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';
import { type Parameters, tornado, twoWaySensitivity } from '../../../models/economics/sensitivity.ts';
import { groupBenefit, heavyServiceIds } from '../../../models/economics/uncertain-intervention.ts';
import type { MadePlan } from './make-plan.ts';
import { uncertainIds } from './plan-parameters.ts';

/** The plan's net benefit as a function of its parameters, one and two of them varied over their 95 % intervals. */
export function planSensitivity(
  { plan, parameters, draws, worthPerHomeMonthCents }: MadePlan,
  frame: { readonly horizonMonths: number; readonly discountRatePerYear: number },
): Pick<PlanAnalysis, 'tornado' | 'netBenefitAtMeansCents' | 'twoWay'> {
  const base = Object.fromEntries(
    Object.entries(parameters.distributions).map(([id, distribution]) => [id, meanOf(distribution)]),
  );
  const netBenefit = (values: Parameters) => {
    const weights = monthWeights({ ...frame, meanStayDays: values[heavyServiceIds.meanStayDays]! });
    return plan.groups.reduce((sum, group) => {
      if (!group) return sum;
      const { difference } = groupBenefit(group.intervention, group.profile, values, weights);
      return sum + difference.homeMonths * worthPerHomeMonthCents - difference.totalCents;
    }, 0);
  };
  const isUsed = (id: string) =>
    id.startsWith('heavy-service.') ||
    plan.groups.some((group) => group && id.startsWith(`${group.intervention.id}.`));
  const ranges = uncertainIds(parameters)
    .filter(isUsed)
    .map((parameter) => {
      const { lower95: lower, upper95: upper } = summaryOfDraws(draws[parameter]!);
      return { parameter, lower, upper };
    });
  const { outcomeAtBase, bars } = tornado(base, ranges, netBenefit);
  const [first, second] = bars;
  const together = first && second && twoWaySensitivity(base, [first, second], netBenefit);
  return {
    netBenefitAtMeansCents: told(outcomeAtBase),
    tornado: bars.map(({ parameter, lower, upper, outcomeAtLower, outcomeAtUpper }) => ({
      parameter,
      lower: digits(lower),
      upper: digits(upper),
      netBenefitAtLowerCents: told(outcomeAtLower),
      netBenefitAtUpperCents: told(outcomeAtUpper),
    })),
    twoWay: together
      ? {
          parameters: [first.parameter, second.parameter],
          rows: together.rows.map(digits),
          columns: together.columns.map(digits),
          netBenefitCents: together.outcomes.map((row) => row.map(told)),
        }
      : null,
  };
}

const told = (cents: number) => Math.round(cents) + 0;
const digits = (value: number) => Number(value.toPrecision(6));
