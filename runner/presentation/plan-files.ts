import { Plan } from '../../data-contracts/schemas/plan.ts';
import { aboutTexts } from '../../data-contracts/vocabularies/about-texts.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { type Cell, csvForms, spreadsheetCsv } from '../../functions/core/spreadsheet-csv.ts';
import { say } from '../../wording/say.ts';
import { toldBand, toldMunicipality } from '../../wording/told-who.ts';
import { toldStatus } from './about-lines.ts';
import { cheersJson, cheersMarkdown } from './cheers-checklist.ts';
import { planPictures } from './plan-pictures.ts';
import { scenariosCsv } from './scenario-lines.ts';

/** What a plan leaves behind, by the names of its files. */
export const planFiles = (plan: Plan): Record<string, string> => ({
  'plan.csv': planCsv(plan),
  'plan.json': planJson(plan),
  ...(plan.scenarios.length > 0 ? { 'scenarios.csv': scenariosCsv(plan) } : {}),
  'cheers-2022.json': cheersJson(plan),
  'cheers-2022.md': cheersMarkdown(plan),
  ...planPictures(plan),
});

/** The whole answer as JSON, its keys in the order of the contract. */
export const planJson = (plan: Plan) => `${JSON.stringify(Plan.parse(plan), null, 2)}\n`;

/** The offers for a spreadsheet in the plan's language: shares in per cent, money in whole euros. */
export const planCsv = (plan: Plan) =>
  spreadsheetCsv([heads(plan), ...plan.rows.map((row) => cells(row, plan))], csvForms[plan.language]);

function heads({ language, frame }: Plan): Cell[] {
  const [first, second] = frame.horizonsMonths.map(
    (months) => `${say(texts.cohort.probability, language, { months })} (%)`,
  ) as [string, string];
  const word = (text: { fi: string; sv: string; en: string }, unit = '') => `${text[language]}${unit}`;
  return [
    word(texts.cohort.rank),
    word(texts.cohort.pseudonym),
    word(texts.cohort.ageBand),
    word(texts.cohort.municipality),
    word(aboutTexts.serviceStatus),
    word(planTexts.intervention),
    first,
    second,
    word(planTexts.ownPrice, ' (€)'),
    word(planTexts.allCosts, ' (€)'),
    word(planTexts.homeMonths),
    word(planTexts.savesOnAverage, ' (%)'),
    word(planTexts.ownCostsFall, ' (%)'),
    word(planTexts.harmsOnAverage, ' (%)'),
    word(planTexts.ownHomeMonthsFall, ' (%)'),
    word(planTexts.drawnByLot),
    word(planTexts.isDemonstration),
    word(texts.model.model),
    word(texts.cohort.origin),
  ];
}

function cells(row: Plan['rows'][number], { language, interventions, modelVersion, origin }: Plan): Cell[] {
  const intervention = interventions.find(({ id }) => id === row.intervention);
  const yesNo = (is: boolean) => (is ? planTexts.yes : planTexts.no)[language];
  const percent = (share: number) => Math.round(share * 1e6) / 1e4;
  const wholeEuros = (cents: number) => Math.round(cents / 100) + 0;
  return [
    row.rank,
    row.client,
    toldBand(row.ageBand, language),
    toldMunicipality(row.municipality, language),
    toldStatus(row.serviceStatus, language),
    intervention?.name[language] ?? row.intervention,
    ...row.probability.map(percent),
    wholeEuros(row.offerCents),
    wholeEuros(row.totalCents),
    row.homeMonths,
    percent(row.probabilitySavesMoney),
    percent(row.chanceSavesMoney),
    percent(row.probabilityHarms),
    percent(row.chanceHarms),
    yesNo(row.isDrawnByLot),
    yesNo(intervention?.isDemonstration ?? false),
    modelVersion,
    texts.origins[origin][language],
  ];
}
