import type { Language } from '../../data-contracts/schemas/fields.ts';

/** What a program that opens CSV may take for a formula, whatever stands before it that is not seen. */
const formulaStart = /^(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Text that would be read as a number and so lose zeros or digits. */
const looksLikeNumber = /^\s*\d[\d.,\s]*(e[+-]?\d+)?\s*$/i;

/** A cell: text stays text (no formula, no number made of it); a number stays a number. */
export type Cell = string | number;

/** How a spreadsheet of the reader's country splits cells and writes decimals. */
export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimalSign: '.' | ',';
}

/**
 * Finnish and Swedish spreadsheets in Finland split at `;` and write decimals with a comma: to them 12.5 is the
 * twelfth of May. English ones split at `,` and write a point.
 */
export const csvForms: Readonly<Record<Language, CsvForm>> = {
  fi: { separator: ';', decimalSign: ',' },
  sv: { separator: ';', decimalSign: ',' },
  en: { separator: ',', decimalSign: '.' },
};

/**
 * Rows as CSV that can be opened in a spreadsheet: UTF-8 with a byte order mark (without it Excel takes the
 * file for Windows-1252), quoting and CRLF as in RFC 4180. Text that might run as a formula, or lose digits as
 * a number, is led by an apostrophe.
 * @source RFC 4180; OWASP, CSV Injection
 */
export function spreadsheetCsv(rows: readonly (readonly Cell[])[], form: CsvForm): string {
  return `\uFEFF${rows.map((row) => spreadsheetLine(row, form)).join('')}`;
}

/** One row, to be added to such a file. */
export const spreadsheetLine = (row: readonly Cell[], form: CsvForm) =>
  `${row.map((cell) => csvCell(cell, form)).join(form.separator)}\r\n`;

function csvCell(cell: Cell, { separator, decimalSign }: CsvForm): string {
  const text = typeof cell === 'number' ? String(cell).replace('.', decimalSign) : plainText(cell);
  const needsQuotes = text.includes(separator) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that no spreadsheet runs as a formula. */
export const withoutFormula = (text: string) => (formulaStart.test(text) ? `'${text}` : text);

const plainText = (text: string) =>
  formulaStart.test(text) || looksLikeNumber.test(text) ? `'${text}` : text;
