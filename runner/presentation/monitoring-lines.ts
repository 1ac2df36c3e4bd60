import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { ModelMonitoring } from '../../data-contracts/schemas/model-monitoring.ts';
import type { Publication } from '../../functions/core/ports/publication-store.ts';
import { wordMonitoring } from '../../wording/word-monitoring.ts';

/** How the model behind published scores stands, in sentences; a mark where something is to be looked at. */
export function monitoringLines({ summary }: Publication, language: Language): string[] {
  const { monitoring } = summary as { readonly monitoring: ModelMonitoring };
  return wordMonitoring(monitoring).map(({ id, text }) => `${isGood(id) ? '•' : '!'} ${text[language]}`);
}

const isGood = (id: string) => /-(alike|within-limit)$/.test(id);
