import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { Allocation } from '../../../models/economics/allocate.ts';
import type { DrawnChange, OfferedGroup } from '../../../models/economics/drawn-change.ts';
import {
  drawParameters,
  type ParameterDraws,
  type UncertainParameters,
} from '../../../models/economics/parameter-draws.ts';
import { parametersOf } from '../../../models/economics/uncertain-intervention.ts';
import { discountRatePerYear } from '../risk/risk-scores.ts';
import { chooseOffers, type OfferWorth, worthOfOffers } from './choose-offers.ts';
import { offeredGroups } from './offered-groups.ts';
import { type OfferedIntervention, uncertainHeavyService } from './offered-interventions.ts';
import type { PlanPopulation } from './plan-population.ts';
import { PlanFrame } from './plan-value.ts';

/** What the next money is shown for: 10,000 €. */
export const nextCents = 1_000_000;

/** Offers made one way, and what they change in every draw over the programme's second horizon, discounted. */
export interface ValuedOffers {
  readonly allocation: Allocation;
  readonly groups: readonly (OfferedGroup | undefined)[];
  /** By intervention; undefined where nobody is offered it. */
  readonly changes: readonly (DrawnChange | undefined)[];
  readonly total: DrawnChange;
}

/** A plan before it is put into an answer: everything by number, people counted from 0. */
export interface MadePlan {
  readonly population: PlanPopulation;
  readonly offered: readonly OfferedIntervention[];
  readonly parameters: UncertainParameters;
  readonly draws: ParameterDraws;
  readonly worth: OfferWorth;
  readonly worthPerHomeMonthCents: number;
  /** The second horizon, discounted. */
  readonly frame: PlanFrame;
  readonly plan: ValuedOffers;
  /** With a little more money. */
  readonly withMore: ValuedOffers;
  /** Each intervention alone with the same money, by intervention. */
  readonly alone: readonly ValuedOffers[];
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
  const benefitFrame = {
    months: population.grid.months,
    horizonMonths,
    discountRatePerYear,
    worthPerHomeMonthCents,
  };
  const worth = worthOfOffers(population, offered, draws, benefitFrame, request.equalWithinCents);
  const frame = new PlanFrame(draws, horizonMonths, discountRatePerYear);
  const valued = (budgetCents: number, only?: number): ValuedOffers => {
    const allocation = chooseOffers(worth, offered, { budgetCents, seed: request.seed }, only);
    const groups = offeredGroups(population, offered, allocation.chosen);
    const changes = frame.changes(groups);
    return { allocation, groups, changes, total: frame.sum(changes) };
  };
  return {
    population,
    offered,
    parameters,
    draws,
    worth,
    worthPerHomeMonthCents,
    frame,
    plan: valued(request.budgetCents),
    withMore: valued(request.budgetCents + nextCents),
    alone: offered.map((_, at) => valued(request.budgetCents, at)),
  };
}
