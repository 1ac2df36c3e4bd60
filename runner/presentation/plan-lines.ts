import type { SafeCount } from '../../data-contracts/schemas/cohort.ts';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { Plan } from '../../data-contracts/schemas/plan.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { ofDayLines, told } from '../../wording/withheld-lines.ts';
import { basisLines, peopleLines } from './about-lines.ts';
import { capitalised } from './cohort-table.ts';
import { planEstimates } from './plan-estimates.ts';
import { parameterName } from './plan-names.ts';

/** What the plan is on, who pays, with what money. */
export function headingLines(plan: Plan): string[] {
  const { language, frame, request, spending } = plan;
  const { day } = figures(language);
  const { euros, probability } = planEstimates(language);
  const outcome = capitalised(plan.outcomeName[language], language);
  return [
    ...(plan.origin === 'register' ? [] : [`*** ${texts.origins[plan.origin][language]} ***`]),
    ...(plan.notes.includes('demonstration-values')
      ? [`*** ${planTexts.notes['demonstration-values'][language]} ***`]
      : []),
    say(planTexts.title, language, { outcome }),
    ...peopleLines(plan),
    say(texts.cohort.basedOn, language, { model: plan.modelVersion, day: day(plan.landmarkOn) }),
    say(planTexts.frame, language, {
      horizon: spanOf(frame.horizonsMonths[1], plan),
      rate: percent(frame.discountRatePerYear, plan),
      year: String(frame.priceYear),
    }),
    say(planTexts.worth, language, { worth: euros(request.worthPerHomeYearCents) }),
    say(planTexts.budget, language, {
      budget: euros(request.budgetCents),
      planned: euros(spending.plannedCents),
      all: euros(spending.ifAllAcceptCents),
    }),
    say(planTexts.overBudget, language, { share: probability(spending.probabilityOverBudget) }),
    planTexts.sign[language],
  ];
}

const spanOf = (months: number, { language }: Plan) => say(texts.model.months, language, { months });

/** A discount rate, without digits that say nothing. */
const percent = (rate: number, { language }: Plan) => {
  const { decimal } = figures(language);
  return language === 'en' ? `${decimal(rate * 100, 0)}%` : `${decimal(rate * 100, 0)} %`;
};

/** The money by year, the other horizons, and what more money would buy. */
export function yearLines(plan: Plan): string[] {
  const { language, frames, budgetImpact, next } = plan;
  const { euros, eurosWithin, monthsWithin, probability } = planEstimates(language);
  if (frames.length === 0) return [];
  const change = (one: { totalCents: Plan['frames'][number]['change']['totalCents'] }) =>
    eurosWithin(one.totalCents);
  const extra = { extra: euros(next?.extraCents ?? 1_000_000) };
  return [
    planTexts.byHorizon[language],
    ...frames.map((frame) => {
      const values = {
        horizon: spanOf(frame.horizonMonths, plan),
        rate: percent(frame.discountRatePerYear, plan),
        change: change(frame.change),
        months: monthsWithin(frame.change.homeMonths),
        share: probability(frame.change.probabilitySavesMoney),
      };
      return `  ${say(planTexts.horizonLine, language, values)}`;
    }),
    planTexts.byYear[language],
    ...budgetImpact.map((year) => {
      const values = {
        year: year.year,
        price: euros(year.interventionCents.mean),
        heavy: euros(year.heavyCents.mean),
        other: euros(year.otherCents.mean),
        all: eurosWithin(year.totalCents),
      };
      return `  ${say(planTexts.yearLine, language, values)}`;
    }),
    next
      ? say(planTexts.next, language, {
          ...extra,
          change: change(next),
          months: monthsWithin(next.homeMonths),
          share: probability(next.probabilitySavesMoney),
        })
      : say(planTexts.nextNothing, language, extra),
    '',
  ];
}

