import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { openClientMonthEngine } from '../../functions/adapters/duckdb/client-month-engine.ts';
import { sqlName, sqlText } from '../../functions/adapters/duckdb/ingest-engine.ts';
import type { Value } from './trino-lake.ts';

/** How many rows of each side the other has not, rows that come several times counted so. */
export interface Difference {
  readonly rows: number;
  readonly onlyInDuckDb: number;
  readonly onlyInTrino: number;
  /** Columns whose values, taken alone, are not the same in number and kind. */
  readonly columns: readonly string[];
}

interface Selected {
  readonly column: string;
  readonly sql: string;
}

/** The same queries in DuckDB, and its rows against Trino's. */
export class DuckDbLake {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
  readonly #folder: string;

  private constructor(folder: string, engine: { connection: DuckDBConnection; close: () => void }) {
    this.#folder = folder;
    this.connection = engine.connection;
    this.close = engine.close;
  }

  static async open(folder: string): Promise<DuckDbLake> {
    const limits = { spillFolder: join(folder, 'spill'), memoryMegabytes: 2500, threads: 2 };
    const lake = new DuckDbLake(folder, await openClientMonthEngine(limits));
    await lake.connection.run('set preserve_insertion_order = false');
    return lake;
  }

  async createTable(name: string, query: string, values: readonly Value[]): Promise<void> {
    const file = sqlText(join(this.#folder, `${name}.parquet`));
    await this.connection.run(`copy (${query}) to ${file} (format parquet)`, [...values]);
    await this.createView(name, file);
  }

  async dropViews(names: readonly string[]): Promise<void> {
    for (const name of names) await this.connection.run(`drop view if exists ${name}`);
  }

  /** @param files one text or a list of them, as SQL */
  async createView(name: string, files: string): Promise<void> {
    await this.connection.run(`create view ${name} as from read_parquet(${files})`);
  }

  /** A list is taken as a set: neither engine promises the order in which it gathers one. */
  async compare(name: string, trinoFiles: string): Promise<Difference> {
    // a table without rows has no file, and so no columns to compare
    const isEmpty = (await this.#count(`from glob(${sqlText(trinoFiles)})`)) === 0;
    if (isEmpty) await this.connection.run(`create view trino_rows as select * from ${name} limit 0`);
    else await this.createView('trino_rows', sqlText(trinoFiles));
    const columns = await this.#columnsOf(name);
    const inTrino = await this.#columnsOf('trino_rows');
    const names = columns.map(([column]) => column).sort();
    if (
      names.join() !==
      inTrino
        .map(([column]) => column)
        .sort()
        .join()
    )
      throw new Error(`${name}: the engines give other columns`);
    const selected = columns.map(([column, type]) => {
      const named = sqlName(column);
      return { column, sql: type.endsWith('[]') ? `list_sort(${named}) as ${named}` : named };
    });
    const difference = {
      rows: await this.#count(`from ${name}`),
      onlyInDuckDb: await this.#without(name, 'trino_rows', selected),
      onlyInTrino: await this.#without('trino_rows', name, selected),
    };
    const isEqual = difference.onlyInDuckDb + difference.onlyInTrino === 0;
    const differing = isEqual ? [] : await this.#differing(name, selected);
    await this.connection.run('drop view trino_rows');
    return { ...difference, columns: differing };
  }

  async #differing(name: string, selected: readonly Selected[]): Promise<string[]> {
    const differing: string[] = [];
    for (const one of selected) {
      if ((await this.#without(name, 'trino_rows', [one])) > 0) differing.push(one.column);
    }
    return differing;
  }

  #without(one: string, other: string, selected: readonly Selected[]): Promise<number> {
    const columns = selected.map(({ sql }) => sql).join(', ');
    return this.#count(`from (select ${columns} from ${one} except all select ${columns} from ${other})`);
  }

  async #count(from: string): Promise<number> {
    const counted = await this.connection.runAndReadAll(`select count(*) ${from}`);
    return Number(counted.getRows()[0]?.[0]);
  }

  async #columnsOf(name: string): Promise<[column: string, type: string][]> {
    const described = await this.connection.runAndReadAll(`describe ${name}`);
    return described.getRows().map(([column, type]) => [String(column), String(type)]);
  }
}
