import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { ModelCard } from '../../data-contracts/schemas/model-card.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import { shortSentences } from './in-short.ts';

/** The card at a terminal: whose figures these are, the headline figures in sentences, the limits. */
export function cardSummary(card: ModelCard, language: Language): string[] {
  const mark = card.origin === 'register' ? [] : [`*** ${texts.origins[card.origin][language]} ***`];
  const limits = card.limits.map(({ text }) => `! ${text[language]}`);
  return [...mark, ...shortSentences({ card, language }).map((sentence) => `• ${sentence}`), ...limits];
}
