import { withoutFormula } from '../../functions/core/spreadsheet-csv.ts';

/** A cell of a table that programs read; null, and what is no number, are left empty. */
export type PlainCell = string | number | null;

/** Rows as plain CSV: commas, decimal points, full precision, quotes where needed, and no text that a spreadsheet would run. */
export function plainCsv(header: readonly string[], rows: Iterable<readonly PlainCell[]>): string {
  const lines = [header.join(',')];
  for (const row of rows) lines.push(row.map(plainCell).join(','));
  return `${lines.join('\n')}\n`;
}

function plainCell(cell: PlainCell): string {
  if (cell === null || Number.isNaN(cell)) return '';
  return typeof cell === 'number' ? String(cell) : quoted(withoutFormula(cell));
}

export const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
