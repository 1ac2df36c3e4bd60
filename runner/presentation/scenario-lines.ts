import type { Plan, PlanScenario } from '../../data-contracts/schemas/plan.ts';
import { planTexts } from '../../data-contracts/vocabularies/plan-texts.ts';
import { scenarioTexts } from '../../data-contracts/vocabularies/scenario-texts.ts';
import { type Cell, csvForms, spreadsheetCsv } from '../../functions/core/spreadsheet-csv.ts';
import { say } from '../../wording/say.ts';
import { figuresTable, textsThenFigures } from './figures-table.ts';
import { folded, planEstimates } from './plan-estimates.ts';

/** The plan under other assumptions, which of them turn it, and what is extrapolated or left out. */
export function scenarioLines(plan: Plan, width: number): string[] {
  const { language, scenarios, feesThatUndoSaving, frame } = plan;
  if (scenarios.length === 0) return [];
  const { share } = planEstimates(language);
  const foreseen = frame.horizonsMonths[1];
  return [
    scenarioTexts.scenarios[language],
    scenarioTable(plan, width),
    ...turnedLines(plan),
    ...(scenarios.some(({ horizonMonths }) => horizonMonths > foreseen)
      ? [say(scenarioTexts.extrapolated, language, { months: String(foreseen) })]
      : []),
    ...(feesThatUndoSaving === null
      ? []
      : [say(scenarioTexts.fees, language, { share: share(feesThatUndoSaving) })]),
    scenarioTexts.notScenarios[language],
    '',
  ];
}

function scenarioTable({ language, scenarios }: Plan, width: number): string {
  const { eurosWithin, monthsWithin, probability } = planEstimates(language);
  const bodies = scenarios.map((one) => [
    scenarioTexts.scenarioNames[one.id][language],
    turnsOf(one, language),
    folded(eurosWithin(one.totalCents), width),
    folded(monthsWithin(one.homeMonths), width),
    folded(eurosWithin(one.netBenefitCents), width),
    probability(one.probabilitySavesMoney),
    probability(one.probabilityWorthIt),
  ]);
  const heads = headsOf(language);
  return figuresTable(heads, bodies, width, textsThenFigures(2, 5));
}

const headsOf = (language: Plan['language']) =>
  [
    scenarioTexts.scenario,
    scenarioTexts.turns,
    planTexts.allCosts,
    planTexts.homeMonths,
    scenarioTexts.netBenefit,
    planTexts.savesMoney,
    scenarioTexts.worthIt,
  ].map((text) => text[language]);

function turnsOf({ turnsSaving, turnsWorth }: PlanScenario, language: Plan['language']): string {
  const { saving, worth, nothing } = scenarioTexts.turnsWhat;
  const turned = [...(turnsSaving ? [saving] : []), ...(turnsWorth ? [worth] : [])];
  return (turned.length > 0 ? turned : [nothing]).map((text) => text[language]).join(', ');
}

function turnedLines({ language, scenarios }: Plan): string[] {
  const named = (text: (typeof scenarioTexts)['turnSaving' | 'turnWorth'], turns: readonly PlanScenario[]) =>
    turns.length === 0
      ? []
      : [
          say(text, language, {
            names: turns
              .map(({ id }) => scenarioTexts.scenarioNames[id][language].replace(' **', ''))
              .join('; '),
          }),
        ];
  const lines = [
    ...named(
      scenarioTexts.turnSaving,
      scenarios.filter(({ turnsSaving }) => turnsSaving),
    ),
    ...named(
      scenarioTexts.turnWorth,
      scenarios.filter(({ turnsWorth }) => turnsWorth),
    ),
  ];
  return lines.length > 0 ? lines : [scenarioTexts.turnNothing[language]];
}

/** The same table for a spreadsheet: money in whole euros with the interval's ends, shares in per cent. */
export function scenariosCsv({ language, scenarios }: Plan): string {
  const [scenario, turns, costs, months, netBenefit, saves, worthIt] = headsOf(language);
  const withEnds = (head: string) => [head, `${head}, 2.5 %`, `${head}, 97.5 %`];
  const cells = (
    { mean, lower95, upper95 }: PlanScenario['totalCents'],
    told: (value: number) => number,
  ): Cell[] => [mean, lower95, upper95].map(told);
  const euros = (cents: number) => Math.round(cents / 100) + 0;
  const percent = (value: number) => Math.round(value * 1e3) / 10;
  return spreadsheetCsv(
    [
      [
        scenario!,
        turns!,
        ...[`${costs} (€)`, months!, `${netBenefit} (€)`].flatMap(withEnds),
        `${saves} (%)`,
        `${worthIt} (%)`,
      ],
      ...scenarios.map((one) => [
        scenarioTexts.scenarioNames[one.id][language].replace(' **', ''),
        turnsOf(one, language),
        ...cells(one.totalCents, euros),
        ...cells(one.homeMonths, (value) => value),
        ...cells(one.netBenefitCents, euros),
        percent(one.probabilitySavesMoney),
        percent(one.probabilityWorthIt),
      ]),
    ],
    csvForms[language],
  );
}
