import type { Plan, PlanChange, PlanIntervention, PlanRow } from '../../data-contracts/schemas/plan.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { say } from '../../wording/say.ts';
import { shortPseudonym, toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { toldStatus } from './about-lines.ts';
import type { TableSize } from './cohort-table.ts';
import { figuresTable, textsThenFigures } from './figures-table.ts';
import { folded, planEstimates } from './plan-estimates.ts';
import { headingLines, standingLines, surenessLines, yearLines } from './plan-lines.ts';
import { scenarioLines } from './scenario-lines.ts';
import { turningLines } from './turning-lines.ts';

/** A plan for a planner at a terminal, in the plan's own language. Colourless, so that it can be piped. */
export function renderPlanTable(plan: Plan, { width, rows }: TableSize): string {
  const { language } = plan;
  const shown = plan.rows.slice(0, rows);
  const left = plan.rows.length - shown.length;
  const lines = [
    ...headingLines(plan),
    '',
    ...(plan.interventions.length > 0 ? [interventionTable(plan, width)] : []),
    ...(plan.interventions.some(({ isDemonstration }) => isDemonstration)
      ? [planTexts.demonstrationMark[language]]
      : []),
    '',
    ...yearLines(plan),
    ...scenarioLines(plan, width),
    ...turningLines(plan),
    ...(shown.length > 0
      ? [planTexts.offers[language], offerTable(plan, shown, width), planTexts.ofOneClient[language]]
      : []),
    ...(left > 0 ? [say(planTexts.moreOffers, language, { count: left })] : []),
    '',
    ...standingLines(plan),
    '',
    ...surenessLines(plan),
    planTexts.peopleDecide[language],
  ];
  return `${lines.join('\n')}\n`;
}

function interventionTable(plan: Plan, width: number): string {
  const { language, interventions, change } = plan;
  const heads = [
    planTexts.intervention,
    planTexts.evidence,
    planTexts.offered,
    planTexts.ownPrice,
    planTexts.allCosts,
    planTexts.homeMonths,
    planTexts.savesMoney,
    planTexts.doesHarm,
  ].map((text) => text[language]);
  const bodies = [
    ...interventions.map((one) => interventionCells(one, plan, width)),
    ...(change
      ? [
          [
            planTexts.together[language],
            '',
            planEstimates(language).count(plan.rows.length),
            ...changeCells(change, plan, width),
          ],
        ]
      : []),
  ];
  return figuresTable(heads, bodies, width, textsThenFigures(2, 6));
}

function interventionCells(one: PlanIntervention, plan: Plan, width: number): string[] {
  const { language } = plan;
  const { count } = planEstimates(language);
  const places = one.places === null ? '' : ` / ${count(one.places)}`;
  return [
    `${one.name[language]}${one.isDemonstration ? ' *' : ''}`,
    planTexts.grades[one.evidenceGrade][language],
    `${count(one.offered)}${places}`,
    ...(one.change ? changeCells(one.change, plan, width) : ['–', '–', '–', '–', '–']),
  ];
}

function changeCells(change: PlanChange, { language }: Plan, width: number): string[] {
  const told = planEstimates(language);
  return [
    told.euros(change.interventionCents.mean),
    folded(told.eurosWithin(change.totalCents), width),
    folded(told.monthsWithin(change.homeMonths), width),
    told.probability(change.probabilitySavesMoney),
    told.probability(change.probabilityHarms),
  ];
}

function offerTable(plan: Plan, rows: readonly PlanRow[], width: number): string {
  const { language, frame } = plan;
  const heads = [
    texts.cohort.rank[language],
    texts.cohort.pseudonym[language],
    texts.cohort.ageBand[language],
    texts.cohort.municipality[language],
    aboutTexts.serviceStatus[language],
    planTexts.intervention[language],
    say(texts.cohort.probability, language, { months: frame.horizonsMonths[1] }),
    planTexts.allCosts[language],
    planTexts.homeMonths[language],
    planTexts.savesOnAverage[language],
    planTexts.ownCostsFall[language],
    planTexts.harmsOnAverage[language],
  ];
  const bodies = rows.map((row) => offerCells(row, plan));
  return figuresTable(heads, bodies, width, ['right', ...textsThenFigures(5, 6)]);
}

function offerCells(row: PlanRow, { language, interventions }: Plan): string[] {
  const told = planEstimates(language);
  const intervention = interventions.find(({ id }) => id === row.intervention);
  return [
    String(row.rank),
    shortPseudonym(row.client),
    toldBand(row.ageBand, language),
    toldMunicipality(row.municipality, language),
    toldStatus(row.serviceStatus, language),
    `${intervention?.name[language] ?? row.intervention}${intervention?.isDemonstration ? ' *' : ''}`,
    told.share(row.probability[1]),
    told.euros(row.totalCents),
    told.months(row.homeMonths),
    told.probability(row.probabilitySavesMoney),
    told.probability(row.chanceSavesMoney),
    told.probability(row.probabilityHarms),
  ];
}
