import type { HorizonReport } from '../../data-contracts/schemas/evaluation-report.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { calibrationChart } from '../../web/charts/calibration-chart.ts';
import { decisionChart } from '../../web/charts/decision-chart.ts';
import { figureSection, type PageParts, wordsIn } from './card-words.ts';
import { html, Markup } from './html.ts';

type Evaluated = Extract<HorizonReport, { status: 'evaluated' }>;

const size = { width: 440, height: 330 };

/** Predicted against observed at each horizon. */
export function calibrationSection(parts: PageParts): Markup {
  const { word, share } = wordsIn(parts.language);
  const plots = pictures(parts, (report) => {
    const top = report.calibrationCurve.at(-1)!;
    const label = word(modelCardTexts.calibrationLabel, {
      months: report.horizon,
      expected: share(top.meanProbability),
      observed: share(top.observed),
    });
    const words = { predicted: word(modelCardTexts.predicted), observed: word(modelCardTexts.observed) };
    return calibrationChart(report.calibrationCurve, { ...words, label, share: wholeShare(parts) }, size);
  });
  const content = html`<p>${word(modelCardTexts.calibrationHelp)}</p>${plots}`;
  return figureSection(parts, 'calibration', modelCardTexts.sections.calibration, content);
}

/** What contacting by prediction gains at each threshold. */
export function decisionSection(parts: PageParts): Markup {
  const { word, number } = wordsIn(parts.language);
  const plots = pictures(parts, (report) =>
    decisionChart(
      report.decisionCurve,
      {
        threshold: word(modelCardTexts.threshold),
        netBenefit: word(modelCardTexts.netBenefit),
        byPrediction: word(modelCardTexts.byPrediction),
        everybody: word(modelCardTexts.everybody),
        nobody: word(modelCardTexts.nobody),
        label: word(modelCardTexts.decisionLabel, { months: report.horizon }),
        share: wholeShare(parts),
        decimal: (value) => number(value, 3),
      },
      size,
    ),
  );
  const content = html`<p>${word(modelCardTexts.decisionHelp)}</p>${plots}`;
  return figureSection(parts, 'decision', modelCardTexts.sections.decision, content);
}

/** One picture for each horizon that could be judged. */
function pictures({ card, language }: PageParts, draw: (report: Evaluated) => string): Markup {
  const { word } = wordsIn(language);
  const judged = card.evaluation.models.network!.horizons.filter((one) => one.status === 'evaluated');
  return html`<div class="pair">${judged.map(
    (report) => html`<figure>
<figcaption>${word(modelCardTexts.within, { months: report.horizon })}</figcaption>
${new Markup(draw(report))}
</figure>`,
  )}</div>`;
}

/** Shares on an axis: whole per cent, with as many decimals as small ones need. */
const wholeShare =
  ({ language }: PageParts) =>
  (value: number) =>
    `${wordsIn(language).number(value * 100, value > 0 && value < 0.005 ? 1 : 0)}${language === 'en' ? '' : '\u00a0'}%`;
