import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * A DuckDB for delivered files, one file at a time: memory bounded, spilling beside the work in hand, and one thread,
 * so that the order of rows and the bytes written never depend on the machine. It is opened when it is first asked, and
 * stays open from file to file until it is closed, as opening it costs more than many a file.
 */
export class IngestEngine {
  readonly #spillFolder: string;
  #opened: Promise<DuckDBInstance> | undefined;

  constructor(spillFolder: string) {
    this.#spillFolder = spillFolder;
  }

  /** A connection of its own, whose temporary tables nobody else sees and end with it. */
  async connect(): Promise<DuckDBConnection> {
    this.#opened ??= DuckDBInstance.create(':memory:', {
      threads: '1',
      memory_limit: '1GB',
      temp_directory: this.#spillFolder,
      // a join is done as it is written, and keeps the order of the rows on its left
      disabled_optimizers: 'join_order,build_side_probe_side',
    });
    return (await this.#opened).connect();
  }

  async with<Outcome>(use: (connection: DuckDBConnection) => Promise<Outcome>): Promise<Outcome> {
    const connection = await this.connect();
    try {
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    (await opened)?.closeSync();
  }
}

/** The same for one piece of work. */
export async function withIngestEngine<Outcome>(
  spillFolder: string,
  use: (connection: DuckDBConnection) => Promise<Outcome>,
): Promise<Outcome> {
  const engine = new IngestEngine(spillFolder);
  return engine.with(use).finally(() => engine.close());
}

/** A text as SQL. */
export const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as SQL. */
export const sqlName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A path as SQL, its signs meaning themselves and not a pattern. */
export const sqlPath = (path: string) => sqlText(path.replace(/[[*?]/g, '[$&]'));
