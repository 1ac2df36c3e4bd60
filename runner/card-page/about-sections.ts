import type { Texts } from '../../data-contracts/schemas/fields.ts';
import type { ModelCard } from '../../data-contracts/schemas/model-card.ts';
import { featureName } from '../../data-contracts/vocabularies/feature-texts.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { monitoringTexts } from '../../data-contracts/vocabularies/monitoring-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { tripodAnswers } from '../../data-contracts/vocabularies/tripod-ai-items.ts';
import { wordMonitoring } from '../../wording/word-monitoring.ts';
import { figureSection, type PageParts, table, wordsIn } from './card-words.ts';
import { html, type Markup } from './html.ts';

const { sections, data: words, tripod } = modelCardTexts;

/** A list of statements under a heading: intended use, misuse, limits. */
export function statementSection(
  { card, language }: PageParts,
  id: 'intendedUse' | 'misuse' | 'limits',
  title: Texts,
): Markup {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title[language]}</h2>
<ul>${card[id].map(({ text }) => html`<li>${text[language]}</li>`)}</ul>
</section>`;
}

/** How the model has stood since: its age, and how far those it scored are from those it learnt from. */
export function monitoringSection(parts: PageParts): Markup {
  const { card, language, monitoring } = parts;
  if (monitoring?.modelVersion !== card.modelVersion) return html``;
  const content = html`<ul>${wordMonitoring(monitoring).map(({ text }) => html`<li>${text[language]}</li>`)}</ul>`;
  return figureSection(parts, 'monitoring', monitoringTexts.title, content);
}

/** What the model was trained and tested on, and how it may be known again. */
export function dataSection(parts: PageParts): Markup {
  const { card, language } = parts;
  const { word, day, count } = wordsIn(language);
  const { data, programme } = card;
  const { minimumAgeYears: from, maximumAgeYears: to, minimumLookBackMonths: months } = programme.eligibility;
  const facts: [Texts, string | Markup][] = [
    [words.covers, `${day(data.coversFrom)} – ${day(data.coversTo)}`],
    [words.trainingLandmarks, data.trainingLandmarks.map(day).join(', ')],
    [words.testLandmark, day(data.testLandmark)],
    [words.fingerprint, html`<code>${data.fingerprint}</code>`],
  ];
  const heads = [words.side, words.rows, modelCardTexts.people, words.outcomes, words.died, words.censored];
  const side = (name: Texts, own: ModelCard['data']['test']) => [
    word(name),
    ...[own.rows, own.people, own.outcomes, own.competing, own.censored].map(count),
  ];
  const tested = data.split === 'person' ? texts.model.testedOnOthers : texts.model.testedOn;
  const content = html`<p>${word(words.eligibility, { from: Number(from), to: Number(to), months: Number(months) })}
${word(tested, { figure: count(data.test.rows) })}.</p>
<table><tbody>${facts.map(
    ([name, fact]) => html`<tr><th scope="row">${word(name)}</th><td>${fact}</td></tr>
`,
  )}</tbody></table>
${table(
  word(sections.data),
  heads.map((head) => word(head)),
  [side(words.training, data.training), side(words.test, data.test)],
)}
<p class="quiet">${word(words.files, { count: data.files.length })}</p>`;
  return figureSection(parts, 'data', sections.data, content);
}

/** What the model is made of. */
export function trainingSection({ card, language }: PageParts): Markup {
  const { word } = wordsIn(language);
  const { members, seed, numerics } = card.training;
  const { partKinds } = modelCardTexts;
  const kinds = [...new Set(members.map(({ kind }) => kind))]
    .map((kind) => (kind in partKinds ? word(partKinds[kind as keyof typeof partKinds]) : kind))
    .join(', ');
  const sentence = word(modelCardTexts.training, {
    count: members.length,
    kinds,
    seed: String(seed),
    numerics,
  });
  return html`<section aria-labelledby="training">
<h2 id="training">${word(sections.training)}</h2>
<p>${sentence}</p>
</section>`;
}

/** Whether missing values tell who is lost to follow-up. */
export function missingnessSection(parts: PageParts): Markup {
  const { word } = wordsIn(parts.language);
  const { missingness } = parts.card.evaluation;
  const names = missingness.filter((check) => check.predictsCensoring).map(({ name }) => name);
  const checked = missingness.length;
  const sentence =
    names.length === 0
      ? word(modelCardTexts.noneFlagged, { checked })
      : word(modelCardTexts.flagged, {
          checked,
          names: names.map((name) => featureName(name, parts.language)).join(', '),
        });
  const content = html`<p>${sentence}</p>
<details><summary>${word(modelCardTexts.allFeatures)}</summary>
${missingnessTable(parts)}
</details>`;
  return figureSection(parts, 'missing', sections.missing, content);
}

function missingnessTable({ card, language }: PageParts): Markup {
  const { word, share, number } = wordsIn(language);
  const heads = [modelCardTexts.feature, modelCardTexts.missingShare, modelCardTexts.censoringRatio];
  const rows = card.evaluation.missingness.map(({ name, missingShare, censoringRatio, z }) => [
    featureName(name, language),
    share(missingShare),
    number(censoringRatio, 2),
    number(z, 1),
  ]);
  return table(word(sections.missing), [...heads.map((head) => word(head)), 'z'], rows);
}

/** Parts of the card by their headings, files of the software by their names. */
function whereInWords(where: string, language: PageParts['language']): Markup {
  const parts = where.split(/[;,] /).filter(Boolean);
  return html`${parts.map((part, at) => html`${at > 0 ? ', ' : ''}${placeInWords(part, language)}`)}`;
}

function placeInWords(part: string, language: PageParts['language']): string | Markup {
  const { places } = tripod;
  const [head = ''] = part.replace(/^page: .*$/, 'page').split(/[.…]/);
  if (part.includes('/') || /\.(md|ts|json|bin)$/.test(part)) return html`<code>${part}</code>`;
  return head in places ? places[head as keyof typeof places][language] : html`<code>${part}</code>`;
}

/** Every item of TRIPOD+AI, and where it is answered. */
export function tripodSection({ card, language }: PageParts): Markup {
  const { word } = wordsIn(language);
  const heads = [tripod.item, tripod.topic, tripod.answer, tripod.where];
  return html`<section aria-labelledby="tripod">
<h2 id="tripod">${word(sections.tripod)}</h2>
<p>${word(tripod.help)}</p>
<div class="scroll"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${word(head)}</th>`)}</tr></thead>
<tbody>
${card.tripodAi.map(
  ({ item, topic, answer, where }) =>
    html`<tr><th scope="row">${item}</th><td>${topic[language]}</td><td>${tripodAnswers[answer][language]}</td><td>${whereInWords(where, language)}</td></tr>
`,
)}</tbody></table></div>
</section>`;
}
