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

async function nameRelation(connection: DuckDBConnection, { name, columns, locations }: Relation) {
  const source =
    locations.length > 0
      ? `select ${columns.map(([column]) => column).join(', ')}
         from read_parquet([${locations.map(sqlPath).join(', ')}], union_by_name = true)`
      : `select ${columns.map(([column, type]) => `cast(null as ${type}) as ${column}`).join(', ')} where false`;
  await connection.run(`create temp view ${name} as ${source}`);
}

/** In place, as there may be millions: whole numbers come as bigints. */
function plainRow(row: Record<string, unknown>): SqlRow {
  for (const column in row) if (typeof row[column] === 'bigint') row[column] = Number(row[column]);
  return row as SqlRow;
}
