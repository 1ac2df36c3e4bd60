import type { DuckDBConnection } from '@duckdb/node-api';
import type { DeliveredColumns, DistinctTexts, LakeFileSpec } from '../../core/ports/lake-table-writer.ts';
import { asText, columnTypes, readable } from './duckdb-parquet-rows.ts';
import { sqlName, sqlPath } from './ingest-engine.ts';

/** A delivered Parquet file as SQL, once its distinct texts have been judged. */
export interface JudgedFile {
  /** Every row: `line`, and the texts of the judge's fields as `f0`, `f1`, …; null is absent. */
  readonly delivered: string;
  /** The rows of which nothing is in doubt, in their order: `client`, the lake's columns, `line`. */
  readonly sound: string;
}

/**
 * Asks a judge about the distinct texts of a delivered file. Whose a row is and what is in doubt is kept in the engine
 * by hashes: a text that may name somebody gets into no table of it, and so onto no disk.
 */
export async function judgeDistinctTexts(
  connection: DuckDBConnection,
  { columns }: Pick<LakeFileSpec, 'columns'>,
  { location, names }: DeliveredColumns,
  judge: DistinctTexts,
): Promise<JudgedFile> {
  const types = await columnTypes(connection, location);
  const texts = judge.fields.map(({ name }, place) => {
    const text = names.includes(name)
      ? asText(sqlName(name), types.get(name) ?? '')
      : 'cast(null as varchar)';
    return `nullif(${text}, '') as f${place}`;
  });
  const file = `from read_parquet(${sqlPath(location)})`;
  const person = judge.fields.findIndex(({ name }) => name === judge.personField);
  const people = new People(judge, [person]);
  const fields = judge.fields.map((_, place) => (place === person ? people : new Field(judge, [place])));
  const relations = judge.relations.map(({ of }, index) => new Relation(judge, placesOf(judge, of), index));
  const questions = [...fields, ...relations];
  await ask(connection, questions, `select ${texts.join(', ')} ${file}`);
  for (const [place, question] of questions.entries()) await question.tell(connection, `answers_${place}`);
  const values = columns.map(({ name, type }) => {
    const field = fields[judge.fields.findIndex(({ column }) => column === name)]!;
    return `cast(${field.value} as ${type}) as ${sqlName(name)}`;
  });
  const conditions = [
    ...judge.fields.flatMap(({ isRequired }, place) => (isRequired ? [`f${place} is not null`] : [])),
    ...questions.flatMap(({ condition }) => condition ?? []),
  ];
  const delivered = `select row_number() over () as line, ${texts.join(', ')} ${file}`;
  const sound = `select client, ${values.join(', ')}, line from (${delivered})
    inner join ${people.table} on person = ${people.hash} where ${conditions.join(' and ')}`;
  return { delivered, sound };
}

const placesOf = (judge: DistinctTexts, names: readonly string[]) =>
  names.map((asked) => judge.fields.findIndex(({ name }) => name === asked));

/** What is asked about each distinct combination of texts at some places, and what came of it. */
abstract class Question {
  /** The hash of the texts, as SQL. */
  readonly hash: string;
  /** What must hold of a row that is in no doubt, as SQL, once it has been told. */
  condition: string | undefined;
  protected readonly inDoubt: [bigint][] = [];
  protected readonly judge: DistinctTexts;
  readonly places: readonly number[];

  constructor(judge: DistinctTexts, places: readonly number[]) {
    this.judge = judge;
    this.places = places;
    this.hash = `hash(${places.map((place) => `f${place}`).join(', ')})`;
  }

  abstract hear(texts: readonly (string | null)[], hash: () => bigint): void;

  /** Lets the engine know the answers. */
  async tell(connection: DuckDBConnection, table: string): Promise<void> {
    if (this.inDoubt.length === 0) return;
    await fill(connection, `${table}_in_doubt`, ['text ubigint'], this.inDoubt);
    this.condition = `${this.hash} not in (select text from ${table}_in_doubt)`;
  }
}

class Field extends Question {
  /** The field's value, as SQL. */
  value = `f${this.places[0]}`;
  readonly #changed: [string, string | null][] = [];

  hear([text]: readonly (string | null)[], hash: () => bigint): void {
    if (text === null) return;
    const judged = this.judge.valueOf(this.judge.fields[this.places[0]!]!.name, text!);
    if (!judged) this.inDoubt.push([hash()]);
    else if (judged.value === undefined) this.#changed.push([text!, null]);
    else if (String(judged.value) !== text) this.#changed.push([text!, String(judged.value)]);
  }

  /** Values that are not their texts as a map: a join would lose the order of rows. */
  override async tell(connection: DuckDBConnection, table: string): Promise<void> {
    await super.tell(connection, table);
    if (this.#changed.length === 0) return;
    await fill(connection, table, ['text varchar', 'value varchar'], this.#changed);
    const map = `(select map_from_entries(list((text, value))) from ${table})`;
    this.value = `case when map_contains(${map}, ${this.value}) then ${map}[${this.value}] else ${this.value} end`;
  }
}

class People extends Field {
  table = '';
  readonly #clients = new Map<bigint, string | undefined>();

  override hear([text]: readonly (string | null)[], hash: () => bigint): void {
    if (text === null) return;
    // two texts of one hash: their rows are in doubt
    this.#clients.set(hash(), this.#clients.has(hash()) ? undefined : this.judge.clientOf(text!));
  }

  override async tell(connection: DuckDBConnection, table: string): Promise<void> {
    this.table = table;
    const known = [...this.#clients].filter(([, client]) => client !== undefined) as [bigint, string][];
    await fill(connection, table, ['person ubigint', 'client varchar'], known);
  }
}

class Relation extends Question {
  readonly #index: number;

  constructor(judge: DistinctTexts, places: readonly number[], index: number) {
    super(judge, places);
    this.#index = index;
  }

  hear(texts: readonly (string | null)[], hash: () => bigint): void {
    if (!this.judge.holds(this.#index, texts)) this.inDoubt.push([hash()]);
  }
}

/** Asks all questions of a file in one statement. */
async function ask(
  connection: DuckDBConnection,
  questions: readonly Question[],
  file: string,
): Promise<void> {
  const most = Math.max(...questions.map(({ places }) => places.length));
  const selects = questions.map(({ places, hash }, index) => {
    const fields = places.map((place) => `f${place}`);
    const texts = Array.from({ length: most }, (_, place) => fields[place] ?? 'null');
    return `select ${index}, ${hash}, ${texts.join(', ')} from (select distinct ${fields.join(', ')} from (${file}))`;
  });
  const rows = await readable(connection.stream(selects.join(' union all ')));
  for (;;) {
    const chunk = await readable(rows.fetchChunk());
    if (!chunk || chunk.rowCount === 0) return;
    const [asked, hashes] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    const texts = Array.from(
      { length: most },
      (_, place) => chunk.getColumnValues(place + 2) as (string | null)[],
    );
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const question = questions[asked.getItem(row) as number]!;
      question.hear(
        question.places.map((_, place) => texts[place]![row]!),
        () => hashes.getItem(row) as bigint,
      );
    }
  }
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly [bigint] | readonly [bigint | string, string | null])[],
): Promise<void> {
  await connection.run(`create temp table ${table} (${columns.join(', ')})`);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const value of row) {
      if (typeof value === 'bigint') appender.appendUBigInt(value);
      else if (value === null) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
}
