import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export type Columns = Readonly<Record<string, 'varchar' | 'date' | 'integer' | 'double'>>;

/** Turns plain CSV without header or quotes into Parquet. One thread, so that the same rows give the same bytes. */
export class ParquetWriter {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open(): Promise<ParquetWriter> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '800MB' });
    return new ParquetWriter(instance, await instance.connect());
  }

  /** @returns how many rows were written */
  convert(csvPath: string, columns: Columns, parquetPath: string): Promise<number> {
    const types = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
    const options = `header = false, auto_detect = false, delim = ',', quote = '', escape = '', nullstr = ''`;
    const rows = `read_csv(${quoted(csvPath)}, ${options}, columns = {${types.join(', ')}})`;
    return this.#copy(rows, parquetPath);
  }

  /** Joins Parquet files in the given order. */
  join(parquetPaths: readonly string[], parquetPath: string): Promise<number> {
    return this.#copy(`read_parquet([${parquetPaths.map(quoted).join(', ')}])`, parquetPath);
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #copy(rows: string, parquetPath: string): Promise<number> {
    const format = 'format parquet, compression snappy, row_group_size 122880';
    const result = await this.#connection.runAndReadAll(
      `copy (select * from ${rows}) to ${quoted(parquetPath)} (${format})`,
    );
    return Number(result.getRows()[0]![0]);
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
