import type { Plan, PlanScenario, ScenarioId } from '../../../data-contracts/schemas/plan.ts';
import type { ClientAhead } from '../../../models/economics/client-benefit.ts';
import type { UncertainEffect } from '../../../models/economics/course-profile.ts';
import type { Distribution } from '../../../models/economics/distributions.ts';
import {
  type DrawnChange,
  DrawnTerms,
  type OfferedGroup,
  shareOfDraws,
  summaryOfDraws,
} from '../../../models/economics/drawn-change.ts';
import { extendedRates, outcomeTimes } from '../../../models/economics/monthly-rates.ts';
import type { ParameterDraws } from '../../../models/economics/parameter-draws.ts';
import {
  effectKinds,
  heavyServiceIds,
  parameterId,
  type UncertainIntervention,
} from '../../../models/economics/uncertain-intervention.ts';
import { partOfRatio } from '../../../models/economics/waning-ratio.ts';
import type { MadePlan } from './make-plan.ts';
import { offeredGroup } from './offered-groups.ts';
import { centsEstimate, savingShare, timeEstimate, toldShare } from './plan-figures.ts';
import { PlanFrame } from './plan-value.ts';

/** What is supposed instead; what is not named stays as planned. */
interface Assumption {
  readonly stayFactor?: number;
  /** What is left of every effect, on the scale on which effects add up. */
  readonly effectShare?: number;
  /** Of the rate of the outcome in every month. */
  readonly rateFactor?: number;
  readonly horizonMonths?: number;
  /** Whether other services at home are left out of the costs. */
  readonly isWithoutOther?: boolean;
}

const assumptions: Readonly<Record<Exclude<ScenarioId, 'as-planned'>, Assumption>> = {
  'stay-shorter': { stayFactor: 0.75 },
  'effects-halved': { effectShare: 0.5 },
  'risk-lower': { rateFactor: 0.8 },
  'horizon-60': { horizonMonths: 60 },
  'horizon-120': { horizonMonths: 120 },
  'other-services-left-out': { isWithoutOther: true },
};

/**
 * The plan's own offers where one assumption is another, with the same draws: `as-planned` first, then one scenario
 * each. A horizon that the model foresees anyway is left out.
 */
export function planScenarios(made: MadePlan): Plan['scenarios'] {
  const { horizonMonths } = made.frame;
  const asPlanned = told('as-planned', made.plan.total, made, horizonMonths);
  const turned = (Object.keys(assumptions) as (keyof typeof assumptions)[])
    .filter((id) => (assumptions[id].horizonMonths ?? Number.POSITIVE_INFINITY) > horizonMonths)
    .map((id) => {
      const assumption = assumptions[id];
      return told(id, changeUnder(assumption, made), made, assumption.horizonMonths ?? horizonMonths);
    });
  return [asPlanned, ...turned].map((one) => ({
    ...one,
    turnsSaving: one.totalCents.mean < 0 !== asPlanned.totalCents.mean < 0,
    turnsWorth: one.netBenefitCents.mean > 0 !== asPlanned.netBenefitCents.mean > 0,
  }));
}

/**
 * The share of the price of heavy service that clients' fees would have to pay for the plan to save nothing: fees are not
 * modelled, and fall away with the days. Null where the plan saves nothing anyway, or does so whatever the fees.
 */
export function feesThatUndoSaving({ heavyCents, totalCents }: DrawnChange): number | null {
  const [heavy, all] = [summaryOfDraws(heavyCents).mean, summaryOfDraws(totalCents).mean];
  return all < 0 && heavy < all ? toldShare(all / heavy) : null;
}

function told(
  id: ScenarioId,
  { totalCents, homeMonths }: DrawnChange,
  { worthPerHomeMonthCents }: MadePlan,
  horizonMonths: number,
): Omit<PlanScenario, 'turnsSaving' | 'turnsWorth'> {
  const netBenefit = homeMonths.map((months, draw) => months * worthPerHomeMonthCents - totalCents[draw]!);
  return {
    id,
    horizonMonths,
    totalCents: centsEstimate(totalCents),
    homeMonths: timeEstimate(homeMonths),
    netBenefitCents: centsEstimate(netBenefit),
    probabilitySavesMoney: savingShare(totalCents),
    probabilityWorthIt: toldShare(shareOfDraws(netBenefit, (cents) => cents > 0)),
  };
}

function changeUnder(assumption: Assumption, made: MadePlan): DrawnChange {
  const { frame, plan } = made;
  if (assumption.isWithoutOther) return withoutOther(plan.total);
  const terms = new DrawnTerms(drawsUnder(assumption, made));
  const horizonMonths = assumption.horizonMonths ?? frame.horizonMonths;
  return new PlanFrame(terms, horizonMonths, frame.discountRatePerYear).total(groupsUnder(assumption, made));
}

const withoutOther = (change: DrawnChange): DrawnChange => ({
  ...change,
  otherCents: new Float64Array(change.otherCents.length),
  totalCents: change.totalCents.map((cents, draw) => cents - change.otherCents[draw]!),
});

function drawsUnder({ stayFactor = 1, effectShare = 1 }: Assumption, { draws, offered }: MadePlan) {
  const changed: Record<string, Float64Array> = { ...draws };
  const { meanStayDays } = heavyServiceIds;
  changed[meanStayDays] = draws[meanStayDays]!.map((days) => days * stayFactor);
  for (const { uncertain } of offered)
    for (const id of effectKinds.map((kind) => parameterId(uncertain, kind)))
      if (draws[id]) changed[id] = draws[id].map((ratio) => partOfRatio(ratio, effectShare));
  return changed satisfies ParameterDraws;
}

/** The groups of the plan with their courses run anew, where the assumption changes courses. */
function groupsUnder(assumption: Assumption, made: MadePlan): readonly (OfferedGroup | undefined)[] {
  const { population, plan } = made;
  const { rateFactor = 1, effectShare = 1, horizonMonths = 0 } = assumption;
  if (rateFactor === 1 && effectShare === 1 && horizonMonths <= population.grid.months) return plan.groups;
  const months = Math.max(population.grid.months, horizonMonths);
  const ahead = (client: number): ClientAhead => {
    const { rates, cost } = population.ahead(client);
    return { cost, rates: outcomeTimes(extendedRates(rates, months), rateFactor) };
  };
  return plan.groups.map((group, at) => {
    if (!group) return undefined;
    const clients = [...plan.allocation.chosen.keys()].filter(
      (client) => plan.allocation.chosen[client] === at,
    );
    return offeredGroup({ months, ahead }, weakened(group.intervention, effectShare), clients);
  });
}

/** The intervention with a share of every effect. */
function weakened(intervention: UncertainIntervention, share: number): UncertainIntervention {
  const effect = (one: UncertainEffect | undefined) =>
    one && { ...one, distribution: partOf(one.distribution, share) };
  const { outcome, death, hospital, totalCost } = intervention;
  return {
    ...intervention,
    outcome: effect(outcome),
    death: effect(death),
    hospital: effect(hospital),
    totalCost: effect(totalCost),
  };
}

function partOf(distribution: Distribution, share: number): Distribution {
  if (distribution.name === 'fixed')
    return { ...distribution, value: partOfRatio(distribution.value, share) };
  if (distribution.name !== 'log-normal')
    throw new RangeError(`ratio: expected log-normal or fixed, got ${distribution.name}`);
  const of = (value: number) => partOfRatio(value, share);
  const { ratio, lower95, upper95 } = distribution;
  return { ...distribution, ratio: of(ratio), lower95: of(lower95), upper95: of(upper95) };
}
