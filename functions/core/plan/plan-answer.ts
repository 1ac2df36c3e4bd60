import {
  notTold,
  type SafeCount,
  type SafeTable,
  type ToldStatus,
} from '../../../data-contracts/schemas/cohort.ts';
import { currency } from '../../../data-contracts/schemas/intervention.ts';
import type { Plan } from '../../../data-contracts/schemas/plan.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { differenceOfChanges, shareOfDraws, summaryOfDraws } from '../../../models/economics/drawn-change.ts';
import { notesOnParts } from '../cohort/cohort-answer.ts';
import type { ScoreSet } from '../ports/score-store.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import type { SafePopulation } from '../release/safe-population.ts';
import { standingNotes } from '../risk/model-monitoring.ts';
import { discountRatePerYear } from '../risk/risk-scores.ts';
import { fullPriceCents } from './choose-offers.ts';
import { type MadePlan, nextCents } from './make-plan.ts';
import { centsEstimate, planChange, savingShare, timeEstimate, toldShare } from './plan-figures.ts';
import { planInterventions } from './plan-interventions.ts';
import { planParameters } from './plan-parameters.ts';
import { planLots, planRows } from './plan-rows.ts';
import { feesThatUndoSaving, planScenarios } from './plan-scenarios.ts';
import { planStrategies } from './plan-strategies.ts';
import { budgetImpact, PlanFrame, planFrames } from './plan-value.ts';

/** Who asks what of which scores, and what the gate let out for it. */
export interface PlanQuestion {
  readonly session: ReleaseSession;
  readonly programme: Programme;
  readonly request: PlanRequest;
  readonly about: Pick<Plan, 'people' | 'presetName' | 'statusBases'>;
  readonly scoreSet: ScoreSet;
  readonly eligible: SafeCount;
  readonly people: SafePopulation;
  /** As it may be told. */
  readonly statusOf: (client: string) => ToldStatus;
  /** Of everybody in the programme, when the day began. */
  readonly withheld: SafeTable;
}

/** The answer where somebody could be considered. */
export function planAnswer(question: PlanQuestion, made: MadePlan): Plan {
  const { programme, request, eligible } = question;
  const [, horizonMonths] = programme.horizonsMonths;
  const { plan, worthPerHomeMonthCents, draws, terms } = made;
  const hasOffers = plan.allocation.served > 0;
  const summary = {
    cents: summaryOfDraws(plan.total.totalCents),
    home: summaryOfDraws(plan.total.homeMonths),
  };
  return {
    ...heading(question),
    rows: planRows(made, request, programme.horizonsMonths, discountRatePerYear).map((row) => ({
      ...row,
      ...(question.people.isSmallCell(row) && { ageBand: notTold, municipality: notTold }),
      serviceStatus: question.statusOf(row.client),
    })),
    change: hasOffers ? planChange(plan.total, worthPerHomeMonthCents) : null,
    frames: hasOffers
      ? planFrames(terms, plan.groups, programme.horizonsMonths, discountRatePerYear, worthPerHomeMonthCents)
      : [],
    budgetImpact: hasOffers ? budgetImpact(terms, plan.groups, horizonMonths) : [],
    spending: spendingOf(made, request, horizonMonths),
    next: nextOf(made),
    interventions: planInterventions(made, horizonMonths, discountRatePerYear),
    lots: planLots(made),
    gapShare: plan.allocation.gapShare,
    monteCarlo: {
      draws: request.draws,
      totalCentsStandardError: Math.round(summary.cents.standardError),
      homeMonthsStandardError: Math.round(summary.home.standardError * 1000) / 1000,
    },
    scenarios: hasOffers ? planScenarios(made) : [],
    feesThatUndoSaving: hasOffers ? feesThatUndoSaving(plan.total) : null,
    ...planStrategies(made, request, discountRatePerYear, horizonMonths),
    parameters: planParameters(made.parameters, draws, programme, made.offered, request.language),
    eligible,
    notes: notesOf(question, made),
  };
}

