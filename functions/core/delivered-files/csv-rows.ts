import type { Encoding } from '../../../data-contracts/schemas/mapping.ts';
import type { QuarantineRule } from '../../../data-contracts/vocabularies/quarantine-rules.ts';
import type { QuarantineReason } from '../ports/quarantine-store.ts';
import type { ColumnLayout } from './column-layout.ts';
import { csvFields } from './csv-fields.ts';
import type { DeliveredRow, DeliveredRows } from './delivered-rows.ts';
import { type Bytes, encodedLines } from './encoded-lines.ts';
import type { NumberedLine } from './numbered-lines.ts';

const byteOrderMark = '\uFEFF';

/** How a CSV file is written, as far as it is said. */
export interface CsvFormat {
  readonly encoding?: Encoding | undefined;
  readonly separator?: string | undefined;
}

/**
 * Opens a CSV file: the first line names the columns, every other line is a row.
 * @param layOut how the columns of such names meet what is asked for
 */
export async function openCsv(
  bytes: Bytes,
  layOut: (names: readonly string[]) => ColumnLayout,
  { encoding, separator, onBytes }: CsvFormat & { readonly onBytes?: (bytes: number) => void } = {},
): Promise<DeliveredRows> {
  const lines = encodedLines(bytes, encoding, onBytes);
  const { value: first = [] } = await lines.next();
  const header = readHeader(first[0], layOut, separator);
  const reader = new RowReader(header);
  async function* batches() {
    yield* inBatches(reader.rowsOf(first.slice(1)));
    for await (const next of lines) yield* inBatches(reader.rowsOf(next));
  }
  const notice = first.length === 0 ? 'empty-file' : header.layout.faults[0]?.rule;
  return { layout: header.layout, notice, batches };
}

const rowsPerBatch = 8192;

function* inBatches(rows: Iterable<DeliveredRow>): Generator<readonly DeliveredRow[]> {
  let batch: DeliveredRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === rowsPerBatch) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

interface Header {
  readonly delimiter: string;
  readonly layout: ColumnLayout;
}

function readHeader(
  line: NumberedLine | undefined,
  layOut: (names: readonly string[]) => ColumnLayout,
  separator?: string,
): Header {
  if (line && 'fault' in line) return unreadableHeader(line.fault);
  const text = line?.text.startsWith(byteOrderMark) ? line.text.slice(1) : (line?.text ?? '');
  if (text.includes('\r')) return unreadableHeader('no-line-feed');
  const delimiter = separator ?? delimiterOf(text);
  const names = csvFields(text, delimiter);
  return names ? { delimiter, layout: layOut(names) } : unreadableHeader('unclosed-quote');
}

const countOf = (sign: string, text: string) => text.split(sign).length - 1;

/** Whichever sign is there most; a comma where there is none. */
export const delimiterOf = (text: string) =>
  [',', ';', '\t', '|'].reduce((most, sign) => (countOf(sign, text) > countOf(most, text) ? sign : most));

const unreadableHeader = (rule: QuarantineRule): Header => ({
  delimiter: ',',
  layout: { width: 0, positions: [], faults: [{ rule }], extraColumns: [] },
});

/** Reads lines as rows. Empty lines are rows only when something follows them. */
class RowReader {
  readonly #header: Header;
  #emptyFrom = 0;
  #emptyLines = 0;

  constructor(header: Header) {
    this.#header = header;
  }

  *rowsOf(lines: readonly NumberedLine[]): Generator<DeliveredRow> {
    for (const line of lines) {
      if ('text' in line && line.text.trim() === '') {
        if (this.#emptyLines === 0) this.#emptyFrom = line.number;
        this.#emptyLines += 1;
      } else {
        for (; this.#emptyLines > 0; this.#emptyLines -= 1) yield turnedAway(this.#emptyFrom++, 'blank-line');
        yield this.#rowOf(line);
      }
    }
  }

  #rowOf(line: NumberedLine): DeliveredRow {
    if ('fault' in line) return turnedAway(line.number, line.fault);
    const { delimiter, layout } = this.#header;
    if (layout.faults.length > 0) {
      return { line: line.number, reasons: layout.faults.map((fault) => ({ line: line.number, ...fault })) };
    }
    const texts = csvFields(line.text, delimiter);
    if (!texts) return turnedAway(line.number, 'unclosed-quote');
    return texts.length === layout.width
      ? { line: line.number, texts }
      : turnedAway(line.number, 'wrong-field-count');
  }
}

function turnedAway(line: number, rule: QuarantineRule): DeliveredRow {
  const reason: QuarantineReason = { line, rule };
  return { line, reasons: [reason] };
}
