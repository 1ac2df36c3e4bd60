import type { Plan, PlanChange, PlanIntervention, PlanRow } from '../../data-contracts/schemas/plan.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { say } from '../../wording/say.ts';
import { shortPseudonym, toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { toldStatus } from './about-lines.ts';
import type { TableSize } from './cohort-table.ts';
import Table from './drawn-table.ts';
import { planEstimates } from './plan-estimates.ts';
import { headingLines, standingLines, surenessLines, yearLines } from './plan-lines.ts';
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

/** From so many columns, intervals stand beside the estimates; below, under them; below the second, in two lines. */
const wideFrom = 150;
const narrowBelow = 120;

function folded(estimate: string, width: number): string {
  if (width >= wideFrom) return estimate;
  const under = estimate.replace(' (', '\n(');
  return width >= narrowBelow ? under : under.replace(' – ', ' –\n');
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
  return drawn(heads, bodies, width, ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right']);
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
  return drawn(heads, bodies, width, [
    'right',
    'left',
    'left',
    'left',
    'left',
    'left',
    'right',
    'right',
    'right',
    'right',
    'right',
    'right',
  ]);
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

type Alignment = 'left' | 'right';

/** Figures get the width they need, the longest text column what is left; a row too wide is told in two lines. */
function drawn(
  heads: readonly string[],
  bodies: readonly (readonly string[])[],
  width: number,
  colAligns: Alignment[],
): string {
  const columns = heads.map((head, column) => [head, ...bodies.map((body) => body[column]!)]);
  const needed = columns.map(widthOf);
  const over = needed.reduce((sum, each) => sum + each, heads.length + 1) - width;
  const widest = needed.indexOf(Math.max(...needed.filter((_, at) => colAligns[at] === 'left')));
  const least = 2 + Math.max(...columns[widest]!.map(longestWord));
  if (needed[widest]! - over < least) return drawnInTwo(heads, bodies, colAligns);
  const colWidths = needed.map((each, at) => (at === widest && over > 0 ? each - over : each));
  return tableOf([heads, ...bodies], colWidths, colAligns);
}

/** What a row is about on one line, its figures on the next. */
function drawnInTwo(
  heads: readonly string[],
  bodies: readonly (readonly string[])[],
  colAligns: Alignment[],
): string {
  const figuresFrom = colAligns.lastIndexOf('left') + 1;
  const figureColumns = heads
    .slice(figuresFrom)
    .map((head, at) => [head, ...bodies.map((body) => body[figuresFrom + at]!)]);
  const colWidths = figureColumns.map(widthOf);
  const rows = [heads, ...bodies].flatMap((body) => [
    [{ colSpan: colWidths.length, content: body.slice(0, figuresFrom).filter(Boolean).join(' · ') }],
    body.slice(figuresFrom),
  ]);
  return tableOf(rows, colWidths, colAligns.slice(figuresFrom));
}

const widthOf = ([head = '', ...cells]: readonly string[]) =>
  2 + Math.max(longestWord(head), ...cells.map(longestLine));

type TableCell = string | { readonly colSpan: number; readonly content: string };

function tableOf(rows: readonly (readonly TableCell[])[], colWidths: number[], colAligns: Alignment[]) {
  const table = new Table({ colWidths, colAligns, wordWrap: true, style: { head: [], border: [] } });
  for (const row of rows) {
    table.push(row.map((cell) => (typeof cell === 'string' ? cell : { ...cell, hAlign: 'left' as const })));
  }
  return table.toString();
}

const longestLine = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
const longestWord = (text: string) => Math.max(...text.split(/[ \n]/).map((word) => word.length));
