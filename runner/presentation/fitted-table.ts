import Table from './drawn-table.ts';

/** What stands in a table of a terminal. */
export interface TableContents {
  readonly heads: readonly string[];
  readonly rows: ReadonlyArray<readonly (string | number)[]>;
  readonly colAligns?: readonly ('left' | 'right')[];
  /** Of each row what is told across all columns, below it; what is empty is not told. */
  readonly below?: ReadonlyArray<readonly string[]>;
}

/**
 * A table no wider than the terminal: where its cells are, the widest columns are wrapped between words, and nothing is
 * cut off. Where even single words are too wide for it, it is as wide as these.
 * @param width columns of the terminal
 */
export function fittedTable({ heads, rows, colAligns = [], below }: TableContents, width: number): string {
  const columns = heads.map((head, at) => [head, ...rows.map((row) => String(row[at] ?? ''))]);
  const natural = columns.map((cells) => longest(cells, '\n'));
  const narrowest = columns.map((cells) => longest(cells, /\s/));
  const widths = narrowed(natural, narrowest, width - 3 * heads.length - 1);
  const table = new Table({
    head: [...heads],
    colAligns: [...colAligns],
    colWidths: widths.map((each) => each + 2),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  rows.forEach((row, place) => {
    table.push([...row]);
    for (const content of below?.[place] ?? [])
      if (content !== '') table.push([{ colSpan: heads.length, hAlign: 'left', content }]);
  });
  return table.toString();
}

const longest = (cells: readonly string[], between: string | RegExp) =>
  Math.max(...cells.flatMap((cell) => cell.split(between).map((part) => part.length)));

/** Takes from the widest columns until all fit, from none more than its longest word leaves. */
function narrowed(natural: readonly number[], narrowest: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let left = room - sumOf(widths); left < 0; left++) {
    const spare = widths.map((each, at) => (each > narrowest[at]! ? each : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)]! -= 1;
  }
  return widths;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
