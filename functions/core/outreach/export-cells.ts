import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { IdentifiedRow, ServiceLanguage } from '../../../data-contracts/schemas/outreach-list.ts';
import { ageBands } from '../../../data-contracts/vocabularies/age-bands.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import { municipalityName } from '../../../data-contracts/vocabularies/municipalities.ts';
import { outreachTexts } from '../../../data-contracts/vocabularies/outreach-texts.ts';
import type { Cell } from '../spreadsheet-csv.ts';
import { languageOf } from './open-row.ts';

const words = gateTexts.outreach;
const { columns, next, noTelephone } = outreachTexts;

/** The heads of an export. */
export const exportHeads = (language: Language): Cell[] =>
  [
    words.row,
    columns.next,
    columns.callAgainOn,
    words.familyName,
    words.givenNames,
    words.telephone,
    columns.age,
    columns.municipality,
    words.language,
    words.intervention,
    words.outcome,
    columns.lastAttempt,
    columns.attempts,
    columns.assignee,
    columns.notes,
    words.reasons,
    words.changeable,
  ].map((column) => column[language]);

/** A row of an export, under its heads. */
export const exportCells = (row: IdentifiedRow, language: Language): Cell[] => [
  row.row,
  next[row.next][language],
  row.callAgainOn ?? '',
  row.familyName ?? '',
  row.givenNames ?? '',
  row.telephone ?? noTelephone[language],
  row.ageBand ? ageBands[row.ageBand][language] : '',
  row.municipality ? municipalityName(row.municipality, language) : '',
  languageCell(row.serviceLanguage, language),
  row.intervention ?? words.teamDecides[language],
  row.outcome ? words.outcomes[row.outcome][language] : '',
  row.lastAttemptOn ?? '',
  row.attempts,
  row.assignee ?? '',
  row.notes,
  row.reasons.join(' • '),
  row.changeable.join(' • '),
];

/** The service language and, where the words for a call are in another, in which. */
export function languageCell(serviceLanguage: ServiceLanguage, language: Language): string {
  const service = words.languages[`language-${serviceLanguage}`][language];
  const ofCall = languageOf(serviceLanguage, language);
  if (serviceLanguage === ofCall) return service;
  return `${service} – ${words.callWordsIn[`language-${ofCall}`][language]}`;
}
