import type { SurvivalTable } from '../../functions/core/risk/cross-fit.ts';
import { GrowingColumn } from '../../functions/core/risk/growing-column.ts';
import type { MixedColumn } from '../../functions/core/risk/table-predictors.ts';
import { openCsv, positionsOf, UnusableTable } from './csv-rows.ts';
import { finiteNumber } from './finite-number.ts';

/** Which columns of a table are no predictors. */
export interface TableColumns {
  readonly id: string;
  readonly time: string;
  readonly event: string;
}

/** A table from a file, with the line of each row. */
export interface TableOfFile extends SurvivalTable {
  readonly file: string;
  readonly idColumn: string;
  readonly lines: readonly number[];
}

/** Reads any survival table. Every column but the three named ones is a predictor. */
export async function readSurvivalTable(file: string, named: TableColumns): Promise<TableOfFile> {
  const { header, rows } = await openCsv(file);
  const [id, time, event] = positionsOf(file, header, [named.id, named.time, named.event]) as [
    number,
    number,
    number,
  ];
  const predictors = header.map((_, at) => at).filter((at) => ![id, time, event].includes(at));
  if (predictors.length === 0) throw new UnusableTable(file, 1, 'header', 'expected a predictor, got none');
  const columns = predictors.map((at) => new GatheredColumn(header[at]!));
  const [ids, lines, times, events] = [
    [] as string[],
    [] as number[],
    new GrowingColumn(),
    new GrowingColumn(),
  ];
  for await (const { line, cells } of rows) {
    const check = (isRight: boolean, field: string, expected: string) => {
      if (!isRight) throw new UnusableTable(file, line, field, expected);
    };
    const [end, kind] = [finiteNumber(cells[time]!), finiteNumber(cells[event]!)];
    check(cells[id] !== '', named.id, 'expected an id, got nothing');
    check(end >= 0, named.time, 'expected a number from 0 up');
    check(Number.isInteger(kind) && kind >= 0, named.event, 'expected a whole number from 0 up');
    ids.push(cells[id]!);
    lines.push(line);
    times.append(end);
    events.append(Math.min(kind, 2));
    columns.forEach((column, at) => {
      column.append(cells[predictors[at]!]!);
    });
  }
  if (ids.length === 0) throw new UnusableTable(file, undefined, 'rows', 'expected at least one, got none');
  const followUp = { time: times.values(), event: Uint8Array.from(events.values()) };
  return {
    file,
    idColumn: named.id,
    lines,
    ids,
    followUp,
    columns: columns.map((column) => column.column()),
  };
}

const missing = new Set(['', 'na', 'nan', 'n/a', 'null']);

class GatheredColumn {
  readonly #name: string;
  readonly #numbers = new GrowingColumn();
  readonly #textOfRow = new GrowingColumn();
  readonly #texts = new Map<string, number>();

  constructor(name: string) {
    this.#name = name;
  }

  append(cell: string): void {
    const number = finiteNumber(cell);
    this.#numbers.append(number);
    const isText = Number.isNaN(number) && !missing.has(cell.toLowerCase());
    this.#textOfRow.append(isText ? this.#positionOf(cell) : -1);
  }

  column(): MixedColumn {
    return {
      name: this.#name,
      numbers: this.#numbers.values(),
      texts: [...this.#texts.keys()],
      textOfRow: Int32Array.from(this.#textOfRow.values()),
    };
  }

  #positionOf(text: string): number {
    const position = this.#texts.get(text) ?? this.#texts.size;
    this.#texts.set(text, position);
    return position;
  }
}
