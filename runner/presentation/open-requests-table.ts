import type { Language } from '../../data-contracts/schemas/fields.ts';
import type { OpenRequest } from '../../data-contracts/schemas/rights-request.ts';
import { rightsTexts } from '../../data-contracts/vocabularies/rights-texts.ts';
import { texts } from '../../data-contracts/vocabularies/texts.ts';
import type { Told } from '../../functions/core/identity/told.ts';
import { dayInWords } from '../../wording/days-in-words.ts';
import { say } from '../../wording/say.ts';
import { fittedTable } from './fitted-table.ts';

/** What is open, the first due first, for the data-protection officer at a terminal. */
export function openRequestsTable(requests: Told<OpenRequest[]>, language: Language, width: number): string {
  const words = rightsTexts.open;
  if (requests.length === 0) return words.none[language];
  const heads = [words.dueOn, words.kind, words.concerns, words.receivedOn, texts.cohort.pseudonym];
  const rows = requests.map(({ client, kind, source, receivedOn, dueOn, isOverdue }) => {
    const day = dayInWords(dueOn, language);
    return [
      isOverdue ? say(words.overdue, language, { day }) : day,
      words.kinds[kind][language],
      source === 'all' ? rightsTexts.everySource[language] : rightsTexts.sources[source][language],
      dayInWords(receivedOn, language),
      client,
    ];
  });
  return fittedTable({ heads: heads.map((head) => head[language]), rows }, width);
}
