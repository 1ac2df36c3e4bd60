import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnsTaken, DistinctTexts } from '../../core/ports/lake-table-writer.ts';
import { joined, partedRows } from './duckdb-parquet-rows.ts';
import { sqlName, sqlPath } from './ingest-engine.ts';

interface SoundRowsSpec {
  /** Where the rows taken have been written. */
  readonly location: string;
  readonly accepted: number;
  /** Every row delivered, as SQL. */
  readonly delivered: string;
  readonly judge: DistinctTexts;
}

/** What became of a delivered file of which the sound rows have been written. */
export class SoundRows implements ColumnsTaken {
  readonly accepted: number;
  readonly #connection: DuckDBConnection;
  readonly #spec: SoundRowsSpec;

  constructor(connection: DuckDBConnection, spec: SoundRowsSpec) {
    this.accepted = spec.accepted;
    this.#connection = connection;
    this.#spec = spec;
  }

  async *doubtful() {
    const { delivered, judge } = this.#spec;
    const texts = ['cast(line as varchar)', ...judge.fields.map((_, place) => `f${place}`)];
    const inDoubt = `select * from (${delivered}) anti join ${this.#written} using (line) order by line`;
    for await (const rows of partedRows(this.#connection, `select ${joined(texts)} from (${inDoubt})`))
      yield rows.map(([line, ...rest]) => ({ line: Number(line), texts: rest }));
  }

  async countsOf(column: string): Promise<ReadonlyMap<string | undefined, number>> {
    const counted = await this.#connection.runAndReadAll(
      `select ${sqlName(column)}, count(*) from ${this.#written} group by all`,
    );
    return new Map(
      counted
        .getRows()
        .map(([value, rows]) => [(value as string | null) ?? undefined, Number(rows)] as const),
    );
  }

  get #written(): string {
    return `read_parquet(${sqlPath(this.#spec.location)})`;
  }
}
