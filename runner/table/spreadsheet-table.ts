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
  /** As they are read; each as long as the header. */
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
    rows: evenRows(file, header.length, rows),
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
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (record.some((cell) => cell !== '')) yield { line: info.lines, cells: record };
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

/** Cells that a spreadsheet has added at a row's end, empty, do not count. */
async function* evenRows(
  file: string,
  length: number,
  rows: AsyncIterable<CsvRow>,
): AsyncGenerator<CsvRow, void> {
  for await (const { line, cells } of rows) {
    const own = cells.length > length ? withoutEmptyEnd(cells, length) : cells;
    if (own.length !== length) {
      throw new UnusableTable(
        file,
        line,
        'row',
        `expected ${length} cells, as the header has, got ${own.length}`,
      );
    }
    yield { line, cells: own };
  }
}

function withoutEmptyEnd(cells: readonly string[], least = 1): string[] {
  const kept = [...cells];
  while (kept.length > least && kept.at(-1) === '') kept.pop();
  return kept;
}
