import type { ModelView } from '../../data-contracts/schemas/model-view.ts';
import { featureName } from '../../data-contracts/vocabularies/feature-texts.ts';
import { type FeatureId, features } from '../../data-contracts/vocabularies/features.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { featureChart } from '../../web/charts/feature-chart.ts';
import { figures } from '../../wording/figures.ts';
import { figureSection, type PageParts, table, wordsIn } from './card-words.ts';
import { html, Markup } from './html.ts';
import { groupName } from './whole-model-section.ts';

type GroupCurve = ModelView['groupCurves'][number];
type Curve = ModelView['curves'][number];

const size = { width: 330, height: 210 };

/** Pictures of the groups' contributions as lists tell them, and a table of all features. */
export function featureCurvesSection(parts: PageParts): Markup {
  const { word, count } = wordsIn(parts.language);
  const { groupCurves, curves, importanceRows } = parts.card.wholeModel;
  const drawn = groupCurves.filter(({ points }) => points.length > 1);
  const content = html`<p>${word(modelCardTexts.curvesHelp, { figure: count(importanceRows) })}</p>
${legend(parts)}
<div class="many">${drawn.map((curve) => picture(parts, curve))}</div>
<details><summary>${word(modelCardTexts.allFeatures)}</summary>
${allFeatures(parts, curves)}
</details>`;
  return figureSection(parts, 'curves', modelCardTexts.sections.curves, content);
}

/** From the lowest to the highest change of a group's own curve, 0 within. */
function domainOf({ points }: GroupCurve): [number, number] {
  const effects = points.flatMap((point) => point.effects);
  return [Math.min(-0.001, ...effects), Math.max(0.001, ...effects)];
}

/** Which line is which horizon. */
function legend({ card, language }: PageParts): Markup {
  const { word } = wordsIn(language);
  const [first, second] = card.programme.horizonsMonths.map((months) => word(texts.model.months, { months }));
  return html`<p><span class="solid">${first!}</span> <span class="dashed">${second!}</span></p>`;
}

const groupOf = (feature: string) => features[feature as FeatureId].group;

function picture({ card, language }: PageParts, curve: GroupCurve): Markup {
  const { word, points: pointsOf } = wordsIn(language);
  const { horizonsMonths } = card.programme;
  const title = word(modelCardTexts.groupAlong, {
    group: groupName(curve.group, language),
    feature: featureName(curve.feature, language),
  });
  const value = valueIn(curve.feature, language);
  const [first, last] = [curve.points[0]!, curve.points.at(-1)!];
  const label = word(modelCardTexts.curveLabel, {
    feature: title,
    from: value(first.value),
    to: value(last.value),
    change: pointsOf(last.effects.at(-1)! - first.effects.at(-1)!),
    months: horizonsMonths.at(-1)!,
  });
  const svg = featureChart(curve.points, { label, value, change: pointsOf }, domainOf(curve), size);
  return html`<figure>
<figcaption>${title}</figcaption>
${new Markup(svg)}
</figure>`;
}

/** How far the estimate goes along every feature, at each horizon. */
function allFeatures({ card, language }: PageParts, curves: readonly Curve[]): Markup {
  const { word, points } = wordsIn(language);
  const within = (months: number) => word(texts.model.months, { months });
  const heads = card.programme.horizonsMonths.flatMap((months) => [
    `${word(modelCardTexts.fromTo)}, ${within(months)}`,
    `${word(modelCardTexts.whenMissing)}, ${within(months)}`,
  ]);
  const rows = curves.map(({ feature, points: drawn, missing }) => [
    feature in features
      ? `${groupName(groupOf(feature), language)}: ${featureName(feature, language)}`
      : feature,
    ...card.programme.horizonsMonths.flatMap((_, h) => [
      drawn.length < 2 ? '–' : points(drawn.at(-1)!.effects[h]! - drawn[0]!.effects[h]!),
      missing ? points(missing.effects[h]!) : '–',
    ]),
  ]);
  const unit = word(modelCardTexts.points, { figure: '' }).trim();
  return table(
    `${word(modelCardTexts.allFeatures)} (${unit})`,
    [word(modelCardTexts.feature), ...heads],
    rows,
  );
}

/** A feature's value on an axis: money in euros, everything else as a number. */
function valueIn(feature: string, language: PageParts['language']) {
  const { euros, count } = figures(language);
  return features[feature as FeatureId].kind === 'cents'
    ? euros
    : (value: number) => count(Math.round(value));
}
