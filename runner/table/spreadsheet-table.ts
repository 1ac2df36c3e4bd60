import { Readable } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';
import { type CsvRow, UnusableTable } from './csv-rows.ts';
import { type DecodedText, decodedText } from './decoded-text.ts';
import { NoNumber, WrittenNumbers } from './written-number.ts';

/** A table as people save it from a spreadsheet or a program. */
export interface SpreadsheetTable {
  readonly file: string;
  readonly encoding: DecodedText['encoding'];
  readonly header: readonly string[];
  /** As they are read; each as long as the header, empty ones left out. */
  readonly rows: AsyncIterable<CsvRow>;
  /** A cell as a number. @throws UnusableTable with line, column and a sentence */
  readonly number: (line: number, column: string, cell: string) => number;
}

/**
 * Opens a table: UTF-8, UTF-16 or Windows-1252; cells parted by `;`, tab or comma, as its first line says or shows; with or
 * without a line `sep=`; decimals with a point or a comma.
 * @throws UnusableTable
 */
export async function openSpreadsheet(file: string): Promise<SpreadsheetTable> {
  const text = await decodedText(file);
  const { separator, headerLine } = formOf(text);
  const rows = rowsOf(file, text, separator, headerLine);
  const first = await rows.next();
  if (first.done)
    throw new UnusableTable(file, undefined, 'header', 'expected names of columns, got an empty file');
  const header = withoutEmptyEnd(first.value.cells);
  const numbers = new WrittenNumbers(separator);
  return {
    file,
    encoding: text.encoding,
    header,
    rows,
    number(line, column, cell) {
      try {
        return numbers.read(cell);
      } catch (error) {
        throw error instanceof NoNumber ? new UnusableTable(file, line, column, error.message) : error;
      }
    },
  };
}

/** What parts cells, and on which line the header is. */
function formOf(text: DecodedText): { separator: string; headerLine: number } {
  let beginning = '';
  for (const piece of text.pieces()) {
    beginning += piece;
    if (/\S[^\n]*\n[^\n]*\n/.test(beginning)) break;
  }
  const [first = '', second = ''] = beginning.replace(/^\uFEFF/, '').split(/\r?\n|\r/);
  const told = /^"?sep=(.)"?;*,*$/i.exec(first);
  if (told) return { separator: told[1]!, headerLine: 2 };
  const seen = `${first || second}`.replace(/"[^"]*"/g, '');
  return { separator: ['\t', ';'].find((mark) => seen.includes(mark)) ?? ',', headerLine: 1 };
}

async function* rowsOf(
  file: string,
  text: DecodedText,
  separator: string,
  headerLine: number,
): AsyncGenerator<CsvRow, void> {
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: separator,
    from_line: headerLine,
  });
  const source = Readable.from(text.pieces());
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let length: number | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      length ??= withoutEmptyEnd(record).length;
      const cells = record.length > length ? withoutEmptyEnd(record, length) : record;
      if (cells.length === length) {
        if (cells[0] !== '' || !isEmpty(cells)) yield { line: info.lines, cells };
      } else if (!isEmpty(cells)) refuseLength(file, info.lines, length, cells.length);
    }
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (!code?.startsWith('CSV_')) throw error;
    throw new UnusableTable(
      file,
      lines,
      'row',
      `expected quotes around whole cells, got ${sentences[code] ?? code}`,
    );
  }
}

const sentences: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text after a closing quote',
  INVALID_OPENING_QUOTE: 'a quote within a cell',
};

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell === '');

function refuseLength(file: string, line: number, expected: number, got: number): never {
  throw new UnusableTable(file, line, 'row', `expected ${expected} cells, as the header has, got ${got}`);
}

/** Without the cells that a spreadsheet has added at a row's end, empty. */
function withoutEmptyEnd(cells: readonly string[], least = 1): string[] {
  const kept = [...cells];
  while (kept.length > least && kept.at(-1) === '') kept.pop();
  return kept;
}
