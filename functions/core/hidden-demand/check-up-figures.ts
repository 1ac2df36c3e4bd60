import type { CheckUpPlan, CheckUpPlanRequest } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { inLanguage } from '../../../data-contracts/vocabularies/messages/in-language.ts';
import { shareOfDraws, summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import { drawParameters } from '../../../models/economics/parameter-draws.ts';
import { parameterId, parametersOf } from '../../../models/economics/uncertain-intervention.ts';
import { fullPriceCents, offerCents } from '../plan/choose-offers.ts';
import { type OfferedIntervention, uncertainHeavyService } from '../plan/offered-interventions.ts';
import { centsEstimate, peopleEstimate, toldShare } from '../plan/plan-figures.ts';

/** A check-up with what each draw says that it costs who takes it up, and how many do. */
export interface DrawnCheckUp {
  readonly offered: OfferedIntervention;
  /** Cents, by draw. */
  readonly price: Float64Array;
  readonly uptake: Float64Array;
}

export function drawnCheckUp(
  offered: OfferedIntervention,
  programme: Programme,
  { draws, seed }: Pick<CheckUpPlanRequest, 'draws' | 'seed'>,
): DrawnCheckUp {
  const { uncertain } = offered;
  const parameters = parametersOf(uncertainHeavyService(programme), [uncertain]);
  const drawn = drawParameters(parameters, draws, seed);
  const of = (kind: Parameters<typeof parameterId>[1]) => drawn[parameterId(uncertain, kind)]!;
  const monthly = of('monthlyCents');
  return {
    offered,
    price: of('fixedCents').map((once, draw) => once + monthly[draw]! * uncertain.monthlyMonths),
    uptake: of('uptakeShare'),
  };
}

/** What a check-up costs and how many take it up, as it is told. */
export function toldCheckUp(
  { offered, price, uptake }: DrawnCheckUp,
  language: Language,
): CheckUpPlan['intervention'] {
  const { entry, places, isDemonstration } = offered;
  const { evidence, source } = entry.cost.fixedCents;
  const share = summaryOfDraws(uptake);
  return {
    id: entry.id,
    name: entry.name,
    isDemonstration,
    places: Number.isFinite(places) ? places : null,
    priceCents: { ...centsEstimate(price), evidence, source: inLanguage(source, language) },
    uptakeShare: {
      mean: toldShare(share.mean),
      lower95: toldShare(share.lower95),
      upper95: toldShare(share.upper95),
      evidence: entry.uptake.evidence,
      source: inLanguage(entry.uptake.source, language),
    },
  };
}

/** What so many offers cost, and how many of them are taken up. */
export function spendingOn(
  people: number,
  { offered, price, uptake }: DrawnCheckUp,
  budgetCents: number,
): Pick<CheckUpPlan, 'takers' | 'spending'> {
  const { uncertain } = offered;
  const cents = price.map((one, draw) => people * uptake[draw]! * one);
  return {
    takers: peopleEstimate(uptake.map((share) => people * share)),
    spending: {
      plannedCents: Math.round(people * offerCents(uncertain)),
      cents: centsEstimate(cents),
      ifAllAcceptCents: Math.round(people * fullPriceCents(uncertain)),
      probabilityOverBudget: toldShare(shareOfDraws(cents, (one) => one > budgetCents)),
    },
  };
}

/** How many can be offered it. */
export function placesWithin({ places, uncertain }: OfferedIntervention, budgetCents: number): number {
  const cents = offerCents(uncertain);
  return Math.min(places, cents === 0 ? Number.POSITIVE_INFINITY : Math.floor(budgetCents / cents));
}
