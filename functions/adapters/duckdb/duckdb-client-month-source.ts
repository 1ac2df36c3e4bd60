import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { lakeColumns, lakeTableOf } from '../../../data-contracts/schemas/lake-columns.ts';
import { type FeatureId, features } from '../../../data-contracts/vocabularies/features.ts';
import {
  type BuildFindings,
  type ClientMonthBatch,
  type ClientMonthNumber,
  type ClientMonthOrder,
  type ClientMonthSource,
  type ClientMonthText,
  type ImplausibleRows,
  landmarkFileName,
  type ReadingChoice,
} from '../../core/ports/client-month-source.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import { BuiltByEarlierVersion } from '../../core/require-current.ts';
import type { SqlRow } from '../lake/lake-engine.ts';
import { leftOutRows, tablesLeftOutOf, withLeftOutTakenBack } from '../lake/left-out.ts';
import { implausibleOf, learntFrom, recordingOf, surveyValues } from '../lake/survey-rows.ts';
import { type ClientMonthSql, clientMonthValues } from '../sql-texts.ts';
import { type EngineLimits, openClientMonthEngine, withClientMonthEngine } from './client-month-engine.ts';
import { createReferenceTable, nameLakeTables } from './client-month-tables.ts';
import { columnBatches } from './column-batches.ts';
import { sqlPath, sqlText } from './ingest-engine.ts';

const textColumns: readonly ClientMonthText[] = [
  'client',
  'sex',
  'municipality',
  'service_language',
  'study_group',
  'sources_used',
];
const numberColumns = ['months_to_event', 'event', ...Object.keys(features)] as ClientMonthNumber[];

/** Client-months by DuckDB over Parquet files. */
export class DuckDbClientMonthSource implements ClientMonthSource {
  readonly sqlHash: string;
  readonly #publications: PublicationStore;
  readonly #sql: ClientMonthSql;
  readonly #limits: EngineLimits;

  constructor(publications: PublicationStore, sql: ClientMonthSql, limits: EngineLimits) {
    this.#publications = publications;
    this.#sql = sql;
    this.#limits = limits;
    this.sqlHash = createHash('sha256').update(JSON.stringify(sql)).digest('hex');
  }

