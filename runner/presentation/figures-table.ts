import Table from './drawn-table.ts';

type Alignment = 'left' | 'right';

/** Columns of texts, then those of figures. */
export const textsThenFigures = (texts: number, figures: number): Alignment[] => [
  ...Array.from({ length: texts }, () => 'left' as const),
  ...Array.from({ length: figures }, () => 'right' as const),
];

/** Figures get the width they need, the longest text column what is left; a row too wide is told in two lines. */
export function figuresTable(
  heads: readonly string[],
  bodies: readonly (readonly string[])[],
  width: number,
  colAligns: Alignment[],
): string {
  const columns = heads.map((head, column) => [head, ...bodies.map((body) => body[column]!)]);
  const needed = columns.map(widthOf);
  const over = needed.reduce((sum, each) => sum + each, heads.length + 1) - width;
  const widest = needed.indexOf(Math.max(...needed.filter((_, at) => colAligns[at] === 'left')));
  const least = 2 + Math.max(...columns[widest]!.map(longestWord));
  if (needed[widest]! - over < least) return drawnInTwo(heads, bodies, colAligns);
  const colWidths = needed.map((each, at) => (at === widest && over > 0 ? each - over : each));
  return tableOf([heads, ...bodies], colWidths, colAligns);
}

/** What a row is about on one line, its figures on the next. */
function drawnInTwo(
  heads: readonly string[],
  bodies: readonly (readonly string[])[],
  colAligns: Alignment[],
): string {
  const figuresFrom = colAligns.lastIndexOf('left') + 1;
  const figureColumns = heads
    .slice(figuresFrom)
    .map((head, at) => [head, ...bodies.map((body) => body[figuresFrom + at]!)]);
  const colWidths = figureColumns.map(widthOf);
  const rows = [heads, ...bodies].flatMap((body) => [
    [{ colSpan: colWidths.length, content: body.slice(0, figuresFrom).filter(Boolean).join(' · ') }],
    body.slice(figuresFrom),
  ]);
  return tableOf(rows, colWidths, colAligns.slice(figuresFrom));
}

const widthOf = ([head = '', ...cells]: readonly string[]) =>
  2 + Math.max(longestWord(head), ...cells.map(longestLine));

type TableCell = string | { readonly colSpan: number; readonly content: string };

function tableOf(rows: readonly (readonly TableCell[])[], colWidths: number[], colAligns: Alignment[]) {
  const table = new Table({ colWidths, colAligns, wordWrap: true, style: { head: [], border: [] } });
  for (const row of rows) {
    table.push(row.map((cell) => (typeof cell === 'string' ? cell : { ...cell, hAlign: 'left' as const })));
  }
  return table.toString();
}

const longestLine = (text: string) => Math.max(...text.split('\n').map((line) => line.length));
const longestWord = (text: string) => Math.max(...text.split(/[ \n]/).map((word) => word.length));
