import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import vocabularyFile from '../../../data-contracts/mappings/omop.json' with { type: 'json' };
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import { OmopVocabulary } from '../../../data-contracts/schemas/omop-vocabulary.ts';
import { snomedToIcd10 } from '../../../data-contracts/vocabularies/diagnosis-groups.ts';
import { withIngestEngine } from '../../../functions/adapters/duckdb/ingest-engine.ts';
import type { Progress } from '../../../functions/core/ports/progress.ts';
import { DeliveryWriter } from '../delivery-writer.ts';
import { nameOmopTables, OmopImportError } from './omop-tables.ts';

/** What an import has written, and what is in no group of the contracts. */
export interface ImportedOmop {
  /** People, visits, deaths and conditions: in the common data model, and written. */
  readonly counts: readonly { readonly what: OmopKind; readonly given: number; readonly written: number }[];
  readonly assessments: number;
  /** Conditions whose code is in a group of codes or in the concept map. */
  readonly covered: number;
  readonly unmapped: readonly {
    readonly kind: string;
    readonly conceptId: string;
    readonly name: string;
    readonly occurrences: number;
  }[];
}
export type OmopKind = 'people' | 'visits' | 'deaths' | 'conditions';

const columns = {
  clients: [
    'clientIdentifier',
    'validFrom',
    'bornOn',
    'sex',
    'serviceLanguage',
    'municipality',
    'diedOn',
    'movedOutOn',
    'dataSource',
    'recordedOn',
  ],
  'service-events': [
    'clientIdentifier',
    'eventId',
    'startedOn',
    'endedOn',
    'serviceArea',
    'serviceForm',
    'contactType',
    'isEmergency',
    'costCents',
    'dataSource',
    'recordedOn',
  ],
  diagnoses: [
    'clientIdentifier',
    'diagnosisId',
    'diagnosedOn',
    'codeSystem',
    'code',
    'dataSource',
    'recordedOn',
  ],
  assessments: [
    'clientIdentifier',
    'assessmentId',
    'assessedOn',
    'instrument',
    'scale',
    'points',
    'dataSource',
    'recordedOn',
  ],
} as const;
type Table = keyof typeof columns;

/**
 * Imports a common data model 5.4 of OMOP as one delivery of our contracts, `landing/omop/`: people, what they were
 * observed for, visits and details, conditions, RAI among measurements and observations, deaths, costs, locations.
 * Same tables, same bytes; made again it takes the place of the earlier.
 * @throws OmopImportError where there is no such data model
 * @source OHDSI, OMOP Common Data Model v5.4
 */
export async function importOmop(
  { from, landing, origin }: { readonly from: string; readonly landing: string; readonly origin: DataOrigin },
  progress: Progress,
): Promise<ImportedOmop> {
  const spill = await mkdtemp(join(tmpdir(), 'ennakko-omop-'));
  progress.begin('import', Object.keys(columns).length);
  return withIngestEngine(spill, async (connection) => {
    await connection.run(
      "create macro as_day(t) as coalesce(try_cast(left(t, 10) as date), cast(try_strptime(left(t, 8), '%Y%m%d') as date))",
    );
    await nameOmopTables(connection, from);
    await nameVocabulary(connection, OmopVocabulary.parse(vocabularyFile));
    await connection.run(`create view coded_conditions as ${await sqlOf('coded-conditions')}`);
    const written = await writeDelivery(connection, landing, origin, progress);
    return await countsOf(connection, written);
  }).finally(async () => {
    progress.end();
    await rm(spill, { recursive: true, force: true });
  });
}

async function nameVocabulary(connection: DuckDBConnection, vocabulary: OmopVocabulary): Promise<void> {
  const kinds = [...Object.entries(vocabulary.visits), ['other', vocabulary.otherVisit] as const];
  const stays = new Set(['1', '31', '32']);
  await table(
    connection,
    'visit_kinds',
    'concept_id, service_area, service_form, contact_type, is_emergency, data_source, is_stay',
    [
      ...kinds.map(([id, kind]) => [
        id,
        kind.serviceArea,
        kind.serviceForm,
        kind.contactType,
        kind.isEmergency,
        kind.dataSource,
        String(stays.has(kind.serviceArea ?? '')),
      ]),
    ],
  );
  await connection.run('alter table visit_kinds alter is_stay type boolean');
  await table(connection, 'sexes', 'concept_id, sex', Object.entries(vocabulary.sexes));
  await table(
    connection,
    'code_systems',
    'vocabulary_id, code_system',
    Object.entries(vocabulary.codeSystems),
  );
  const scales = Object.entries(vocabulary.assessments).map(([value, { instrument, scale }]) => [
    value,
    instrument,
    scale,
  ]);
  await table(connection, 'scales', 'source_value, instrument, scale', scales);
  await table(
    connection,
    'mapped_codes',
    'code',
    [...snomedToIcd10.keys()].map((code) => [code]),
  );
  await table(connection, 'municipalities', 'name, municipality', Object.entries(vocabulary.municipalities));
  await connection.run(`insert into municipalities
    select distinct name, name from location unpivot (name for part in (location_source_value, county, city, zip))
    where regexp_full_match(name, '[0-9]{3}') and name not in (select name from municipalities)`);
}

