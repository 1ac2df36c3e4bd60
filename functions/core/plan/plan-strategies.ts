import type { Plan, PlanAnalysis, PlanStrategy } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import { acceptabilityCurves } from '../../../models/economics/acceptability.ts';
import { type DrawnChange, summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import { incrementalAnalysis } from '../../../models/economics/incremental-analysis.ts';
import type { StrategyDraws } from '../../../models/economics/strategy-draws.ts';
import type { Combination } from './combinations.ts';
import type { MadePlan } from './make-plan.ts';
import { centsEstimate, timeEstimate, toldShare } from './plan-figures.ts';
import { planInformation } from './plan-information.ts';
import { planSensitivity } from './plan-sensitivity.ts';

/** Draws shown on the cost-effectiveness plane. */
const planePoints = 500;

/** What a home year may be worth, cents: for each the plans are made anew. */
const worths = [0, 20, 50, 100].map((thousands) => thousands * 100_000);

/** Every plan that there is with interventions on or off, as strategies against each other. */
export function planStrategies(
  made: MadePlan,
  request: PlanRequest,
  discountRatePerYear: number,
  horizonMonths: number,
): Pick<Plan, 'strategies' | 'analysis'> {
  const combinations = made.combinations.at(made.worthPerHomeMonthCents);
  const strategies = incremental(combinations, made);
  if (made.plan.allocation.served === 0) return { strategies, analysis: null };
  const drawn = strategyDraws(combinations, made, request.draws);
  const { homeMonths, totalCents } = made.plan.total;
  const analysis: PlanAnalysis = {
    acceptability: [...new Set([...worths, request.worthPerHomeYearCents])]
      .sort((a, b) => a - b)
      .map((worth) => acceptabilityAt(made, request.draws, worth)),
    ...planInformation(made, drawn, request),
    ...planSensitivity(made, { horizonMonths, discountRatePerYear }),
    plane: Array.from({ length: Math.min(planePoints, request.draws) }, (_, draw) => ({
      homeYears: Math.round((homeMonths[draw]! / 12) * 1000) / 1000 + 0,
      totalCents: told(totalCents[draw]!),
    })),
  };
  return { strategies, analysis };
}

const told = (cents: number) => Math.round(cents) + 0;

/** `none`, `plan` where all interventions are on, else `only.` and those in use. */
function idOf({ used }: Combination, place: number, { offered }: MadePlan): string {
  if (used.length === 0) return 'none';
  return place === 0 ? 'plan' : `only.${used.map((at) => offered[at]!.entry.id).join('+')}`;
}

const homeYears = ({ homeMonths }: DrawnChange) => homeMonths.map((months) => months / 12);

function incremental(combinations: readonly Combination[], made: MadePlan): PlanStrategy[] {
  const byId = new Map(combinations.map((one, place) => [idOf(one, place, made), one.offers]));
  const rows = incrementalAnalysis(
    [...byId].map(([id, { total }]) => ({
      strategy: id,
      cost: summaryOfDraws(total.totalCents).mean,
      effect: summaryOfDraws(homeYears(total)).mean,
    })),
  );
  return rows.map(({ strategy, icer, status }) => {
    const { allocation, total } = byId.get(strategy)!;
    return {
      id: strategy,
      offered: allocation.served,
      totalCents: centsEstimate(total.totalCents),
      homeYears: timeEstimate(homeYears(total)),
      centsPerHomeYear: icer === null ? null : told(icer),
      status,
    };
  });
}

function strategyDraws(combinations: readonly Combination[], made: MadePlan, draws: number): StrategyDraws {
  const byDraw = (of: (change: DrawnChange) => Float64Array) => {
    const columns = combinations.map(({ offers }) => of(offers.total));
    return Float64Array.from(
      { length: draws * columns.length },
      (_, cell) => columns[cell % columns.length]![Math.floor(cell / columns.length)]!,
    );
  };
  return {
    strategies: combinations.map((one, place) => idOf(one, place, made)),
    draws,
    cost: byDraw(({ totalCents }) => totalCents),
    effect: byDraw(homeYears),
  };
}

/** The plans made for this worth of a home year, with interventions on and off, against each other. */
function acceptabilityAt(
  made: MadePlan,
  draws: number,
  worthCents: number,
): PlanAnalysis['acceptability'][number] {
  const drawn = strategyDraws(made.combinations.at(worthCents / 12), made, draws);
  const [at] = acceptabilityCurves(drawn, [worthCents]);
  return {
    worthPerHomeYearCents: worthCents,
    optimal: drawn.strategies[at!.optimal]!,
    evpiCents: told(at!.evpi),
    evpiErrorCents: told(at!.evpiError),
    byStrategy: drawn.strategies.map((id, own) => ({
      id,
      netBenefitCents: told(at!.expectedNetBenefit[own]!),
      probabilityBest: toldShare(at!.acceptability[own]!),
      expectedLossCents: told(at!.expectedLoss[own]!),
    })),
  };
}
