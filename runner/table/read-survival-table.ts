import type { SurvivalTable } from '../../functions/core/risk/cross-fit-order.ts';
import { GrowingColumn } from '../../functions/core/risk/growing-column.ts';
import type { MixedColumn } from '../../functions/core/risk/table-predictors.ts';
import { type CsvRow, openCsv, positionsOf, UnusableTable } from './csv-rows.ts';
import { finiteNumber } from './finite-number.ts';

/** Which columns of a table are no predictors. */
export interface TableColumns {
  readonly id: string;
  /** Whose a row is, where a person has several; absent: the id's. */
  readonly person?: string | undefined;
  readonly time: string;
  readonly event: string;
}

/** Where a row is from, for who is told of a fault in it. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** A table from one file or two, with the place of each row. */
export interface TableOfFile extends SurvivalTable {
  readonly file: string;
  readonly idColumn: string;
  readonly personColumn: string;
  readonly places: readonly RowPlace[];
}

/** Reads any survival table. Every column but the named ones is a predictor. */
export async function readSurvivalTable(file: string, named: TableColumns): Promise<TableOfFile> {
  const gathered = new GatheredTable(file, named);
  await gathered.add(file);
  return gathered.table();
}

/**
 * Reads a table, and after its rows those of another with the same columns, in any order, that are kept for the
 * test: nobody is in both.
 */
export async function readWithTest(
  file: string,
  testFile: string,
  named: TableColumns,
): Promise<TableOfFile> {
  if (file === testFile)
    throw new UnusableTable(testFile, undefined, 'file', 'expected another file than --data');
  const gathered = new GatheredTable(file, named);
  await gathered.add(file);
  await gathered.add(testFile);
  const table = gathered.table();
  const learntFrom = new Set(table.people.filter((_, row) => table.places[row]!.file === file));
  const inBoth = table.people.findIndex(
    (person, row) => table.places[row]!.file !== file && learntFrom.has(person),
  );
  if (inBoth < 0) return table;
  const { line } = table.places[inBoth]!;
  throw new UnusableTable(testFile, line, table.personColumn, `expected nobody who is in ${file}`);
}

class GatheredTable {
  readonly #file: string;
  readonly #named: TableColumns;
  readonly #ids: string[] = [];
  readonly #people: string[] = [];
  readonly #places: RowPlace[] = [];
  readonly #times = new GrowingColumn();
  readonly #events = new GrowingColumn();
  #columns: GatheredColumn[] | undefined;

  constructor(file: string, named: TableColumns) {
    this.#file = file;
    this.#named = named;
  }

  async add(file: string): Promise<void> {
    const { id, person = id, time, event } = this.#named;
    const { header, rows } = await openCsv(file);
    const outcome = positionsOf(file, header, [id, person, time, event]) as [number, number, number, number];
    const columns = this.#columnsOf(file, header, outcome);
    const positions = positionsOf(
      file,
      header,
      columns.map(({ name }) => name),
    );
    const before = this.#ids.length;
    for await (const row of rows) {
      this.#addRow(file, row, outcome);
      columns.forEach((column, at) => {
        column.append(row.cells[positions[at]!]!);
      });
    }
    if (this.#ids.length === before)
      throw new UnusableTable(file, undefined, 'rows', 'expected at least one, got none');
  }

  #columnsOf(file: string, header: readonly string[], outcome: readonly number[]): GatheredColumn[] {
    const names = header.filter((_, at) => !outcome.includes(at));
    if (names.length === 0) throw new UnusableTable(file, 1, 'header', 'expected a predictor, got none');
    this.#columns ??= names.map((name) => new GatheredColumn(name));
    const known = new Set(this.#columns.map(({ name }) => name));
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined)
      throw new UnusableTable(file, 1, unknown, `expected a column of ${this.#file}`);
    return this.#columns;
  }

  #addRow(
    file: string,
    { line, cells }: CsvRow,
    [id, person, time, event]: readonly [number, number, number, number],
  ) {
    const { id: idName, person: personName = idName, time: timeName, event: eventName } = this.#named;
    const check = (isRight: boolean, field: string, expected: string) => {
      if (!isRight) throw new UnusableTable(file, line, field, expected);
    };
    const [end, kind] = [finiteNumber(cells[time]!), finiteNumber(cells[event]!)];
    check(cells[id] !== '', idName, 'expected an id, got nothing');
    check(cells[person] !== '', personName, 'expected a person, got nothing');
    check(end >= 0, timeName, 'expected a number from 0 up');
    check(Number.isInteger(kind) && kind >= 0, eventName, 'expected a whole number from 0 up');
    this.#ids.push(cells[id]!);
    this.#people.push(cells[person]!);
    this.#places.push({ file, line });
    this.#times.append(end);
    this.#events.append(Math.min(kind, 2));
  }

  table(): TableOfFile {
    const { id, person = id } = this.#named;
    return {
      file: this.#file,
      idColumn: id,
      personColumn: person,
      places: this.#places,
      ids: this.#ids,
      people: this.#people,
      followUp: { time: this.#times.values(), event: Uint8Array.from(this.#events.values()) },
      columns: (this.#columns ?? []).map((column) => column.column()),
    };
  }
}

const missing = new Set(['', 'na', 'nan', 'n/a', 'null']);

class GatheredColumn {
  readonly name: string;
  readonly #numbers = new GrowingColumn();
  readonly #textOfRow = new GrowingColumn();
  readonly #texts = new Map<string, number>();

  constructor(name: string) {
    this.name = name;
  }

  append(cell: string): void {
    const number = finiteNumber(cell);
    this.#numbers.append(number);
    const isText = Number.isNaN(number) && !missing.has(cell.toLowerCase());
    this.#textOfRow.append(isText ? this.#positionOf(cell) : -1);
  }

  column(): MixedColumn {
    return {
      name: this.name,
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
