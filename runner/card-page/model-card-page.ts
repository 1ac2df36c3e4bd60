import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { ModelCard } from '../../data-contracts/schemas/model-card.ts';
import type { ModelMonitoring } from '../../data-contracts/schemas/model-monitoring.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import {
  dataSection,
  missingnessSection,
  monitoringSection,
  statementSection,
  trainingSection,
  tripodSection,
} from './about-sections.ts';
import { wordsIn } from './card-words.ts';
import { featureCurvesSection } from './feature-curves-section.ts';
import { figuresSection } from './figures-section.ts';
import { groupsSection } from './groups-section.ts';
import { html } from './html.ts';
import { inShort } from './in-short.ts';
import { pageStyle } from './page-style.ts';
import { calibrationSection, decisionSection } from './plots-section.ts';
import { wholeModelSection } from './whole-model-section.ts';

const { sections, title } = modelCardTexts;

/**
 * A model's card as one page that needs no network and runs no script: sentences first, then every figure.
 * The same card and language, the same bytes.
 */
export function modelCardPage(card: ModelCard, language: Language, monitoring?: ModelMonitoring): string {
  const parts = { card, language, monitoring };
  const { word } = wordsIn(language);
  const heading = word(title, { programme: card.programme.title[language] });
  const isReal = card.origin === 'register';
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${heading}</title>
<style>${pageStyle}</style>
</head>
<body>
${isReal ? '' : html`<p class="banner" role="note">${texts.origins[card.origin][language]}</p>`}
<main>
<h1>${heading}</h1>
<p class="quiet">${word(modelCardTexts.version, { model: card.modelVersion })} · ${card.programme.outcomeName[language]} · ${texts.origins[card.origin][language]}</p>
${inShort(parts)}
${monitoringSection(parts)}
${statementSection(parts, 'limits', sections.limits)}
${statementSection(parts, 'intendedUse', sections.use)}
${statementSection(parts, 'misuse', sections.misuse)}
${calibrationSection(parts)}
${decisionSection(parts)}
${figuresSection(parts)}
${groupsSection(parts)}
${wholeModelSection(parts)}
${featureCurvesSection(parts)}
${missingnessSection(parts)}
${dataSection(parts)}
${trainingSection(parts)}
${tripodSection(parts)}
<p>${texts.cohort.peopleDecide[language]}</p>
</main>
</body>
</html>
`;
  return page.text;
}
