import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';

/** The tables of the common data model that are read, with their columns that are. */
export const omopColumns: Readonly<Record<string, readonly string[]>> = {
  person: [
    'person_id',
    'gender_concept_id',
    'year_of_birth',
    'month_of_birth',
    'day_of_birth',
    'birth_datetime',
    'location_id',
  ],
  observation_period: ['person_id', 'observation_period_start_date', 'observation_period_end_date'],
  visit_occurrence: [
    'visit_occurrence_id',
    'person_id',
    'visit_concept_id',
    'visit_start_date',
    'visit_end_date',
  ],
  visit_detail: [
    'visit_detail_id',
    'person_id',
    'visit_detail_concept_id',
    'visit_detail_start_date',
    'visit_detail_end_date',
    'visit_occurrence_id',
  ],
  condition_occurrence: [
    'condition_occurrence_id',
    'person_id',
    'condition_concept_id',
    'condition_start_date',
    'visit_occurrence_id',
    'condition_source_value',
    'condition_source_concept_id',
  ],
  measurement: [
    'measurement_id',
    'person_id',
    'measurement_date',
    'measurement_source_value',
    'value_as_number',
  ],
  observation: [
    'observation_id',
    'person_id',
    'observation_date',
    'observation_source_value',
    'value_as_number',
  ],
  death: ['person_id', 'death_date'],
  cost: ['cost_event_id', 'cost_domain_id', 'total_paid'],
  location: ['location_id', 'location_source_value', 'county', 'city', 'zip'],
  concept: ['concept_id', 'concept_name', 'vocabulary_id', 'concept_code'],
};

/** What was given is no common data model, or not a whole one. */
export class OmopImportError extends Error {
  readonly code = 'omop-import';
}

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Names the tables of a common data model in a connection, every column as text; one that is not there is empty.
 * @param from a folder of CSV or Parquet files named after their tables, in any case, or a DuckDB file
 * @throws OmopImportError without people or visits
 */
export async function nameOmopTables(connection: DuckDBConnection, from: string): Promise<void> {
  const there = await stat(from).catch(() => undefined);
  if (!there) throw new OmopImportError(`${from}: there is no such folder or file`);
  const sources = there.isDirectory() ? await filesIn(from) : await tablesIn(connection, from);
  for (const table of ['person', 'visit_occurrence'])
    if (!sources.has(table)) throw new OmopImportError(`${from}: the table ${table} is missing`);
  for (const [table, columns] of Object.entries(omopColumns))
    await nameTable(connection, table, columns, sources.get(table));
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of (await readdir(folder)).sort()) {
    const [, table, format] = /^([a-z_]+)\.(csv|tsv|parquet)$/i.exec(name) ?? [];
    if (!table || !format) continue;
    const path = sqlText(join(folder, name));
    const read =
      format.toLowerCase() === 'parquet' ? `read_parquet(${path})` : `read_csv(${path}, all_varchar = true)`;
    found.set(table.toLowerCase(), read);
  }
  return found;
}

async function tablesIn(connection: DuckDBConnection, file: string): Promise<Map<string, string>> {
  try {
    await connection.run(`attach ${sqlText(file)} as cdm (read_only)`);
  } catch {
    throw new OmopImportError(`${file}: is no DuckDB file`);
  }
  const listed = await connection.runAndReadAll(
    "select schema_name, table_name from duckdb_tables() where database_name = 'cdm' order by all",
  );
  return new Map(
    listed.getRows().map(([schema, table]) => [String(table).toLowerCase(), `cdm."${schema}"."${table}"`]),
  );
}

async function nameTable(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  source: string | undefined,
): Promise<void> {
  const there = new Map<string, string>();
  if (source) {
    const described = await connection.runAndReadAll(`describe select * from ${source}`);
    for (const [name] of described.getRows()) there.set(String(name).toLowerCase(), String(name));
  }
  const texts = columns.map((column) => {
    const name = there.get(column);
    return `${name ? `nullif(cast("${name}" as varchar), '')` : 'cast(null as varchar)'} as ${column}`;
  });
  await connection.run(
    `create table ${table} as select ${texts.join(', ')} ${source ? `from ${source}` : 'where false'}`,
  );
}
