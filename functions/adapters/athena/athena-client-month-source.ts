import { createHash } from 'node:crypto';
import type { DataSource } from '../../../data-contracts/schemas/data-source.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import type {
  BuildFindings,
  ClientMonthBatch,
  ClientMonthOrder,
  ClientMonthSource,
  ReadingChoice,
  ReferenceTable,
} from '../../core/ports/client-month-source.ts';
import type { Publication, PublicationStore } from '../../core/ports/publication-store.ts';
import type { Relation, SqlRow, SqlValue } from '../lake/lake-engine.ts';
import { type LeftOutPlaces, leftOutRows, tablesLeftOutOf, takenBackAt } from '../lake/left-out.ts';
import { publishedTable } from '../lake/published-tables.ts';
import { implausibleOf, learntFrom, recordingOf, surveyValues } from '../lake/survey-rows.ts';
import { keysUnder, type ObjectStore } from '../objects/object-store.ts';
import { type ClientMonthSql, clientMonthValues } from '../sql-texts.ts';
import type { AthenaQueries } from './athena-queries.ts';
import { relationsAsSteps } from './relations-as-steps.ts';

/** Makes one file of Parquet files that lie in no order: rows by client, the same rows the same bytes. */
export interface ParquetGatherer {
  gather(locations: readonly string[], location: string): Promise<number>;
}

export interface AthenaClientMonthPorts {
  readonly queries: AthenaQueries;
  /** The lake’s bucket as the catalogue has it. */
  readonly publications: PublicationStore;
  /** Where Athena leaves what it unloads: a folder of the bucket, with locations of S3. */
  readonly unloaded: ObjectStore;
  /** The same folder with locations of files, as the gatherer reads them. */
  readonly staged: ObjectStore;
  readonly gatherer: ParquetGatherer;
  /** Reads what is made. */
  readonly reader: Pick<ClientMonthSource, 'read' | 'count' | 'silentIn'>;
}

/**
 * Client-months by Athena: one `unload` a landmark, in as many files and whatever order Athena likes, gathered
 * into the one file that is published. The SQL is the contracts', its models the steps of one statement.
 */
export class AthenaClientMonthSource implements ClientMonthSource {
  readonly sqlHash: string;
  readonly #ports: AthenaClientMonthPorts;
  readonly #sql: ClientMonthSql;

  constructor(ports: AthenaClientMonthPorts, sql: ClientMonthSql) {
    this.#ports = ports;
    this.#sql = sql;
    this.sqlHash = createHash('sha256').update(JSON.stringify(sql)).digest('hex');
  }

