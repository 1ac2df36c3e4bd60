import type { ParquetGatherer } from '../athena/athena-client-month-source.ts';
import { type EngineLimits, withClientMonthEngine } from './client-month-engine.ts';
import { sqlPath, sqlText } from './ingest-engine.ts';

/** Puts files of client-months together by DuckDB, as its own build writes them. */
export class DuckDbParquetGatherer implements ParquetGatherer {
  readonly #limits: EngineLimits;

  constructor(limits: EngineLimits) {
    this.#limits = limits;
  }

  gather(locations: readonly string[], location: string): Promise<number> {
    return withClientMonthEngine(this.#limits, async (connection) => {
      const copied = await connection.runAndReadAll(
        `copy (select * from read_parquet([${locations.map(sqlPath).join(', ')}]) order by client)
         to ${sqlText(location)} (format parquet, compression zstd, row_group_size 20480)`,
      );
      return Number(copied.getRows()[0]?.[0] ?? 0);
    });
  }
}
