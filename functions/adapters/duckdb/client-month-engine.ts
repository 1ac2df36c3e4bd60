import { mkdir } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** How much of the machine the query engine may take. */
export interface EngineLimits {
  /** Where what does not fit in memory goes. */
  readonly spillFolder: string;
  readonly memoryMegabytes: number;
  readonly threads: number;
}

/** Trino's words where DuckDB has others; `integer_division` makes 7 / 2 = 3, as in Trino. */
const trinoWords = [
  'set integer_division = true',
  "set timezone = 'UTC'",
  'create macro array_join(list, separator) as array_to_string(list, separator)',
  'create macro sequence(first, last, step) as generate_series(first, last, step)',
];

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
  await mkdir(limits.spillFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${limits.memoryMegabytes}MB`,
    temp_directory: limits.spillFolder,
    threads: String(limits.threads),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const statement of trinoWords) await connection.run(statement);
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
