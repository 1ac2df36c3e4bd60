import type { Language } from '../../data-contracts/schemas/fields.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { ModelEvaluation } from '../../functions/core/risk/judge-model.ts';
import { figures } from '../../wording/figures.ts';
import { say } from '../../wording/say.ts';
import Table from './drawn-table.ts';

/** In this order, those that were judged. */
export const judgedModels = [
  'network',
  'additive',
  'blend',
  'logistic',
  'ageAndSex',
  'lastYearsCost',
] as const;

/**
 * The model's figures beside its baselines', a block for each horizon; with the discrimination of the
 * simulator's own risks where the people are simulated.
 */
export function modelTable(
  evaluation: ModelEvaluation,
  language: Language,
  trueRiskAuc?: readonly number[],
): string {
  const words = texts.model;
  const table = new Table({
    head: [
      words.horizon,
      words.model,
      words.auc,
      words.brier,
      words.calibrationSlope,
      words.observedToExpected,
      words.topDecileCapture,
    ].map((word) => word[language]),
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
    colWidths: [15, 36, 23, 10, 15, 19, 18],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  const horizons = evaluation.models.network!.horizons;
  for (const [at, { horizon }] of horizons.entries()) {
    for (const name of judgedModels.filter((one) => one in evaluation.models))
      table.push(figuresRow(evaluation, name, at, language));
    if (trueRiskAuc) table.push(trueRiskRow(horizon, trueRiskAuc[at]!, language));
  }
  const figure = figures(language).count(evaluation.testRows);
  const mark = evaluation.origin === 'register' ? [] : [texts.origins[evaluation.origin][language]];
  const tested = evaluation.split === 'person' ? words.testedOnOthers : words.testedOn;
  const lines = [say(words.title, language), ...mark, table.toString(), say(tested, language, { figure })];
  return lines.join('\n');
}

function figuresRow(
  evaluation: ModelEvaluation,
  name: (typeof judgedModels)[number],
  at: number,
  language: Language,
) {
  const judged = evaluation.models[name]!.horizons[at]!;
  const horizon = say(texts.model.months, language, { months: judged.horizon });
  const title = say(texts.model[name], language);
  if (judged.status !== 'evaluated') return [horizon, title, '–', '–', '–', '–', '–'];
  const { auc, brier, calibrationSlope, observedExpectedRatio, topTenthCapture } = judged.figures;
  const shown = (value: number | null, decimals: number) =>
    value === null ? '–' : figures(language).decimal(value, decimals);
  return [
    horizon,
    title,
    `${shown(auc.estimate, 3)} (${shown(auc.lower95, 3)}–${shown(auc.upper95, 3)})`,
    shown(brier.estimate, 4),
    shown(calibrationSlope.estimate, 2),
    shown(observedExpectedRatio.estimate, 2),
    shown(topTenthCapture.estimate, 2),
  ];
}

function trueRiskRow(months: number, auc: number, language: Language): string[] {
  const horizon = say(texts.model.months, language, { months });
  return [
    horizon,
    say(texts.model.trueRisk, language),
    figures(language).decimal(auc, 3),
    '–',
    '–',
    '–',
    '–',
  ];
}