async function table(
  connection: DuckDBConnection,
  name: string,
  columnNames: string,
  rows: readonly (readonly (string | undefined)[])[],
): Promise<void> {
  const typed = columnNames.split(', ').map((column) => `${column} varchar`);
  await connection.run(`create table ${name} (${typed.join(', ')})`);
  const text = (value: string | undefined) =>
    value === undefined ? 'null' : `'${value.replaceAll("'", "''")}'`;
  if (rows.length === 0) return;
  await connection.run(
    `insert into ${name} values ${rows.map((row) => `(${row.map(text).join(', ')})`).join(', ')}`,
  );
}

const sqlOf = (name: string) => readFile(join(import.meta.dirname, `${name}.sql`), 'utf8');

async function writeDelivery(
  connection: DuckDBConnection,
  landing: string,
  origin: DataOrigin,
  progress: Progress,
): Promise<Record<Table, number>> {
  const writer = new DeliveryWriter<Table>(landing, 'omop');
  const written: Record<Table, number> = { clients: 0, 'service-events': 0, diagnoses: 0, assessments: 0 };
  await writer.open(columns);
  try {
    for (const name of Object.keys(columns) as Table[]) {
      const rows = await connection.stream(await sqlOf(name));
      for await (const some of rows.yieldRowObjects())
        for (const row of some) {
          await writer.write(name, textsOf(row));
          written[name] += 1;
        }
      progress.advance(1);
    }
    await writer.publish({ ...(await coveredTime(connection)), origin, deliveredBy: 'OMOP CDM 5.4' });
    return written;
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

const textsOf = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? undefined : String(value)]),
  );

/** From the first day of which a visit tells to the last that anybody is observed. */
async function coveredTime(connection: DuckDBConnection): Promise<{ coversFrom: string; coversTo: string }> {
  const read = await connection.runAndReadAll(`
    select cast(min(as_day(visit_start_date)) as varchar),
      cast(greatest(max(as_day(visit_end_date)), (select max(as_day(observation_period_end_date)) from observation_period)) as varchar)
    from visit_occurrence`);
  const [coversFrom, coversTo] = read.getRows()[0] ?? [];
  if (!coversFrom || !coversTo) throw new OmopImportError('visit_occurrence: no visit has a day');
  return { coversFrom: String(coversFrom), coversTo: String(coversTo) };
}

async function countsOf(connection: DuckDBConnection, written: Record<Table, number>): Promise<ImportedOmop> {
  const number = async (sql: string) => Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0] ?? 0);
  const given = {
    people: await number('select count(distinct person_id) from person'),
    visits: await number('select count(*) from visit_occurrence'),
    deaths: await number('select count(distinct person_id) from death'),
    conditions: await number('select count(*) from condition_occurrence'),
  };
  const clients = await sqlOf('clients');
  const made = {
    people: await number(`select count(distinct "clientIdentifier") from (${clients})`),
    visits: await number(
      `select count(*) from (${await sqlOf('service-events')}) where "eventId" like 'visit:%'`,
    ),
    deaths: await number(
      `select count(distinct "clientIdentifier") from (${clients}) where "diedOn" is not null`,
    ),
    conditions: written.diagnoses,
  };
  const left = await connection.runAndReadAll(await sqlOf('unmapped'));
  const unmapped = left.getRows().map(([kind, conceptId, name, occurrences]) => ({
    kind: String(kind),
    conceptId: String(conceptId),
    name: String(name),
    occurrences: Number(occurrences),
  }));
  const uncovered = unmapped
    .filter(({ kind }) => kind === 'condition')
    .reduce((sum, { occurrences }) => sum + occurrences, 0);
  return {
    counts: (Object.keys(given) as OmopKind[]).map((what) => ({
      what,
      given: given[what],
      written: made[what],
    })),
    assessments: written.assessments,
    covered: given.conditions - uncovered,
    unmapped,
  };
}
