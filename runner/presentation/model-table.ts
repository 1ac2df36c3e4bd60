import Table from 'cli-table3';
import type { Language } from '../../data-contracts/schemas/fields.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { ModelEvaluation } from '../../functions/core/risk/judge-model.ts';
import { sayNumber, sayText } from './say-text.ts';

const names = ['network', 'logistic', 'ageAndSex', 'lastYearsCost'] as const;

/** The model's figures beside its baselines', a block for each horizon. */
export function modelTable(evaluation: ModelEvaluation, language: Language): string {
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
    colWidths: [12, 26, 24, 10, 13, 12, 16],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const horizons = evaluation.models.network!.horizons;
  for (const at of horizons.keys())
    for (const name of names) table.push(figuresRow(evaluation, name, at, language));
  const figure = sayNumber(evaluation.testRows, language);
  return [
    sayText(words.title, language),
    table.toString(),
    sayText(words.testedOn, language, { figure }),
  ].join('\n');
}

function figuresRow(
  evaluation: ModelEvaluation,
  name: (typeof names)[number],
  at: number,
  language: Language,
) {
  const judged = evaluation.models[name]!.horizons[at]!;
  const horizon = sayText(texts.model.months, language, { months: judged.horizon });
  const title = sayText(texts.model[name], language);
  if (judged.status !== 'evaluated') return [horizon, title, '–', '–', '–', '–', '–'];
  const { auc, brier, calibrationSlope, observedExpectedRatio, topTenthCapture } = judged.figures;
  const say = (value: number | null, decimals: number) =>
    value === null ? '–' : sayNumber(value, language, decimals);
  return [
    horizon,
    title,
    `${say(auc.estimate, 3)} (${say(auc.lower95, 3)}–${say(auc.upper95, 3)})`,
    say(brier.estimate, 4),
    say(calibrationSlope.estimate, 2),
    say(observedExpectedRatio.estimate, 2),
    say(topTenthCapture.estimate, 2),
  ];
}