/** The answer where fewer fit than the smallest cell: nobody is considered and nothing is told. */
export function emptyPlan(question: PlanQuestion): Plan {
  return {
    ...heading(question),
    rows: [],
    change: null,
    frames: [],
    budgetImpact: [],
    spending: { plannedCents: 0, ifAllAcceptCents: 0, probabilityOverBudget: 0 },
    next: null,
    interventions: [],
    lots: [],
    gapShare: 0,
    monteCarlo: { draws: question.request.draws, totalCentsStandardError: 0, homeMonthsStandardError: 0 },
    scenarios: [],
    feesThatUndoSaving: null,
    strategies: [],
    analysis: null,
    parameters: [],
    eligible: 'suppressed',
    notes: ['too-few-to-show', ...notesOnParts(question.request, question.people)],
  };
}

function heading({ session, programme, request, about, scoreSet, withheld }: PlanQuestion) {
  return {
    origin: scoreSet.origin,
    programme: programme.id,
    outcomeName: programme.outcomeName,
    modelVersion: scoreSet.modelVersion,
    landmarkOn: scoreSet.landmarkOn,
    askedAt: session.at,
    language: request.language,
    request,
    ...about,
    frame: {
      perspective: 'county' as const,
      horizonsMonths: programme.horizonsMonths,
      discountRatePerYear,
      currency,
      priceYear: programme.outcomeCost.priceYear,
    },
    withheld: {
      total: withheld.total,
      byReason: withheld.cells.map(({ name, count }) => ({ reason: name, count })),
    },
  };
}

function spendingOf(
  { plan, offered, worth, terms }: MadePlan,
  { budgetCents }: PlanRequest,
  horizonMonths: number,
): Plan['spending'] {
  const places = plan.allocation.placesTaken;
  const all = (price: (at: number) => number) =>
    Math.round(places.reduce((sum, taken, at) => sum + taken * price(at), 0));
  const paid = new PlanFrame(terms, horizonMonths, 0).total(plan.groups).interventionCents;
  return {
    plannedCents: all((at) => worth.offerCents[at]!),
    ifAllAcceptCents: all((at) => fullPriceCents(offered[at]!.uncertain)),
    probabilityOverBudget: toldShare(shareOfDraws(paid, (cents) => cents > budgetCents)),
  };
}

/** The plan with a little more money beside the plan. */
function nextOf({ plan, withMore, offered }: MadePlan): Plan['next'] {
  const offers = offered
    .map(({ entry }, at) => ({
      intervention: entry.id,
      offered: withMore.allocation.placesTaken[at]! - plan.allocation.placesTaken[at]!,
    }))
    .filter((offer) => offer.offered !== 0);
  if (withMore.allocation.totalBenefit <= plan.allocation.totalBenefit) return null;
  const more = differenceOfChanges(withMore.total, plan.total);
  return {
    extraCents: nextCents,
    offers,
    totalCents: centsEstimate(more.totalCents),
    homeMonths: timeEstimate(more.homeMonths),
    probabilitySavesMoney: savingShare(more.totalCents),
  };
}

function notesOf(question: PlanQuestion, made: MadePlan): Plan['notes'] {
  const { programme, request, session, scoreSet } = question;
  const notes: Plan['notes'] = [
    ...notesOnParts(request, question.people),
    ...standingNotes(scoreSet.monitoring),
  ];
  if (made.plan.allocation.served === 0) notes.push('nothing-worth-it');
  const { evidence, uncertainty } = programme.outcomeCost;
  if (
    made.offered.some(({ isDemonstration }) => isDemonstration) ||
    [evidence, uncertainty?.evidence].includes('demonstration')
  ) {
    notes.push('demonstration-values');
  }
  if (made.offered.some(({ entry }) => entry.effects.some(({ updated }) => updated)))
    notes.push('effects-updated');
  if (made.population.withoutCost > 0) notes.push('last-years-cost-unknown');
  if (session.legalBases.some((basis) => basis.purpose === request.purpose && !basis.confirmed)) {
    notes.push('legal-basis-unconfirmed');
  }
  return notes;
}
