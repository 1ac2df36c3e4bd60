import { createReadStream } from 'node:fs';
import { type CsvError, type Info, parse } from 'csv-parse';

/** A table or its folds cannot be used: which file, line and field, and what was expected. Never a value. */
export class UnusableTable extends Error {
  readonly code = 'unusable-table';

  constructor(file: string, line: number | undefined, field: string, expected: string) {
    super(`${file}${line === undefined ? '' : ` line ${line}`}, ${field}: ${expected}`);
  }
}

/** A row with the line on which it ends. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Opens a CSV file: its header, and the rows after it as they are read. */
export async function openCsv(
  file: string,
): Promise<{ header: readonly string[]; rows: AsyncIterable<CsvRow> }> {
  const rows = csvRows(file);
  const first = await rows.next();
  if (first.done)
    throw new UnusableTable(file, undefined, 'header', 'expected names of columns, got an empty file');
  return { header: first.value.cells, rows };
}

async function* csvRows(file: string): AsyncGenerator<CsvRow, void> {
  const parser = createReadStream(file)
    .on('error', (error) => parser.destroy(error))
    .pipe(parse({ bom: true, info: true, trim: true, skip_empty_lines: true }));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw asUnusable(file, error as CsvError & NodeJS.ErrnoException);
  }
}

function asUnusable(file: string, error: CsvError & NodeJS.ErrnoException): UnusableTable {
  if (error instanceof UnusableTable) return error;
  if (error.syscall)
    return new UnusableTable(file, undefined, 'file', `expected to read it, got ${error.code}`);
  return new UnusableTable(
    file,
    error.lines as number | undefined,
    'row',
    `expected the header’s fields, got ${error.code}`,
  );
}

/** Positions of the named columns. */
export function positionsOf(file: string, header: readonly string[], names: readonly string[]): number[] {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (twice !== undefined)
    throw new UnusableTable(file, 1, twice, 'expected one column of this name, got two');
  return names.map((name) => {
    const at = header.indexOf(name);
    if (at < 0) throw new UnusableTable(file, 1, name, 'expected a column of this name, got none');
    return at;
  });
}

/** Positions of the named columns of a table that may have no others. */
export function positionsOfOnly(file: string, header: readonly string[], names: readonly string[]): number[] {
  const positions = positionsOf(file, header, names);
  const other = header.findIndex((name) => !names.includes(name));
  if (other < 0) return positions;
  const field = header[other] || `column ${other + 1}`;
  throw new UnusableTable(file, 1, field, `expected no column but ${names.join(', ')}`);
}