  /** One build at a time in a spill folder: staged tables lie there until it ends. */
  async build(order: ClientMonthOrder): Promise<BuildFindings> {
    const lake = await this.#lakeLocations(order.tables);
    const stagingFolder = join(this.#limits.spillFolder, 'staging');
    await mkdir(stagingFolder, { recursive: true });
    return withClientMonthEngine(this.#limits, async (connection) => {
      await nameLakeTables(connection, (table) => lake.get(table) ?? [], order.withoutSources);
      for (const [name, table] of Object.entries(order.references)) {
        await createReferenceTable(connection, name, table);
      }
      const told = await this.#findings(connection, order);
      await leaveOut(connection, order, told.implausible);
      await this.#stage(connection, order, stagingFolder);
      for (const { landmarkOn, location } of order.landmarks) {
        order.onLandmark(landmarkOn, await this.#writeLandmark(connection, order, landmarkOn, location));
      }
      const files = learntFrom(order).map(({ location }) => location);
      return { ...told, silent: await silentIn(connection, files) };
    }).finally(() => rm(stagingFolder, { recursive: true }));
  }

  silentIn(locations: readonly string[]): Promise<readonly FeatureId[]> {
    return withClientMonthEngine(this.#limits, (connection) => silentIn(connection, locations));
  }

  async *read(
    publication: Publication,
    landmarkOn: string,
    { numbers = numberColumns, batchRows = 8192, fromClient, beforeClient }: ReadingChoice = {},
  ): AsyncGenerator<ClientMonthBatch> {
    const { connection, close } = await openClientMonthEngine(this.#limits);
    try {
      const columns = [
        ...textColumns.map((name) => `coalesce(${name}, '') as ${name}`),
        ...numbers.map((name) => `cast(${name} as double) as ${name}`),
      ];
      const file = await this.#landmarkFile(publication, landmarkOn);
      await requireColumns(connection, file, [...textColumns, ...numbers], publication);
      const result = await connection.stream(
        `select ${columns.join(', ')} from ${file}
         where client >= ? and client < ?`,
        [fromClient ?? '', beforeClient ?? '~'],
      );
      yield* columnBatches(result, textColumns, numbers, batchRows);
    } finally {
      close();
    }
  }

  async count(publication: Publication, landmarkOn: string): Promise<number> {
    const file = await this.#landmarkFile(publication, landmarkOn);
    return withClientMonthEngine(this.#limits, async (connection) =>
      countOf(await connection.runAndReadAll(`select count(*) from ${file}`)),
    );
  }

  /** Of the tables as they were delivered. */
  async #findings(
    connection: DuckDBConnection,
    order: ClientMonthOrder,
  ): Promise<Omit<BuildFindings, 'silent'>> {
    const values = surveyValues(order);
    const { staging, surveys, implausibleRows } = this.#sql;
    const rowsOf = async (text: string, given: string[]) =>
      (await connection.runAndReadAll(text, given)).getRowObjects() as unknown as SqlRow[];
    for (const { name, text } of staging.filter((model) => model.name === 'client_versions'))
      await connection.run(`create view ${name} as ${text}`);
    await connection.run(
      `create table ${implausibleRows.name} as ${implausibleRows.text}`,
      values.implausibleRows,
    );
    return {
      recording: recordingOf(await rowsOf(surveys.recording, values.recording)),
      implausible: implausibleOf(await rowsOf(surveys.plausibility, [])),
    };
  }

  async #stage(
    connection: DuckDBConnection,
    { parameters }: ClientMonthOrder,
    folder: string,
  ): Promise<void> {
    await connection.run('set preserve_insertion_order = false');
    for (const { name, text } of this.#sql.staging) {
      const values = name === 'service_months' ? [parameters.followUpEndsOn] : [];
      const file = join(folder, `${name}.parquet`);
      // together by client, so that grouping by client finds each one's rows in one place
      const sorted = `select * from (${text}) order by client`;
      await connection.run(
        `copy (${sorted}) to ${sqlText(file)} (format parquet, compression snappy)`,
        values,
      );
      await connection.run(`create or replace view ${name} as from read_parquet(${sqlPath(file)})`);
    }
    await connection.run('set preserve_insertion_order = true');
  }

  /** The landmark is a constant of the query: filtering by it costs less than joining a table that has it. */
  async #writeLandmark(
    connection: DuckDBConnection,
    { parameters }: ClientMonthOrder,
    landmarkOn: string,
    location: string,
  ): Promise<number> {
    const landmarks = { name: 'landmarks', text: `select date ${sqlText(landmarkOn)} as landmark_on` };
    for (const { name, text } of [landmarks, ...this.#sql.predictors])
      await connection.run(`create or replace view ${name} as ${text}`);
    const copied = await connection.runAndReadAll(
      `copy (select * from (${this.#sql.clientMonths}) order by client)
       to ${sqlText(location)} (format parquet, compression zstd, row_group_size 20480)`,
      clientMonthValues(parameters),
    );
    return countOf(copied);
  }

  async #lakeLocations({ station, run, files }: Publication): Promise<Map<string, string[]>> {
    const locations = new Map<string, string[]>();
    for (const { name } of files) {
      const table = name.slice(0, name.indexOf('/'));
      const location = await this.#publications.location(station, run, name);
      locations.set(table, [...(locations.get(table) ?? []), location]);
    }
    return locations;
  }

  async #landmarkFile({ station, run }: Publication, landmarkOn: string): Promise<string> {
    const location = await this.#publications.location(station, run, landmarkFileName(landmarkOn));
    return `read_parquet(${sqlPath(location)})`;
  }
}

/** From here on the rows that the rules leave out have been taken back. */
async function leaveOut(
  connection: DuckDBConnection,
  { plausibility }: ClientMonthOrder,
  found: readonly ImplausibleRows[],
): Promise<void> {
  const concerned = tablesLeftOutOf(plausibility, found);
  if (concerned.size === 0) return;
  await connection.run(`create table left_out as ${leftOutRows(plausibility)}`);
  for (const table of concerned) {
    const name = lakeTableOf(table);
    await connection.run(`alter view ${name} rename to delivered_${name}`);
    const columns = lakeColumns(table).map(([column]) => column);
    await connection.run(
      `create view ${name} as ${withLeftOutTakenBack(table, `delivered_${name}`, columns)}`,
    );
  }
}

/** @throws BuiltByEarlierVersion where a file has been built without a column */
async function requireColumns(
  connection: DuckDBConnection,
  file: string,
  names: readonly string[],
  { station }: Publication,
): Promise<void> {
  const described = await connection.runAndReadAll(`describe select * from ${file}`);
  const columns = new Set(described.getRows().map(([name]) => String(name)));
  if (!names.every((name) => columns.has(name))) throw new BuiltByEarlierVersion(station);
}

const featureColumns = Object.keys(features) as FeatureId[];

async function silentIn(connection: DuckDBConnection, locations: readonly string[]): Promise<FeatureId[]> {
  const largest = featureColumns.map((name) => `coalesce(max(abs(${name})), 0) = 0 as ${name}`);
  const files = `read_parquet([${locations.map(sqlPath).join(', ')}])`;
  const [silent] = (
    await connection.runAndReadAll(`select ${largest.join(', ')} from ${files}`)
  ).getRowObjects();
  return featureColumns.filter((name) => silent?.[name] === true);
}

const countOf = (result: { getRows(): unknown[][] }) => Number(result.getRows()[0]?.[0] ?? 0);
