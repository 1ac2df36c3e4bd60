import type { Plan } from '../../data-contracts/schemas/plan.ts';
import { cheers2022, cheersStatuses, cheersTitle } from '../../data-contracts/vocabularies/cheers-2022.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { municipalityName } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import { told } from '../../wording/withheld-lines.ts';
import { planEstimates } from './plan-estimates.ts';
import { parameterName, strategyName } from './plan-names.ts';

/** The checklist's items with what this plan says to each, in the plan's language. */
export function cheersItems(plan: Plan) {
  const values = statementValues(plan);
  return cheers2022.map(({ number, status, name, statement }) => ({
    number,
    item: name[plan.language],
    status,
    statement: say(statement, plan.language, values),
  }));
}

/** The checklist as JSON. */
export const cheersJson = (plan: Plan) =>
  `${JSON.stringify({ checklist: 'CHEERS 2022', language: plan.language, modelVersion: plan.modelVersion, askedAt: plan.askedAt, items: cheersItems(plan) }, null, 2)}\n`;

/** The checklist to read: one heading an item. */
export function cheersMarkdown(plan: Plan): string {
  const { language } = plan;
  const items = cheersItems(plan).map(
    ({ number, item, status, statement }) =>
      `## ${number}. ${item} (${cheersStatuses[status][language]})\n\n${statement}\n`,
  );
  const mark = plan.origin === 'register' ? '' : `**${texts.origins[plan.origin][language]}**\n\n`;
  return `# ${cheersTitle[language]}\n\n${mark}${items.join('\n')}`;
}

function statementValues(plan: Plan): Record<string, string> {
  const { language, frame, request, change, notes, analysis } = plan;
  const { euros, share, count, eurosWithin, monthsWithin, probability } = planEstimates(language);
  const none = '–';
  return {
    outcome: plan.outcomeName[language],
    programme: plan.programme,
    strategies: plan.strategies.map(({ id }) => strategyName(id, plan)).join('; ') || none,
    offers: count(plan.rows.length),
    planned: euros(plan.spending.plannedCents),
    budget: euros(request.budgetCents),
    costs: change ? eurosWithin(change.totalCents) : none,
    price: change ? eurosWithin(change.interventionCents) : none,
    months: change ? monthsWithin(change.homeMonths) : none,
    heavy: change ? monthsWithin(change.heavyMonths) : none,
    saves: change ? probability(change.probabilitySavesMoney) : none,
    harms: change ? probability(change.probabilityHarms) : none,
    worthIt: change ? probability(change.probabilityWorthIt) : none,
    widest: analysis?.informationOnOne[0]
      ? parameterName(analysis.informationOnOne[0].parameter, plan)
      : none,
    eligible: told(plan.eligible, language),
    area:
      request.municipalities?.map((code) => municipalityName(code, language)).join(', ') ??
      planTexts.wholeCounty[language],
    horizons: frame.horizonsMonths.join(', '),
    rate: share(frame.discountRatePerYear),
    model: plan.modelVersion,
    worth: euros(request.worthPerHomeYearCents),
    currency: frame.currency,
    year: String(frame.priceYear),
    gap: share(plan.gapShare),
    draws: count(plan.monteCarlo.draws),
    parameters: count(plan.parameters.length),
    demonstration: notes.includes('demonstration-values')
      ? planTexts.notes['demonstration-values'][language]
      : '',
    origin: texts.origins[plan.origin][language],
  };
}
