import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type LakeEngine,
  type LakeQuery,
  type Relation,
  type SqlRow,
  statementOf,
} from '../lake/lake-engine.ts';
import type { EngineLimits } from './client-month-engine.ts';
import { sqlPath } from './ingest-engine.ts';
import { lingeringEngine } from './lingering-engine.ts';

/** The lake asked by DuckDB, each query over a connection of its own. */
export class DuckDbLakeEngine implements LakeEngine {
  readonly clientsPerQuery = 20_480;
  readonly #limits: EngineLimits;

  constructor(limits: EngineLimits) {
    this.#limits = limits;
  }

  async *rows(query: LakeQuery): AsyncGenerator<SqlRow[]> {
    const { connection, close } = await lingeringEngine(this.#limits).connect();
    try {
      for (const relation of query.relations) await nameRelation(connection, relation);
      const result = await connection.stream(statementOf(query), [...query.values]);
      for await (const rows of result.yieldRowObjectJs()) yield rows.map(plainRow);
    } finally {
      close();
    }
  }
}

/** As Athena reads them: a column that files of an earlier version have not got is null in their rows. */
async function nameRelation(connection: DuckDBConnection, { name, columns, locations }: Relation) {
  const nobody = `select ${columns.map(([column, type]) => `cast(null as ${type}) as ${column}`).join(', ')} where false`;
  const source =
    locations.length > 0
      ? `select ${columns.map(([column]) => column).join(', ')} from (
           ${nobody} union all by name
           from read_parquet([${locations.map(sqlPath).join(', ')}], union_by_name = true)
         )`
      : nobody;
  await connection.run(`create temp view ${name} as ${source}`);
}

/** In place, as there may be millions: whole numbers come as bigints. */
function plainRow(row: Record<string, unknown>): SqlRow {
  for (const column in row) if (typeof row[column] === 'bigint') row[column] = Number(row[column]);
  return row as SqlRow;
}
