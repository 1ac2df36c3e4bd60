import { mkdir } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** How much of the machine the query engine may take. */
export interface EngineLimits {
  /** Where what does not fit in memory goes. */
  readonly spillFolder: string;
  readonly memoryMegabytes: number;
  readonly threads: number;
}

/** Trino's words where DuckDB has others, and that `integer_division` makes 7 / 2 = 3, as in Trino. */
const trinoMacros = [
  'create macro array_join(list, separator) as array_to_string(list, separator)',
  'create macro sequence(first, last, step) as generate_series(first, last, step)',
];
const trinoSettings = ['set integer_division = true', "set timezone = 'UTC'"];

/** A query engine that speaks the common words of Trino and DuckDB, for one job. */
export async function withClientMonthEngine<T>(
  limits: EngineLimits,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { connection, close } = await openClientMonthEngine(limits);
  try {
    return await work(connection);
  } finally {
    close();
  }
}

export async function openClientMonthEngine(
  limits: EngineLimits,
): Promise<{ connection: DuckDBConnection; close: () => void }> {
  const instance = await openInstance(limits);
  const connection = await connectionTo(instance);
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** An engine of which any number of connections may be had. */
export async function openInstance(limits: EngineLimits): Promise<DuckDBInstance> {
  await mkdir(limits.spillFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${limits.memoryMegabytes}MB`,
    temp_directory: limits.spillFolder,
    threads: String(limits.threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const statement of trinoMacros) await connection.run(statement);
  connection.closeSync();
  return instance;
}

export async function connectionTo(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  for (const statement of trinoSettings) await connection.run(statement);
  return connection;
}
