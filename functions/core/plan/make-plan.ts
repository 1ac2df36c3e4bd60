import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { DrawnTerms } from '../../../models/economics/drawn-change.ts';
import {
  drawParameters,
  type ParameterDraws,
  type UncertainParameters,
} from '../../../models/economics/parameter-draws.ts';
import { parametersOf } from '../../../models/economics/uncertain-intervention.ts';
import { discountRatePerYear } from '../risk/risk-scores.ts';
import { netBenefitAt, type OfferWorth, worthOfOffers } from './choose-offers.ts';
import { Combinations, type ValuedOffers } from './combinations.ts';
import { type OfferedIntervention, uncertainHeavyService } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';
import { PlanFrame } from './plan-value.ts';

/** What the next money is shown for: 10,000 €. */
export const nextCents = 1_000_000;

/** A plan before it is put into an answer: everything by number, people counted from 0. */
export interface MadePlan {
  readonly population: PlanPopulation;
  readonly offered: readonly OfferedIntervention[];
  readonly parameters: UncertainParameters;
  readonly draws: ParameterDraws;
  /** What the draws say of interventions. */
  readonly terms: DrawnTerms;
  readonly worth: OfferWorth;
  /** At the request's worth of a home month, cents; NaN = not eligible. */
  readonly netBenefit: Float64Array;
  readonly worthPerHomeMonthCents: number;
  /** The second horizon, discounted. */
  readonly frame: PlanFrame;
  readonly plan: ValuedOffers;
  /** With a little more money. */
  readonly withMore: ValuedOffers;
  /** Plans with the same money and any interventions off. */
  readonly combinations: Combinations;
}

/** Chooses offers for a population, and values them and the alternatives. */
export function makePlan(
  programme: Programme,
  request: PlanRequest,
  offered: readonly OfferedIntervention[],
  population: PlanPopulation,
): MadePlan {
  const parameters = parametersOf(
    uncertainHeavyService(programme),
    offered.map(({ uncertain }) => uncertain),
  );
  const draws = drawParameters(parameters, request.draws, request.seed);
  const [, horizonMonths] = programme.horizonsMonths;
  const worthPerHomeMonthCents = request.worthPerHomeYearCents / 12;
  const { months } = population.grid;
  const benefitFrame = { months, horizonMonths, discountRatePerYear };
  const worth = worthOfOffers(population, offered, draws, benefitFrame, request.equalWithinCents);
  const terms = new DrawnTerms(draws);
  const frame = new PlanFrame(terms, horizonMonths, discountRatePerYear);
  const combinations = new Combinations(population, offered, worth, frame, request);
  return {
    population,
    offered,
    parameters,
    draws,
    terms,
    worth,
    netBenefit: netBenefitAt(worth, worthPerHomeMonthCents),
    worthPerHomeMonthCents,
    frame,
    plan: combinations.whole(worthPerHomeMonthCents),
    withMore: combinations.whole(worthPerHomeMonthCents, request.budgetCents + nextCents),
    combinations,
  };
}
