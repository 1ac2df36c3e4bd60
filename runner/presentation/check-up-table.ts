import { CheckUpPlan } from '../../data-contracts/schemas/check-up-plan.ts';
import { checkUpTexts } from '../../data-contracts/vocabularies/check-up-texts.ts';
import {
  hiddenDemandTexts,
  hiddenReasonTexts,
} from '../../data-contracts/vocabularies/hidden-demand-texts.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { type Cell, csvForms, spreadsheetCsv } from '../../functions/core/spreadsheet-csv.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { ofDayLines, told } from '../../wording/withheld-lines.ts';
import { capitalised, type TableSize } from './cohort-table.ts';
import { fittedTable } from './fitted-table.ts';
import { originMark, whoCells, whoCsvCells, whoHeads } from './hidden-demand-table.ts';
import { planEstimates } from './plan-estimates.ts';

/** A plan of check-ups for a planner at a terminal, in the plan's own language. Colourless, so that it can be piped. */
export function renderCheckUpPlan(plan: CheckUpPlan, { width, rows }: TableSize): string {
  const { language } = plan;
  const shown = plan.rows.slice(0, rows);
  const left = plan.rows.length - shown.length;
  const lines = [
    ...headingLines(plan),
    '',
    ...costLines(plan),
    '',
    ...(shown.length > 0 ? [checkUpTexts.offers[language], offerTable(plan, shown, width)] : []),
    ...(left > 0 ? [say(texts.cohort.more, language, { count: left })] : []),
    ...lotLines(plan),
    '',
    say(hiddenDemandTexts.foundWhoFit, language, { figure: told(plan.eligible, language) }),
    ...ofDayLines(plan.withheld, language),
    '',
    hiddenDemandTexts.notADiagnosis[language],
    checkUpTexts.peopleDecide[language],
  ];
  return `${lines.join('\n')}\n`;
}

/** What there is to know before any figure: above all that it tells of no savings. */
function headingLines(plan: CheckUpPlan): string[] {
  const { language, notes, reason, landmarkOn, version } = plan;
  return [
    ...originMark(plan, language),
    ...(notes.includes('demonstration-values')
      ? [`*** ${checkUpTexts.notes['demonstration-values'][language]} ***`]
      : []),
    checkUpTexts.title[language],
    `${hiddenReasonTexts[reason][language]}. ${say(hiddenDemandTexts.basedOn, language, {
      day: figures(language).day(landmarkOn),
      version,
    })}`,
    ...notes
      .filter((note) => note !== 'demonstration-values')
      .map((note) => checkUpTexts.notes[note][language]),
  ];
}

function costLines(plan: CheckUpPlan): string[] {
  const { language, intervention, priceYear, rows, takers, spending, request, expectedStarts } = plan;
  const { euros, eurosWithin, share, count } = planEstimates(language);
  const { mean, lower95, upper95 } = intervention.uptakeShare;
  const places = intervention.places;
  const reach = {
    offered: rows.length,
    places: places === null ? '' : say(checkUpTexts.ofPlaces, language, { places: count(places) }),
    takers: count(takers.mean),
    lower: count(takers.lower95),
    upper: count(takers.upper95),
  };
  const cost = {
    budget: euros(request.budgetCents),
    planned: euros(spending.plannedCents),
    cents: `${euros(spending.cents.lower95)} – ${euros(spending.cents.upper95)}`,
    all: euros(spending.ifAllAcceptCents),
    share: share(spending.probabilityOverBudget),
  };
  const outcome = capitalised(plan.outcomeName[language], language);
  return [
    say(checkUpTexts.intervention, language, { name: intervention.name[language] }),
    `  ${say(checkUpTexts.price, language, {
      price: eurosWithin(intervention.priceCents),
      year: String(priceYear),
      share: `${share(mean)} (${share(lower95)} – ${share(upper95)})`,
    })}`,
    ...(intervention.isDemonstration ? [`  ${checkUpTexts.demonstrationPrice[language]}`] : []),
    `${checkUpTexts.reach[language]}:`,
    `  ${say(checkUpTexts.reachLine, language, reach)}`,
    `${checkUpTexts.cost[language]}:`,
    `  ${say(checkUpTexts.costLine, language, cost)}`,
    ...(expectedStarts ? [`${checkUpTexts.starts[language]}:`] : []),
    ...(expectedStarts ?? []).map(
      ({ horizonMonths, people }) =>
        `  ${say(checkUpTexts.startsLine, language, { outcome, people: count(people), months: horizonMonths })}`,
    ),
  ];
}

function lotLines({ language, lots }: CheckUpPlan): string[] {
  if (lots.length === 0) return [];
  const drawn = lots.filter(({ intervention }) => intervention !== null).length;
  return [say(checkUpTexts.lots, language, { drawn, without: lots.length - drawn })];
}

function offerTable(plan: CheckUpPlan, rows: readonly CheckUpPlan['rows'][number][], width: number): string {
  const { language } = plan;
  const bodies = rows.map((row) => [
    ...whoCells(row, language),
    row.reasons.map(({ text }) => text).join('\n'),
  ]);
  return fittedTable(
    { heads: [...whoHeads(language), hiddenDemandTexts.why[language]], rows: bodies },
    width,
  );
}

/** What a plan of check-ups leaves behind, by the names of its files. */
export const checkUpFiles = (plan: CheckUpPlan): Record<string, string> => ({
  'check-ups.csv': checkUpCsv(plan),
  'check-ups.json': `${JSON.stringify(CheckUpPlan.parse(plan), null, 2)}\n`,
});

/** The offers for a spreadsheet in the plan's language. */
function checkUpCsv({ language, rows, intervention, origin, notes }: CheckUpPlan): string {
  const yesNo = (is: boolean) => (is ? planTexts.yes : planTexts.no)[language];
  const bodies = rows.map((row): Cell[] => [
    ...whoCsvCells(row, language),
    intervention.name[language],
    yesNo(row.isDrawnByLot),
    yesNo(notes.includes('demonstration-values')),
    texts.origins[origin][language],
  ]);
  const heads = [
    ...whoHeads(language),
    hiddenDemandTexts.why[language],
    planTexts.intervention[language],
    planTexts.drawnByLot[language],
    planTexts.isDemonstration[language],
    texts.cohort.origin[language],
  ];
  return spreadsheetCsv([heads, ...bodies], csvForms[language]);
}
