import { listValue } from '@duckdb/node-api';
import type { PersonRows } from '../../core/ports/person-rows.ts';
import { sqlPath, sqlText, withIngestEngine } from './ingest-engine.ts';

const sqlList = (clients: ReadonlySet<string>) => [...clients].sort().map(sqlText).join(', ') || 'null';

/** Rows about people, counted and left out by DuckDB. */
export class DuckDbPersonRows implements PersonRows {
  readonly #spillFolder: string;

  constructor(spillFolder: string) {
    this.#spillFolder = spillFolder;
  }

  async count(locations: readonly string[], clients: ReadonlySet<string>): Promise<readonly number[]> {
    return withIngestEngine(this.#spillFolder, async (connection) => {
      const counts: number[] = [];
      for (const location of locations) {
        const counted = await connection.runAndReadAll(
          `select count(*) from read_parquet(${sqlPath(location)}) where client in (select unnest(?))`,
          [listValue([...clients])],
        );
        counts.push(Number(counted.getRows()[0]?.[0]));
      }
      return counts;
    });
  }

  async copyWithout(clients: ReadonlySet<string>, from: string, to: string): Promise<void> {
    await withIngestEngine(this.#spillFolder, (connection) =>
      connection.run(
        `copy (select * from read_parquet(${sqlPath(from)}) where client not in (${sqlList(clients)}))
         to ${sqlText(to)} (format parquet, compression zstd, row_group_size 20480)`,
      ),
    );
  }
}
