import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import { type Allocation, allocate } from '../../../models/economics/allocate.ts';
import {
  type BenefitFrame,
  ExpectedBenefit,
  expectedWeights,
} from '../../../models/economics/expected-benefit.ts';
import { meanOf } from '../../../models/economics/interval-distributions.ts';
import type { ParameterDraws } from '../../../models/economics/parameter-draws.ts';
import type { UncertainIntervention } from '../../../models/economics/uncertain-intervention.ts';
import type { OfferedIntervention } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';

/** What each client would gain by each intervention, and what one offer takes from the budget. */
export interface OfferWorth {
  /** Clients × interventions; NaN = not eligible. Expected change of all costs, cents, and of months at home. */
  readonly totalCents: Float64Array;
  readonly homeMonths: Float64Array;
  /** Net benefits closer than this are equal. */
  readonly equalWithinCents: number;
  /** By intervention, cents. */
  readonly offerCents: Float64Array;
}

export function worthOfOffers(
  population: PlanPopulation,
  offered: readonly OfferedIntervention[],
  draws: ParameterDraws,
  frame: Omit<BenefitFrame, 'worthPerHomeMonthCents'>,
  equalWithinCents: number,
): OfferWorth {
  const [money, both] = [0, 1].map((worthPerHomeMonthCents) => {
    const own = { ...frame, worthPerHomeMonthCents: worthPerHomeMonthCents * monthCents };
    const weights = expectedWeights(draws, own);
    return offered.map(({ uncertain }) => new ExpectedBenefit(uncertain, weights, own));
  }) as [ExpectedBenefit[], ExpectedBenefit[]];
  const totalCents = new Float64Array(population.size * offered.length).fill(Number.NaN);
  const homeMonths = totalCents.slice();
  for (let client = 0; client < population.size; client++) {
    const ahead = population.ahead(client);
    for (let at = 0; at < offered.length; at++) {
      if (!population.isEligible(client, at)) continue;
      const saved = money[at]!.cents(ahead);
      totalCents[client * offered.length + at] = -saved;
      homeMonths[client * offered.length + at] = (both[at]!.cents(ahead) - saved) / monthCents;
    }
  }
  const offerPrices = Float64Array.from(offered, ({ uncertain }) => offerCents(uncertain));
  return { totalCents, homeMonths, equalWithinCents, offerCents: offerPrices };
}

/** A month at home is weighed with this to tell months from money: of the size of a client's costs. */
const monthCents = 100_000;

/** Expected net benefit, cents, in steps below which a difference means nothing; NaN = not eligible. */
export const netBenefitAt = (
  { totalCents, homeMonths, equalWithinCents }: OfferWorth,
  worthPerHomeMonthCents: number,
): Float64Array =>
  totalCents.map((cents, cell) => {
    const benefit = homeMonths[cell]! * worthPerHomeMonthCents - cents;
    return Math.round(benefit / equalWithinCents) * equalWithinCents;
  });

/** Counted against the budget for one offer: expected uptake, and every month of it charged. */
export const offerCents = (uncertain: UncertainIntervention) =>
  meanOf(uncertain.uptakeShare) * fullPriceCents(uncertain);

/** For a client who takes it up and stays at home until its end. */
export const fullPriceCents = ({ fixedCents, monthlyCents, monthlyMonths }: UncertainIntervention) =>
  meanOf(fixedCents) + meanOf(monthlyCents) * monthlyMonths;

/** Who is offered what with so much money, where it is worth it and its intervention is on. */
export function chooseOffers(
  netBenefit: Float64Array,
  costCents: Float64Array,
  offered: readonly OfferedIntervention[],
  { budgetCents, seed }: Pick<PlanRequest, 'budgetCents' | 'seed'>,
  isOn: (intervention: number) => boolean = () => true,
): Allocation {
  return allocate({
    clients: netBenefit.length / offered.length,
    interventions: offered.length,
    benefit: netBenefit.map((cents, cell) => (cents > 0 && isOn(cell % offered.length) ? cents : Number.NaN)),
    costCents,
    budgetCents,
    capacity: offered.map(({ places }) => places),
    seed,
  });
}
