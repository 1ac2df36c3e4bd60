import type { Plan, PlanAnalysis, PlanStrategy } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import { acceptabilityCurves, usualWillingnessToPay } from '../../../models/economics/acceptability.ts';
import { monthWeights } from '../../../models/economics/course-value.ts';
import { type DrawnChange, noChange, summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import { incrementalAnalysis } from '../../../models/economics/incremental-analysis.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';
import { type Parameters, tornado, twoWaySensitivity } from '../../../models/economics/sensitivity.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import { groupBenefit, heavyServiceIds } from '../../../models/economics/uncertain-intervention.ts';
import { partialInformation } from '../../../models/economics/value-of-partial-information.ts';
import type { MadePlan } from './make-plan.ts';
import { centsEstimate, timeEstimate, toldShare } from './plan-figures.ts';

interface Candidate {
  readonly id: string;
  readonly offered: number;
  readonly change: DrawnChange;
}

/** Draws shown on the cost-effectiveness plane. */
const planePoints = 500;

/** Nothing, each intervention alone, and the plan, as strategies against each other. */
export function planStrategies(
  made: MadePlan,
  request: PlanRequest,
  discountRatePerYear: number,
  horizonMonths: number,
): Pick<Plan, 'strategies' | 'analysis'> {
  const candidates = candidatesOf(made, request.draws);
  const strategies = incremental(candidates);
  if (made.plan.allocation.served === 0) return { strategies, analysis: null };
  const drawn = strategyDraws(candidates, request.draws);
  const worths = [...new Set([...usualWillingnessToPay.map(toCents), request.worthPerHomeYearCents])];
  const { homeMonths, totalCents } = made.plan.total;
  const analysis: PlanAnalysis = {
    acceptability: acceptability(
      drawn,
      worths.sort((a, b) => a - b),
    ),
    informationOnOne: informationOnOne(made, drawn, request.worthPerHomeYearCents),
    ...sensitivity(made, { horizonMonths, discountRatePerYear }),
    plane: Array.from({ length: Math.min(planePoints, request.draws) }, (_, draw) => ({
      homeYears: Math.round((homeMonths[draw]! / 12) * 1000) / 1000 + 0,
      totalCents: told(totalCents[draw]!),
    })),
  };
  return { strategies, analysis };
}

const toCents = (euros: number) => euros * 100;
const told = (cents: number) => Math.round(cents) + 0;

/** An intervention that nobody would be offered is no strategy; nor is one that is the whole plan. */
function candidatesOf({ offered, alone, plan }: MadePlan, draws: number): Candidate[] {
  const singly = alone.map(({ allocation, total }, at) => ({
    id: `only.${offered[at]!.entry.id}`,
    offered: allocation.served,
    change: total,
  }));
  const isPlan = ({ offered: served, change }: Candidate) =>
    served === plan.allocation.served &&
    change.totalCents.every((cents, at) => cents === plan.total.totalCents[at]);
  return [
    { id: 'none', offered: 0, change: noChange(draws) },
    ...singly.filter((one) => one.offered > 0 && !isPlan(one)),
    ...(plan.allocation.served > 0
      ? [{ id: 'plan', offered: plan.allocation.served, change: plan.total }]
      : []),
  ];
}

const homeYears = ({ homeMonths }: DrawnChange) => homeMonths.map((months) => months / 12);

function incremental(candidates: readonly Candidate[]): PlanStrategy[] {
  const rows = incrementalAnalysis(
    candidates.map(({ id, change }) => ({
      strategy: id,
      cost: summaryOfDraws(change.totalCents).mean,
      effect: summaryOfDraws(homeYears(change)).mean,
    })),
  );
  return rows.map(({ strategy, icer, status }) => {
    const { id, offered, change } = candidates.find((one) => one.id === strategy)!;
    return {
      id,
      offered,
      totalCents: centsEstimate(change.totalCents),
      homeYears: timeEstimate(homeYears(change)),
      centsPerHomeYear: icer === null || icer === undefined ? null : told(icer),
      status,
    };
  });
}

function strategyDraws(candidates: readonly Candidate[], draws: number): StrategyDraws {
  const byDraw = (of: (change: DrawnChange) => Float64Array) => {
    const columns = candidates.map(({ change }) => of(change));
    return Float64Array.from(
      { length: draws * columns.length },
      (_, cell) => columns[cell % columns.length]![Math.floor(cell / columns.length)]!,
    );
  };
  return {
    strategies: candidates.map(({ id }) => id),
    draws,
    cost: byDraw(({ totalCents }) => totalCents),
    effect: byDraw(homeYears),
  };
}

const acceptability = (drawn: StrategyDraws, worths: readonly number[]): PlanAnalysis['acceptability'] =>
  acceptabilityCurves(drawn, worths).map((at) => ({
    worthPerHomeYearCents: at.willingnessToPay,
    optimal: drawn.strategies[at.optimal]!,
    evpiCents: told(at.evpi),
    byStrategy: drawn.strategies.map((id, own) => ({
      id,
      netBenefitCents: told(at.expectedNetBenefit[own]!),
      probabilityBest: toldShare(at.acceptability[own]!),
      expectedLossCents: told(at.expectedLoss[own]!),
    })),
  }));

/** Of every value that is not known for certain, the most valuable first. */
function informationOnOne(
  { parameters, draws }: MadePlan,
  drawn: StrategyDraws,
  worthCents: number,
): PlanAnalysis['informationOnOne'] {
  return uncertainIds(parameters)
    .map((parameter) => {
      const [at] = partialInformation(drawn, { [parameter]: draws[parameter]! }, [worthCents]);
      return { parameter, cents: told(at!.evppi), errorCents: told(at!.evppiError) };
    })
    .sort((a, b) => b.cents - a.cents || (a.parameter < b.parameter ? -1 : 1));
}

const uncertainIds = ({ distributions }: MadePlan['parameters']) =>
  Object.keys(distributions).filter((id) => distributions[id]!.name !== 'fixed');

/** The plan's net benefit as a function of its parameters, one and two of them varied over their 95 % intervals. */
function sensitivity(
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

const digits = (value: number) => Number(value.toPrecision(6));
