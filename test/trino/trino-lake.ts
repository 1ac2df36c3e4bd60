import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BasicAuth, Trino } from 'trino-client';
import { vi } from 'vitest';
import { lakeColumns, lakeTableOf } from '../../data-contracts/schemas/lake-columns.ts';
import { type TableName, tableNames } from '../../data-contracts/schemas/tables.ts';
import type { ReferenceTable } from '../../functions/core/ports/client-month-source.ts';
import type { TrinoServer } from './trino-server.ts';

export type Value = string | number | boolean | null;

/** A schema of its own on a Trino server, its tables Parquet files under the server's folder. */
export class TrinoLake {
  readonly #trino: Trino;
  readonly #schema: string;
  readonly #server: TrinoServer;

  constructor(server: TrinoServer, schema: string) {
    this.#server = server;
    this.#schema = schema;
    this.#trino = Trino.create({
      server: server.url,
      catalog: 'lake',
      schema,
      auth: new BasicAuth('ennakko'),
    });
  }

  /** Waits for the server’s node too: statements are taken before there is one that could run them. */
  async create(): Promise<void> {
    await this.run(`create schema lake.${this.#schema}`);
    await vi.waitFor(() => this.run('create table ran_on_a_node as select 1 as one'), {
      timeout: 120_000,
      interval: 1000,
    });
  }

  /** The delivered tables, declared with the columns of the contracts over copies of the lake's own files. */
  async declareTables(filesOf: (table: TableName) => readonly string[]): Promise<void> {
    for (const table of tableNames) {
      const name = lakeTableOf(table);
      const folder = join(this.#server.folder, `${this.#schema}-delivered`, name);
      mkdirSync(folder, { recursive: true });
      for (const file of filesOf(table)) copyFileSync(file, join(folder, basename(file)));
      const columns = lakeColumns(table).map(([column, type]) => `${column} ${type}`);
      await this.run(
        `create table ${name} (${columns.join(', ')}) with (
          external_location = 'local:///${this.#schema}-delivered/${name}', format = 'PARQUET')`,
      );
    }
  }

  /** Where Trino says that a delivered table’s files are. */
  locationsOf(table: TableName, filesOf: (table: TableName) => readonly string[]): string[] {
    const folder = `local:///${this.#schema}-delivered/${lakeTableOf(table)}`;
    return filesOf(table).map((file) => `${folder}/${basename(file)}`);
  }

  async createReference(name: string, { columns, rows }: ReferenceTable): Promise<void> {
    const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await this.run(`create table ${name} (${definitions.join(', ')})`);
    const values = rows.map((row) => `(${row.map(literal).join(', ')})`);
    if (values.length > 0) await this.run(`insert into ${name} values ${values.join(', ')}`);
  }

  /** Makes a table of a query, its question marks bound; where its files are. */
  async createTable(name: string, query: string, values: readonly Value[]): Promise<string> {
    return this.createBound(name, query, values.map(literal));
  }

  /** Likewise, with what is bound as SQL writes it. */
  async createBound(name: string, query: string, parameters: readonly string[]): Promise<string> {
    const made = `create table ${name} as ${query}`;
    const bound = `execute immediate ${literal(made)} using ${parameters.join(', ')}`;
    await this.run(parameters.length > 0 ? bound : made);
    return join(this.#server.folder, 'metastore', this.#schema, name, '[!.]*');
  }

  async dropTables(names: readonly string[]): Promise<void> {
    for (const name of names) await this.run(`drop table if exists ${name}`);
  }

  async run(statement: string): Promise<void> {
    await this.rowsOf(statement);
  }

  async rowsOf(statement: string): Promise<unknown[][]> {
    const rows: unknown[][] = [];
    for await (const { error, data } of await this.#trino.query(statement)) {
      if (error) throw new Error(`Trino: ${error.errorName}: ${error.message}`);
      rows.push(...(data ?? []));
    }
    return rows;
  }
}

const literal = (value: Value) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
