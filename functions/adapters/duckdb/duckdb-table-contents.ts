import { join } from 'node:path';
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { TableContents } from '../../core/ports/home-files.ts';
import type { StatedInFile } from '../../core/ports/lake-table-writer.ts';
import { type EngineLimits, openClientMonthEngine, withClientMonthEngine } from './client-month-engine.ts';
import { sqlName, sqlPath, sqlText } from './ingest-engine.ts';
import { statedIdentities } from './rejoining.ts';

/** The form of a personal identity code with neither letter nor digit around it. */
const suspect = '(^|[^0-9A-Za-z])[0-9]{6}[-+YXWVUA-Fyxwvua-f][0-9]{3}[0-9A-Ya-y]([^0-9A-Za-z]|$)';

/** Types that hold neither text nor bytes. */
const textless =
  /^(BOOLEAN|TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT|FLOAT|DOUBLE|DECIMAL.*|DATE|TIME\w*( .*)?)$/;

/** Words in small letters and numbers of at least seven digits. */
const wordsOf = (text: string) =>
  `regexp_extract_all(lower(${text}), ${sqlText(`\\p{L}[\\p{L}'’-]*|\\+?\\d[\\d() -]{5,18}\\d`)})`;
const textName = 'text_of_row';

/** What is inside a home's Parquet files, read by DuckDB. */
export class DuckDbTableContents implements TableContents {
  readonly #home: string;
  readonly #limits: EngineLimits;

  constructor(home: string, limits: EngineLimits) {
    this.#home = home;
    this.#limits = limits;
  }

  rows(path: string): Promise<number> {
    return withClientMonthEngine(this.#limits, async (connection) => {
      const counted = await connection.runAndReadAll(`select count(*) from ${this.#table(path)}`);
      return Number(counted.getRows()[0]?.[0]);
    });
  }

  rowsOf(path: string, clients: ReadonlySet<string>): Promise<number> {
    return withClientMonthEngine(this.#limits, async (connection) => {
      const described = await connection.runAndReadAll(`describe select * from ${this.#table(path)}`);
      if (!described.getRows().some(([name]) => name === 'client')) return 0;
      const counted = await connection.runAndReadAll(
        `select count(*) from ${this.#table(path)} where client in (select unnest(?))`,
        [listValue([...clients])],
      );
      return Number(counted.getRows()[0]?.[0]);
    });
  }

  async *suspectTexts(path: string): AsyncGenerator<string[]> {
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      for (const column of await this.#textColumns(connection, path)) {
        const result = await connection.stream(
          `select ${column} from ${this.#table(path)}
           where length(${column}) >= 11 and regexp_matches(${column}, ${sqlText(suspect)})`,
        );
        for await (const rows of result.yieldRows()) yield rows.map(([text]) => String(text));
      }
    } finally {
      close();
    }
  }

  async *words(path: string): AsyncGenerator<string[]> {
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      for (const column of await this.#textColumns(connection, path)) {
        const result = await connection.stream(
          `select distinct unnest(${wordsOf(textName)})
           from (select distinct ${column} from ${this.#table(path)}) as texts(${textName})
           where not regexp_full_match(${textName}, '[0-9a-f]{32}')`,
        );
        for await (const rows of result.yieldRows()) yield rows.map(([text]) => String(text));
      }
    } finally {
      close();
    }
  }

  repeatedKeys(paths: readonly string[], key: readonly string[]): Promise<number> {
    const files = paths.map((path) => sqlPath(join(this.#home, path))).join(', ');
    const columns = ['delivery', ...key.map(sqlName)].join(', ');
    return withClientMonthEngine(this.#limits, async (connection) => {
      const counted = await connection.runAndReadAll(
        `select count(*) from (
           select 1 from read_parquet([${files}], union_by_name = true) group by ${columns} having count(*) > 1
         )`,
      );
      return Number(counted.getRows()[0]?.[0]);
    });
  }

  async statedIdentities(paths: readonly string[]): Promise<readonly StatedInFile[]> {
    if (paths.length === 0) return [];
    const stated = await withClientMonthEngine(this.#limits, (connection) =>
      statedIdentities(
        connection,
        paths.map((path) => join(this.#home, path)),
      ),
    );
    return stated.map((one) => ({ ...one, location: one.location.slice(this.#home.length + 1) }));
  }

  async *rowsWith(path: string, words: readonly string[]): AsyncGenerator<string[]> {
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      const columns = await this.#textColumns(connection, path);
      const result = await connection.stream(
        `select ${textName} from (select concat_ws(' ; ', ${columns.join(', ')}) from ${this.#table(path)}) as texts(${textName})
         where list_has_any(${wordsOf(textName)}, ?)`,
        [listValue([...words])],
      );
      for await (const rows of result.yieldRows()) yield rows.map(([text]) => String(text));
    } finally {
      close();
    }
  }

  async #textColumns(connection: DuckDBConnection, path: string): Promise<string[]> {
    const described = await connection.runAndReadAll(`describe select * from ${this.#table(path)}`);
    return described
      .getRows()
      .filter(([, type]) => !textless.test(String(type)))
      .map(([name]) => `cast(${sqlName(String(name))} as varchar)`);
  }

  #table(path: string): string {
    return `read_parquet(${sqlPath(join(this.#home, path))})`;
  }
}
