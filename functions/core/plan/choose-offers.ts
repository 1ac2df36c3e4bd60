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
  /** Expected net benefit, cents, in steps below which a difference means nothing; NaN = not eligible. */
  readonly netBenefit: Float64Array;
  /** By intervention, cents. */
  readonly offerCents: Float64Array;
}

export function worthOfOffers(
  population: PlanPopulation,
  offered: readonly OfferedIntervention[],
  draws: ParameterDraws,
  frame: BenefitFrame,
  equalWithinCents: number,
): OfferWorth {
  const weights = expectedWeights(draws, frame);
  const benefits = offered.map(({ uncertain }) => new ExpectedBenefit(uncertain, weights, frame));
  const netBenefit = new Float64Array(population.size * offered.length).fill(Number.NaN);
  for (let client = 0; client < population.size; client++) {
    const ahead = population.ahead(client);
    benefits.forEach((benefit, intervention) => {
      if (!population.isEligible(client, intervention)) return;
      const steps = Math.round(benefit.cents(ahead) / equalWithinCents);
      netBenefit[client * offered.length + intervention] = steps * equalWithinCents;
    });
  }
  return { netBenefit, offerCents: Float64Array.from(offered, ({ uncertain }) => offerCents(uncertain)) };
}

/** Counted against the budget for one offer: expected uptake, and every month of it charged. */
export const offerCents = (uncertain: UncertainIntervention) =>
  meanOf(uncertain.uptakeShare) * fullPriceCents(uncertain);

/** For a client who takes it up and stays at home until its end. */
export const fullPriceCents = ({ fixedCents, monthlyCents, monthlyMonths }: UncertainIntervention) =>
  meanOf(fixedCents) + meanOf(monthlyCents) * monthlyMonths;

/** Who is offered what with so much money, where it is worth it; with `only`, nothing but that intervention. */
export function chooseOffers(
  { netBenefit, offerCents: costCents }: OfferWorth,
  offered: readonly OfferedIntervention[],
  { budgetCents, seed }: Pick<PlanRequest, 'budgetCents' | 'seed'>,
  only?: number,
): Allocation {
  return allocate({
    clients: netBenefit.length / offered.length,
    interventions: offered.length,
    benefit: netBenefit.map((cents) => (cents > 0 ? cents : Number.NaN)),
    costCents,
    budgetCents,
    capacity: offered.map(({ places }, at) => (only === undefined || only === at ? places : 0)),
    seed,
  });
}
