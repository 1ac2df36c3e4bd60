import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { IdentifiedRow } from '../../../data-contracts/schemas/outreach-list.ts';
import { gateTexts } from '../../../data-contracts/vocabularies/gate-texts.ts';
import type { Cell } from '../spreadsheet-csv.ts';

const words = gateTexts.outreach;

/** The heads of an export. */
export const exportHeads = (language: Language): Cell[] =>
  [
    words.row,
    words.familyName,
    words.givenNames,
    words.telephone,
    words.language,
    words.intervention,
    words.outcome,
    words.reasons,
    words.changeable,
  ].map((column) => column[language]);

/** A row of an export, under its heads. */
export const exportCells = (row: IdentifiedRow, language: Language): Cell[] => [
  row.row,
  row.familyName ?? '',
  row.givenNames ?? '',
  row.telephone ?? '',
  languageCell(row, language),
  row.intervention ?? words.teamDecides[language],
  row.outcome ? words.outcomes[row.outcome][language] : '',
  row.reasons.join(' • '),
  row.changeable.join(' • '),
];

/** The service language and, where the reasons are in another, in which. */
export function languageCell(
  { serviceLanguage, reasonsLanguage }: Pick<IdentifiedRow, 'serviceLanguage' | 'reasonsLanguage'>,
  language: Language,
): string {
  const service = words.languages[`language-${serviceLanguage}`][language];
  if (serviceLanguage === reasonsLanguage) return service;
  return `${service} – ${words.reasonsIn[`language-${reasonsLanguage}`][language]}`;
}
