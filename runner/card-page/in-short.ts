import type { HorizonReport } from '../../data-contracts/schemas/evaluation-report.ts';
import { modelCardTexts } from '../../data-contracts/vocabularies/model-card-texts.ts';
import { figureSection, type PageParts, wordsIn } from './card-words.ts';
import { html, type Markup } from './html.ts';

type Evaluated = Extract<HorizonReport, { status: 'evaluated' }>;

const { short, sections, tooShort } = modelCardTexts;

/** The headline figures in sentences. */
export function inShort(parts: PageParts): Markup {
  const list = html`<ul>${shortSentences(parts).map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
  return figureSection(parts, 'short', sections.short, list);
}

export function shortSentences(parts: PageParts): string[] {
  const { horizons } = parts.card.evaluation.models.network!;
  return horizons.flatMap((report, at) => [...sentencesOn(report, parts), ...comparisonSentence(parts, at)]);
}

function sentencesOn(report: HorizonReport, { language }: PageParts): string[] {
  const { word, number, share } = wordsIn(language);
  const months = report.horizon;
  if (report.status !== 'evaluated') return [`${months}: ${word(tooShort)}`];
  const { auc, topTenthCapture: top } = report.figures;
  const percent = (value: number | null) => number(value === null ? null : value * 100, 0);
  const order = { figure: percent(auc.estimate), low: percent(auc.lower95), high: percent(auc.upper95) };
  return [
    word(short.order, { months, ...order }),
    ...withoutService(report, language),
    word(short.level, {
      months,
      expected: share(report.meanProbability),
      observed: share(report.observedIncidence),
    }),
    word(short.top, {
      months,
      share: share(top.estimate),
      low: share(top.lower95),
      high: share(top.upper95),
    }),
  ];
}

/** The order among those whom prevention asks for, beside that of everybody; none where it was not judged. */
function withoutService({ groups }: Evaluated, language: PageParts['language']): string[] {
  const { word, number } = wordsIn(language);
  const divided = groups.find(({ name }) => name === 'regularService');
  const without = divided?.groups.find(({ label }) => label === 'without');
  if (!without) return [];
  if (without.status === 'suppressed') return [word(short.withoutServiceSuppressed)];
  const percent = (value: number | null) => number(value === null ? null : value * 100, 0);
  const { estimate, lower95, upper95 } = without.auc;
  const figures = { figure: percent(estimate), low: percent(lower95), high: percent(upper95) };
  return [word(short.withoutService, figures)];
}

function comparisonSentence({ card, language }: PageParts, at: number): string[] {
  const compared = card.evaluation.networkAgainst.logistic?.[at];
  if (!compared) return [];
  const { lower95, upper95 } = compared.differences.auc;
  if (lower95 === null || upper95 === null) return [];
  const { word, number } = wordsIn(language);
  const verdict = lower95 > 0 ? 'better' : upper95 < 0 ? 'worse' : 'alike';
  const limits = { low: number(lower95, 4), high: number(upper95, 4) };
  return [word(short[verdict], { months: compared.horizon, ...limits })];
}
