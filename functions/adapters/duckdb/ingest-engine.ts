import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * A DuckDB of its own for one delivered file: memory bounded, spilling beside the work in hand, and one
 * thread, so that the order of rows and the bytes written never depend on the machine.
 */
export async function withIngestEngine<Outcome>(
  spillFolder: string,
  use: (connection: DuckDBConnection) => Promise<Outcome>,
): Promise<Outcome> {
  const engine = await openIngestEngine(spillFolder);
  try {
    return await use(engine.connection);
  } finally {
    engine.close();
  }
}

export interface IngestEngine {
  readonly connection: DuckDBConnection;
  close(): void;
}

export async function openIngestEngine(spillFolder: string): Promise<IngestEngine> {
  const settings = {
    threads: '1',
    memory_limit: '1GB',
    temp_directory: spillFolder,
    // a join is done as it is written, and keeps the order of the rows on its left
    disabled_optimizers: 'join_order,build_side_probe_side',
  };
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL. */
export const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as SQL. */
export const sqlName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A path as SQL, its signs meaning themselves and not a pattern. */
export const sqlPath = (path: string) => sqlText(path.replace(/[[*?]/g, '[$&]'));
