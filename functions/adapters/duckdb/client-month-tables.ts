import type { DuckDBConnection } from '@duckdb/node-api';
import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { lakeColumns, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import type { ReferenceTable } from '../../core/ports/client-month-source.ts';
import { sqlPath, sqlText } from './ingest-engine.ts';

/**
 * Gives every table of the lake its name in SQL; a table of which nothing was delivered is empty, and rows of
 * the sources left out are not in any.
 */
export async function nameLakeTables(
  connection: DuckDBConnection,
  locationsOf: (table: TableName) => readonly string[],
  withoutSources: readonly DataSource[] = [],
): Promise<void> {
  for (const table of tableNames) {
    const columns = lakeColumns(table);
    const locations = locationsOf(table);
    // files of before a column was known have none of it
    const nobody = `select ${columns.map(([name, type]) => `cast(null as ${type}) as ${name}`).join(', ')} where false`;
    const source =
      locations.length > 0
        ? `select ${columns.map(([name]) => name).join(', ')} from (${nobody} union all by name
           from read_parquet([${locations.map(sqlPath).join(', ')}], union_by_name = true))`
        : nobody;
    const names = columns.map(([name]) => name);
    const kept =
      withoutSources.length > 0 && names.includes('data_source')
        ? `select * from (${source}) where data_source not in (${withoutSources.map(sqlText).join(', ')})`
        : source;
    await connection.run(`create view ${lakeTableOf(table)} as ${kept}`);
  }
}

export async function createReferenceTable(
  connection: DuckDBConnection,
  name: string,
  { columns, rows }: ReferenceTable,
): Promise<void> {
  const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  await connection.run(`create table ${name} (${definitions.join(', ')})`);
  if (rows.length === 0) return;
  const places = rows.map((row) => `(${row.map(() => '?').join(', ')})`);
  await connection.run(`insert into ${name} values ${places.join(', ')}`, rows.flat());
}
