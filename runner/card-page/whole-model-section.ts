import type { ModelView } from '../../data-contracts/schemas/model-view.ts';
import { featureGroups } from '../../data-contracts/vocabularies/feature-groups.ts';
import type { FeatureGroup } from '../../data-contracts/vocabularies/features.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { importanceChart } from '../../web/charts/importance-chart.ts';
import { toldBand } from '../../wording/told-who.ts';
import { figureSection, type PageParts, table, wordsIn } from './card-words.ts';
import { html, Markup } from './html.ts';

type Importance = ModelView['importance'][number];

const { sections } = modelCardTexts;

/** Which groups matter, and whether explanations name them truly. */
export function wholeModelSection(parts: PageParts): Markup {
  const { word, count, share } = wordsIn(parts.language);
  const { importance, importanceRows, faithfulness } = parts.card.wholeModel;
  const charts = faithfulness.map(({ horizon }, at) => importancePicture(parts, horizon, at));
  const faithful = faithfulness.map((found) =>
    word(modelCardTexts.faithful, {
      months: found.horizon,
      middle: share(found.topOverMiddle),
      others: share(found.topOverOthers),
      most: share(found.topIsMost),
    }),
  );
  const content = html`<p>${word(modelCardTexts.importanceHelp, { figure: count(importanceRows) })}</p>
<div class="pair">${charts}</div>
${importanceTable(parts, byMove(importance, importance[0]!.horizons.length - 1))}
${typicalTable(parts)}
<ul>${faithful.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  return figureSection(parts, 'whole', sections.whole, content);
}

/** What age comes to, which is told apart from reasons. */
function typicalTable({ card, language }: PageParts): Markup {
  const { word, share } = wordsIn(language);
  const { typicalByAge } = card.wholeModel;
  if (typicalByAge.length === 0) return html``;
  const heads = card.programme.horizonsMonths.map((months) => word(texts.model.months, { months }));
  const rows = typicalByAge.map(({ ageBand, probability }) => [
    toldBand(ageBand, language),
    ...probability.map(share),
  ]);
  return html`<p>${word(modelCardTexts.typicalHelp)}</p>
${table(word(modelCardTexts.typicalByAge), [word(texts.cohort.ageBand), ...heads], rows)}`;
}

/** Groups by their mean move at a horizon, largest first. */
function byMove(importance: readonly Importance[], at: number): Importance[] {
  const move = ({ horizons }: Importance) => horizons[at]!.meanAbsoluteContribution;
  return [...importance].sort((a, b) => move(b) - move(a));
}

function importancePicture({ card, language }: PageParts, months: number, at: number): Markup {
  const { word, number } = wordsIn(language);
  const ranked = byMove(card.wholeModel.importance, at);
  const bars = ranked.map(({ group, horizons }) => ({
    name: groupName(group, language),
    size: horizons[at]!.meanAbsoluteContribution * 100,
  }));
  const label = word(modelCardTexts.importanceLabel, { months, group: bars[0]!.name });
  const axis = `${word(modelCardTexts.meanMove)} (${word(modelCardTexts.points, { figure: '' }).trim()})`;
  const words = { label, axis, share: (size: number) => number(size, size < 0.995 ? 2 : 1) };
  return html`<figure>
<figcaption>${word(modelCardTexts.within, { months })}</figcaption>
${new Markup(importanceChart(bars, words, { width: 460, height: 46 + bars.length * 22 }))}
</figure>`;
}

function importanceTable({ language }: PageParts, ranked: readonly Importance[]): Markup {
  const { word, number } = wordsIn(language);
  const measured = ['meanMove', 'aucFall', 'brierRise'] as const;
  const heads = ranked[0]!.horizons.flatMap(({ horizon }) =>
    measured.map((name) => `${word(modelCardTexts[name])}, ${word(texts.model.months, { months: horizon })}`),
  );
  const rows = ranked.map(({ group, horizons }) => [
    groupName(group, language),
    ...horizons.flatMap((own) => [
      word(modelCardTexts.points, { figure: number(own.meanAbsoluteContribution * 100, 2) }),
      number(own.aucFall, 4),
      number(own.brierRise, 5),
    ]),
  ]);
  return table(word(sections.whole), [word(modelCardTexts.group), ...heads], rows);
}

/** A group's name, or its id where a programme explains by groups of its own. */
export function groupName(group: string, language: PageParts['language']): string {
  return group in featureGroups ? featureGroups[group as FeatureGroup][language] : group;
}