  async build(order: ClientMonthOrder): Promise<BuildFindings> {
    const { publications } = this.#ports;
    const relations = await Promise.all(
      tableNames.map((table) => publishedTable(publications, order.tables, table)),
    );
    const values = surveyValues(order);
    const implausible = implausibleOf(
      await this.#survey('plausibility', order, relations, values.implausibleRows),
    );
    const leftOut = await this.#leftOut(order, relations, tablesLeftOutOf(order.plausibility, implausible));
    for (const { landmarkOn, location } of order.landmarks)
      order.onLandmark(
        landmarkOn,
        await this.#makeLandmark({ ...order, leftOut }, relations, landmarkOn, location),
      );
    return {
      recording: recordingOf(await this.#survey('recording', order, relations, values.recording)),
      implausible,
      silent: await this.silentIn(learntFrom(order).map(({ location }) => location)),
    };
  }

  silentIn(locations: readonly string[]): Promise<readonly FeatureId[]> {
    return this.#ports.reader.silentIn(locations);
  }

  /** Where the rows are that the rules leave out: asked once, as a statement that looked for them would be too large. */
  async #leftOut(
    order: ClientMonthOrder,
    relations: readonly Relation[],
    concerned: ReadonlySet<TableName>,
  ): Promise<LeftOutPlaces> {
    const places = new Map<TableName, Map<string, number[]>>();
    if (concerned.size === 0) return places;
    const { queries } = this.#ports;
    const { tables, references, withoutSources, plausibility } = order;
    const raw = relationsAsSteps(queries.database, relations).map((step) => leavingOut(step, withoutSources));
    const steps = [...raw, ...implausibleAsSteps(this.#sql, references)];
    const text = `-- left out, of ${tables.fingerprint}\nwith\n${steps.join(',\n')}\n${leftOutRows(plausibility)}`;
    const values = surveyValues(order).implausibleRows;
    for await (const rows of queries.rows({ name: 'left out', text, values }))
      for (const { table_name, delivery, line } of rows) {
        const table = table_name as TableName;
        const ofTable = places.get(table) ?? new Map<string, number[]>();
        places.set(table, ofTable);
        const lines = ofTable.get(String(delivery)) ?? [];
        ofTable.set(String(delivery), lines);
        lines.push(Number(line));
      }
    return places;
  }

  async #survey(
    name: 'recording' | 'plausibility',
    order: ClientMonthOrder,
    relations: readonly Relation[],
    values: readonly SqlValue[],
  ): Promise<SqlRow[]> {
    const { queries } = this.#ports;
    const text = surveyText(queries.database, this.#sql, relations, order, name);
    const rows: SqlRow[] = [];
    for await (const some of queries.rows({ name: `survey ${name}`, text, values })) rows.push(...some);
    return rows;
  }

  read(
    publication: Publication,
    landmarkOn: string,
    choice?: ReadingChoice,
  ): AsyncIterable<ClientMonthBatch> {
    return this.#ports.reader.read(publication, landmarkOn, choice);
  }

  count(publication: Publication, landmarkOn: string): Promise<number> {
    return this.#ports.reader.count(publication, landmarkOn);
  }

  async #makeLandmark(
    order: ClientMonthOrder & LeavingOut,
    relations: readonly Relation[],
    landmarkOn: string,
    location: string,
  ): Promise<number> {
    const { queries, unloaded, staged, gatherer } = this.#ports;
    const folder = `${order.tables.fingerprint.slice(0, 16)}/${landmarkOn}/`;
    // Athena unloads into an empty folder only; an attempt that was cut off may have left files.
    await unloaded.remove(await keysUnder(unloaded, folder));
    const { text, values } = clientMonthStatement(queries.database, this.#sql, relations, order, landmarkOn);
    await queries.run({
      name: `client-months ${landmarkOn}`,
      text: `unload (\n${text}\n)
to '${await unloaded.location(folder)}' with (format = 'PARQUET', compression = 'ZSTD')`,
      values,
    });
    const keys = await keysUnder(unloaded, folder);
    const files = await Promise.all(keys.map((key) => staged.location(key)));
    const rows = await gatherer.gather(files, location);
    await unloaded.remove(keys);
    return rows;
  }
}

/** Rows that the rules leave out. */
interface LeavingOut {
  readonly leftOut: LeftOutPlaces;
}

/** A landmark's client-months as one query: tables, models and landmark are steps, each model its text as it is. */
export function clientMonthStatement(
  database: string,
  sql: ClientMonthSql,
  relations: readonly Relation[],
  order: Omit<ClientMonthOrder, 'tables' | 'landmarks' | 'onLandmark'> & LeavingOut,
  landmarkOn: string,
): { text: string; values: SqlValue[] } {
  const { references, withoutSources, parameters, leftOut } = order;
  const tables = relationsAsSteps(database, relations).map((step) => leavingOut(step, withoutSources));
  const steps = [
    ...tables.map((step, place) => takenBack(step, leftOut.get(tableNames[place]!))),
    ...Object.entries(references).map(([name, table]) => referenceAsStep(name, table)),
    `landmarks as (select date '${landmarkOn}' as landmark_on)`,
    ...[...sql.staging, ...sql.predictors].map(({ name, text }) => `${name} as (\n${text}\n)`),
  ];
  return {
    text: `with\n${steps.join(',\n')}\nselect * from (\n${sql.clientMonths}\n) as client_months`,
    // the first for the service months among the models
    values: [parameters.followUpEndsOn, ...clientMonthValues(parameters)],
  };
}

/** A survey as one query over the tables and the versions of clients; the fingerprint makes it another when they are. */
function surveyText(
  database: string,
  sql: ClientMonthSql,
  relations: readonly Relation[],
  { tables, references, withoutSources }: ClientMonthOrder,
  name: 'recording' | 'plausibility',
): string {
  const raw = relationsAsSteps(database, relations).map((step) => leavingOut(step, withoutSources));
  const steps = [...raw, ...(name === 'plausibility' ? implausibleAsSteps(sql, references) : [])];
  return `-- survey ${name}, of ${tables.fingerprint}
with\n${steps.join(',\n')}\nselect * from (\n${sql.surveys[name]}\n) as survey`;
}

/** Rows that are not plausible, of the tables as they were delivered. */
function implausibleAsSteps(sql: ClientMonthSql, references: ClientMonthOrder['references']): string[] {
  const versions = sql.staging.filter((model) => model.name === 'client_versions');
  return [
    referenceAsStep('service_group_rules', references.service_group_rules),
    ...[...versions, sql.implausibleRows].map(({ name, text }) => `${name} as (\n${text}\n)`),
  ];
}

const takenBack = (step: string, places: ReadonlyMap<string, readonly number[]> | undefined) =>
  places ? step.replace(/\bis_withdrawn\b/, () => takenBackAt(places)) : step;

const leavingOut = (step: string, sources: readonly DataSource[]) =>
  sources.length > 0 && /\bdata_source\b/.test(step)
    ? step.replace(
        /\n\)$/,
        ` and data_source not in (${sources.map((source) => `'${source}'`).join(', ')})\n)`,
      )
    : step;

function referenceAsStep(name: string, { columns, rows }: ReferenceTable): string {
  const typed = Object.entries(columns).map(([column, type]) => `cast(${column} as ${type}) as ${column}`);
  const names = Object.keys(columns).join(', ');
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`);
  const nothing = `(${Object.keys(columns)
    .map(() => 'null')
    .join(', ')})`;
  return `${name} as (
  select ${typed.join(', ')}
  from (values ${(values.length > 0 ? values : [nothing]).join(', ')}) as given (${names})
  where ${values.length > 0}
)`;
}

const literal = (value: string | number | null) =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