/** Who was left out, withheld, and what else the reader must know. */
export function standingLines(plan: Plan): string[] {
  const { language, notes, lots, request } = plan;
  return [
    ...leftOutLines(plan),
    ...(lots.length > 0
      ? [say(planTexts.lots, language, { count: lots.length, seed: String(request.seed) })]
      : []),
    ...plan.interventions
      .filter(({ notCounted }) => notCounted.length > 0)
      .map(({ name, notCounted }) => {
        const endpoints = notCounted.map((endpoint) => planTexts.endpoints[endpoint][language]).join(', ');
        return say(planTexts.notCounted, language, { name: name[language], endpoints });
      }),
    say(texts.cohort.eligible, language, { figure: told(plan.eligible, language) }),
    ...ofDayLines(plan.withheld, language),
    ...notes.map((note) => planTexts.notes[note][language]),
    ...basisLines(plan),
  ];
}

const numberLeftOut = (count: SafeCount, language: Language) =>
  count === 'suppressed' ? planTexts.numberNotShown[language] : told(count, language);

function leftOutLines({ language, interventions }: Plan): string[] {
  if (interventions.length === 0) return [];
  return [
    planTexts.leftOut[language],
    ...interventions.map(({ name, leftOut }) => {
      const reasons = leftOut
        .map(({ reason, count }) =>
          say(planTexts.leftOutReasons[reason], language, { figure: numberLeftOut(count, language) }),
        )
        .join(', ');
      const words = {
        name: name[language],
        reasons: reasons || planTexts.nobodyLeftOut[language],
      };
      return `  ${say(planTexts.leftOutLine, language, words)}`;
    }),
  ];
}

/** How sure the means are, how near the best, what knowing more would be worth, and what is not counted. */
export function surenessLines(plan: Plan): string[] {
  const { language, monteCarlo, gapShare, change } = plan;
  const { euros, months, share, count } = planEstimates(language);
  const sureness = say(planTexts.sureness, language, {
    draws: count(monteCarlo.draws),
    money: euros(monteCarlo.totalCentsStandardError),
    months: months(monteCarlo.homeMonthsStandardError),
    gap: share(gapShare),
  });
  return change ? [sureness, ...informationLines(plan), planTexts.limits[language]] : [];
}

function informationLines(plan: Plan): string[] {
  const { language, analysis, request } = plan;
  const { euros } = planEstimates(language);
  const most = analysis?.informationOnOne[0];
  const all = analysis?.acceptability.find(
    ({ worthPerHomeYearCents }) => worthPerHomeYearCents === request.worthPerHomeYearCents,
  );
  if (!most || !all) return [];
  const within = (cents: number, errorCents: number) => `${euros(cents)} ± ${euros(1.96 * errorCents)}`;
  return [
    say(planTexts.information, language, {
      all: within(all.evpiCents, all.evpiErrorCents),
      name: parameterName(most.parameter, plan),
      figure: within(most.cents, most.errorCents),
    }),
    ...lotsWorthLine(plan, within),
  ];
}

/** Of the intervention about which lots would teach most. */
function lotsWorthLine(plan: Plan, within: (cents: number, errorCents: number) => string): string[] {
  const { language, analysis, interventions } = plan;
  const lots = analysis?.informationOnLots ?? [];
  const most = lots.toSorted((one, other) => other.cents - one.cents)[0];
  if (!most || most.cents <= 1.96 * most.errorCents) return [];
  const sizes = lots.filter(({ intervention }) => intervention === most.intervention);
  const { count, anyOf } = figures(language);
  return [
    say(planTexts.lotsWorth, language, {
      name: interventions.find(({ id }) => id === most.intervention)?.name[language] ?? most.intervention,
      people: anyOf(sizes.map(({ perSide }) => count(perSide))),
      months: String(most.followedMonths),
      figures: anyOf(sizes.map(({ cents, errorCents }) => within(cents, errorCents))),
    }),
  ];
}
