/** A cell's text, in lines; or one cell over several columns. */
export type TableCell = string | { readonly colSpan: number; readonly content: string };

export interface TableShape {
  readonly head?: readonly string[];
  /** Of each column, its margins included; absent: what the cells need. Texts are wrapped to them. */
  readonly colWidths?: readonly number[];
  readonly colAligns?: readonly ('left' | 'right')[];
  /** No rule between rows. */
  readonly isCompact?: boolean;
}

interface PlacedCell {
  readonly column: number;
  readonly width: number;
  readonly align: 'left' | 'right';
  readonly lines: readonly string[];
}

/** A table in a frame, colourless, for a terminal: every column as wide as it is told, or as it needs. */
export class DrawnTable {
  readonly #shape: TableShape;
  readonly #rows: (readonly TableCell[])[] = [];

  constructor(shape: TableShape) {
    this.#shape = shape;
  }

  push(...rows: (readonly TableCell[])[]): void {
    this.#rows.push(...rows);
  }

  toString(): string {
    return drawn(this.#rows, this.#shape);
  }
}

function drawn(rows: readonly (readonly TableCell[])[], shape: TableShape): string {
  const all = shape.head ? [shape.head, ...rows] : rows;
  const widths = shape.colWidths ?? widthsNeeded(all);
  const placed = all.map((row) => placedCells(row, widths, shape));
  const lines = placed.flatMap((row, at) => {
    const isRuled = at === 0 || !shape.isCompact || (at === 1 && shape.head !== undefined);
    return [...(isRuled ? [rule(placed[at - 1], row, widths)] : []), ...textLines(row)];
  });
  return [...lines, rule(placed.at(-1), undefined, widths)].join('\n');
}

const margins = 2;

function widthsNeeded(rows: readonly (readonly TableCell[])[]): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => margins + longestLine(contentOf(row[column] ?? '')))),
  );
}

const contentOf = (cell: TableCell) => (typeof cell === 'string' ? cell : cell.content);
const longestLine = (text: string) => Math.max(...text.split('\n').map(widthOf));

function placedCells(row: readonly TableCell[], widths: readonly number[], shape: TableShape): PlacedCell[] {
  let column = 0;
  return row.map((cell) => {
    const isOfOne = typeof cell === 'string';
    const span = isOfOne ? 1 : cell.colSpan;
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, span - 1) - margins;
    const align = (isOfOne && shape.colAligns?.[column]) || 'left';
    const given = contentOf(cell).split('\n');
    const lines = shape.colWidths ? given.flatMap((line) => wrapped(line, width)) : given;
    const placed = { column, width, align, lines: lines.map((line) => cut(line, width)) } as const;
    column += span;
    return placed;
  });
}

/** Words of a line on as many lines as they need; a word that is too long has one of its own. */
function wrapped(line: string, width: number): string[] {
  const [first = '', ...others] = line.split(/(\s+)/);
  const lines = [first];
  for (let at = 0; at < others.length; at += 2) {
    const [space, word] = [others[at]!, others[at + 1]!];
    const longer = lines.at(-1) + space + word;
    if (widthOf(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.filter((each) => each !== '');
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let left = line;
  while (widthOf(left) >= width && left !== '') left = left.slice(0, -1);
  return `${left}…`;
}

function textLines(row: readonly PlacedCell[]): string[] {
  const height = Math.max(1, ...row.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const cells = row.map(({ lines, width, align }) => ` ${padded(lines[at] ?? '', width, align)} `);
    return `│${cells.join('│')}│`;
  });
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? gap + text : text + gap;
}

const corners = {
  top: ['┌', '┬', '┐'],
  middle: ['├', '', '┤'],
  bottom: ['└', '┴', '┘'],
} as const;

/** The line between two rows, joined to where their cells end. */
function rule(
  above: readonly PlacedCell[] | undefined,
  below: readonly PlacedCell[] | undefined,
  widths: readonly number[],
): string {
  const [left, , right] = corners[above ? (below ? 'middle' : 'bottom') : 'top'];
  const begins = (row: readonly PlacedCell[] | undefined, at: number) =>
    row?.some(({ column }) => column === at) ?? false;
  const joints = widths.map((_, at) => {
    if (at === 0) return left;
    return ['─', '┬', '┴', '┼'][Number(begins(below, at)) + 2 * Number(begins(above, at))]!;
  });
  return `${widths.map((width, at) => joints[at] + '─'.repeat(width)).join('')}${right}`;
}

const plain = /^[\x20-\x7e\xa0-\u02ff\u2010-\u20bf]*$/;
const marks = /\p{Mn}/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns of the terminal that a text takes. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  return [...text].reduce((sum, sign) => sum + (marks.test(sign) ? 0 : wide.test(sign) ? 2 : 1), 0);
}
