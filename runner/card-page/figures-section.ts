import type { HorizonReport } from '../../data-contracts/schemas/evaluation-report.ts';
import type { Texts } from '../../data-contracts/schemas/fields.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { judgedModels } from '../presentation/model-table.ts';
import { figureSection, type PageParts, table, wordsIn } from './card-words.ts';
import { html, type Markup } from './html.ts';

type Evaluated = Extract<HorizonReport, { status: 'evaluated' }>;
type Words = ReturnType<typeof wordsIn>;

const { model } = texts;

/** Every figure as a row: its name, and what it is of one model. */
const rows: readonly [Texts, (report: Evaluated, words: Words) => string][] = [
  [model.auc, ({ figures }, { interval }) => interval(figures.auc, 3)],
  [modelCardTexts.harrell, ({ concordance }, { interval }) => interval(concordance.harrell, 3)],
  [modelCardTexts.uno, ({ concordance }, { interval }) => interval(concordance.uno, 3)],
  [modelCardTexts.wolbers, ({ concordance }, { interval }) => interval(concordance.wolbers, 3)],
  [model.brier, ({ figures }, { interval }) => interval(figures.brier, 4)],
  [modelCardTexts.nullBrier, ({ nullBrier }, { number }) => number(nullBrier, 4)],
  [model.ipa, ({ figures }, { interval }) => interval(figures.indexOfPredictionAccuracy, 3)],
  [model.observedToExpected, ({ figures }, { interval }) => interval(figures.observedExpectedRatio, 2)],
  [model.calibrationSlope, ({ figures }, { interval }) => interval(figures.calibrationSlope, 2)],
  [
    modelCardTexts.calibrationIntercept,
    ({ figures }, { interval }) => interval(figures.calibrationIntercept, 2),
  ],
  [
    modelCardTexts.calibrationInTheLarge,
    ({ figures }, { interval }) => interval(figures.calibrationInTheLarge, 2),
  ],
  [model.topDecileCapture, ({ figures }, { interval }) => interval(figures.topTenthCapture, 2)],
];

/** A table of figures for each horizon, the network beside its baselines, and their paired differences. */
export function figuresSection(parts: PageParts): Markup {
  const { horizons } = parts.card.evaluation.models.network!;
  const content = html`${horizons.map((report, at) => figuresAt(parts, report, at))}`;
  return figureSection(parts, 'figures', modelCardTexts.sections.figures, content);
}

function figuresAt(parts: PageParts, report: HorizonReport, at: number): Markup {
  const { card, language } = parts;
  const words = wordsIn(language);
  const caption = words.word(modelCardTexts.within, { months: report.horizon });
  if (report.status !== 'evaluated') return html`<p>${caption}: ${words.word(modelCardTexts.tooShort)}</p>`;
  const names = judgedModels.filter((name) => card.evaluation.models[name]);
  const judged = names.map((name) => card.evaluation.models[name]!.horizons[at]);
  const heads = [modelCardTexts.figure, ...names.map((name) => model[name])].map((text) => text[language]);
  const cells = rows.map(([name, figureOf]) => [
    name[language],
    ...judged.map((one) => (one?.status === 'evaluated' ? figureOf(one, words) : '–')),
  ]);
  const counts = {
    cases: words.count(report.cases),
    competing: words.count(report.competing),
    censored: words.count(report.censoredBefore),
  };
  return html`${table(caption, heads, cells)}
<p class="quiet">${words.word(modelCardTexts.counts, counts)}</p>
${differencesAt(parts, at)}`;
}

function differencesAt({ card, language }: PageParts, at: number): Markup {
  const { word, interval } = wordsIn(language);
  const baselines = judgedModels.filter((name) => card.evaluation.networkAgainst[name]?.[at]);
  const found = baselines.map((name) => card.evaluation.networkAgainst[name]![at]!.differences);
  const caption = `${word(modelCardTexts.difference)}: ${word(modelCardTexts.within, { months: card.programme.horizonsMonths[at]! })}`;
  const heads = [modelCardTexts.figure, ...baselines.map((name) => model[name])].map(
    (text) => text[language],
  );
  return table(caption, heads, [
    [model.auc[language], ...found.map(({ auc }) => interval(auc, 4))],
    [model.brier[language], ...found.map(({ brier }) => interval(brier, 4))],
    [model.ipa[language], ...found.map((one) => interval(one.indexOfPredictionAccuracy, 3))],
    [model.topDecileCapture[language], ...found.map((one) => interval(one.topTenthCapture, 2))],
  ]);
}
