import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { ingestDeliveries } from '../../../../functions/core/ingest/ingest-deliveries.ts';
import { silentProgress } from '../../../../functions/core/ports/progress.ts';
import { importOmop } from '../../../../runner/importers/omop/import-omop.ts';
import { portsOf } from '../../../e2e/ingest/county-home.ts';

const folder = mkdtempSync(join(tmpdir(), 'ennakko-omop-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A data model of four invented people, as small as one can be that has everything which is read. */
const model: Record<string, string> = {
  PERSON: `person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,location_id
1,8532,1938,2,14,1938-02-14 00:00:00,7
2,8507,1941,,,,8
3,0,1950,11,2,,
4,8532,1936,1,1,,7`,
  OBSERVATION_PERIOD: `observation_period_id,person_id,observation_period_start_date,observation_period_end_date
1,1,2019-01-01,2024-12-31
2,2,2019-03-01,2020-06-30
3,2,2021-01-01,2023-05-31
4,3,20200101,20221231`,
  VISIT_OCCURRENCE: `visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date
10,1,9202,2024-03-01,2024-03-01
11,1,9201,2024-04-01,2024-04-09
12,2,9203,2023-05-05,
13,3,42898160,2022-01-01,
14,4,777,2024-12-30,2024-12-30`,
  VISIT_DETAIL: `visit_detail_id,person_id,visit_detail_concept_id,visit_detail_start_date,visit_detail_end_date,visit_occurrence_id
20,1,9203,2024-04-01,2024-04-01,11
21,1,9202,2024-03-01,2024-03-01,10`,
  CONDITION_OCCURRENCE: `condition_occurrence_id,person_id,condition_concept_id,condition_start_date,visit_occurrence_id,condition_source_value,condition_source_concept_id
30,1,378419,2024-03-01,10,26929004,0
31,1,378419,2024-04-01,11,F00.1*G30.1,9001
32,2,12345,2023-05-05,12,9999999,0
33,3,0,2022-02-02,,oma-1,0
34,3,0,2022-02-02,,I50.9,0`,
  MEASUREMENT: `measurement_id,person_id,measurement_date,measurement_source_value,value_as_number
40,1,2024-05-05,RAI-CPS,3.0
41,1,2024-05-05,8302-2,160`,
  OBSERVATION: `observation_id,person_id,observation_date,observation_source_value,value_as_number
50,1,2024-05-05,RAI-MAPLE,4`,
  DEATH: `person_id,death_date
3,2022-12-31`,
  COST: `cost_id,cost_event_id,cost_domain_id,total_paid
60,11,Visit,1240.50
61,11,Visit,10
62,10,Drug,5`,
  LOCATION: `location_id,location_source_value,county,city,zip
7,905,,Vaasa,65100
8,,Somewhere,,`,
  CONCEPT: `concept_id,concept_name,vocabulary_id,concept_code
378419,Alzheimer's disease,SNOMED,26929004
12345,Something rare,SNOMED,1234567
9001,"Alzheimer, late onset",ICD10fi,F00.1*G30.1
777,Some visit,Visit,X`,
};

/** What a data model should not hold and may: a person, a stretch, a condition and a cost told twice, each time otherwise. */
const withTies = {
  ...model,
  PERSON: `${model.PERSON}\n1,8507,1939,2,14,1939-02-14 00:00:00,7\n2,8532,1941,,,,8`,
  OBSERVATION_PERIOD: `${model.OBSERVATION_PERIOD}\n5,2,2019-03-01,2020-08-31\n6,1,2019-01-01,2022-12-31`,
  CONDITION_OCCURRENCE: `${model.CONDITION_OCCURRENCE}\n30,1,12345,2024-03-02,10,9999999,0`,
  VISIT_OCCURRENCE: `${model.VISIT_OCCURRENCE}\n10,2,9202,2024-03-02,2024-03-02`,
  MEASUREMENT: `${model.MEASUREMENT}\n40,2,2024-05-06,RAI-CPS,2.0`,
  CONCEPT: `${model.CONCEPT}\n12345,Something rarer,SNOMED,1234568`,
};

/** The rows of every table the other way round. */
const backwards = (tables: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(tables).map(([table, text]) => {
      const [header, ...rows] = text.split('\n');
      return [table, [header, ...rows.reverse()].join('\n')];
    }),
  );

function asCsv(name = 'csv', tables = model): string {
  const at = join(folder, name);
  mkdirSync(at, { recursive: true });
  for (const [table, text] of Object.entries(tables)) writeFileSync(join(at, `${table}.csv`), `${text}\n`);
  return at;
}

/** The same as Parquet with types, and as a DuckDB file. */
async function asOthers(csv: string): Promise<string[]> {
  const [parquet, file] = [join(folder, 'parquet'), join(folder, 'cdm.duckdb')];
  mkdirSync(parquet, { recursive: true });
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const table of Object.keys(model)) {
    await connection.run(`create table ${table} as select * from read_csv('${join(csv, `${table}.csv`)}')`);
    await connection.run(
      `copy ${table} to '${join(parquet, `${table.toLowerCase()}.parquet`)}' (format parquet)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
  return [parquet, file];
}

async function imported(name: string, from: string) {
  const home = join(folder, name);
  const landing = join(home, 'landing');
  const report = await importOmop({ from, landing, origin: 'synthetic' }, silentProgress);
  const at = join(landing, 'omop');
  const files = Object.fromEntries(
    readdirSync(at).map((file) => [file, readFileSync(join(at, file), 'utf8')]),
  );
  return { home, report, files };
}

const linesOf = (text: string | undefined) => (text ?? '').trimEnd().split('\n').slice(1);

describe('a common data model', () => {
  const taken = imported('from-csv', asCsv());

  it('comes in whole: people, visits, deaths and conditions', async () => {
    const { report } = await taken;
    for (const { what, given, written } of report.counts)
      expect(`${what} ${written}`).toBe(`${what} ${given}`);
    expect(report.assessments).toBe(2);
  });

  it('counts by concept what is not mapped, and nothing of it is lost', async () => {
    const { report, files } = await taken;
    expect(report.unmapped).toEqual([
      { kind: 'visit', conceptId: '777', name: 'Some visit', occurrences: 1 },
      { kind: 'condition', conceptId: '0', name: '', occurrences: 1 },
      { kind: 'condition', conceptId: '12345', name: 'Something rare', occurrences: 1 },
    ]);
    expect(linesOf(files['diagnoses.csv'])).toEqual([
      'local:omop:1,condition:30,2024-03-01,SNOMED,26929004,primary-care,2024-03-01',
      'local:omop:1,condition:31,2024-04-01,ICD-10,F00.1*G30.1,specialised-care,2024-04-01',
      'local:omop:2,condition:32,2023-05-05,SNOMED,1234567,specialised-care,2023-05-05',
      'local:omop:3,condition:33,2022-02-02,local,OMOP-0,primary-care,2022-02-02',
      'local:omop:3,condition:34,2022-02-02,ICD-10,I50.9,primary-care,2022-02-02',
    ]);
  });

  it('makes a version of each stretch of observation, of its end and of death', async () => {
    const { files } = await taken;
    expect(linesOf(files['clients.csv']).map((line) => line.replace(',other,', ','))).toEqual([
      'local:omop:1,2019-01-01,1938-02-14,female,905,,,population-register,2019-01-01',
      'local:omop:2,2019-03-01,1941-07-01,male,000,,,population-register,2019-03-01',
      'local:omop:2,2020-07-01,1941-07-01,male,000,,2020-07-01,population-register,2020-07-01',
      'local:omop:2,2021-01-01,1941-07-01,male,000,,,population-register,2021-01-01',
      'local:omop:2,2023-06-01,1941-07-01,male,000,,2023-06-01,population-register,2023-06-01',
      'local:omop:3,2020-01-01,1950-11-02,unknown,000,,,population-register,2020-01-01',
      'local:omop:3,2022-12-31,1950-11-02,unknown,000,2022-12-31,,population-register,2022-12-31',
      'local:omop:4,1936-01-01,1936-01-01,female,905,,,population-register,1936-01-01',
    ]);
  });

  it('has a detail that is another kind of care than its visit, and costs in cents', async () => {
    const { files } = await taken;
    expect(linesOf(files['service-events.csv'])).toEqual([
      'local:omop:1,visit-detail:20,2024-04-01,2024-04-01,91,,,yes,,specialised-care,2024-04-01',
      'local:omop:1,visit:10,2024-03-01,2024-03-01,,T11,R10,,,primary-care,2024-03-01',
      'local:omop:1,visit:11,2024-04-01,2024-04-09,1,,,,125050,specialised-care,2024-04-09',
      'local:omop:2,visit:12,2023-05-05,2023-05-05,91,,,yes,,specialised-care,2023-05-05',
      'local:omop:3,visit:13,2022-01-01,,31,,,,,social-care,2022-01-01',
      'local:omop:4,visit:14,2024-12-30,2024-12-30,,other,,,,primary-care,2024-12-30',
    ]);
  });

  it('is taken in to its last row', async () => {
    const { home } = await taken;
    const { files } = await ingestDeliveries(portsOf(home));
    for (const { name, delivered, accepted } of files)
      expect(`${name} ${accepted}`).toBe(`${name} ${delivered}`);
  });

  it('gives the same bytes from CSV, Parquet and a DuckDB file', async () => {
    const { files } = await taken;
    for (const [place, from] of (await asOthers(join(folder, 'csv'))).entries())
      expect((await imported(`other-${place}`, from)).files).toEqual(files);
  });

  it('gives the same bytes twice, and in whatever order its rows come', async () => {
    const [once, again, otherwise] = await Promise.all([
      imported('tie-once', asCsv('ties', withTies)),
      imported('tie-again', asCsv('ties-again', withTies)),
      imported('tie-otherwise', asCsv('ties-otherwise', backwards(withTies))),
    ]);
    expect(Object.values(once.files).map((text) => text.length > 100)).not.toContain(false);
    expect(again.files).toEqual(once.files);
    expect(otherwise.files).toEqual(once.files);
    expect(otherwise.report).toEqual(once.report);
  });

  it('that is none is refused', async () => {
    const refused = (from: string) =>
      importOmop({ from, landing: join(folder, 'x'), origin: 'synthetic' }, silentProgress);
    mkdirSync(join(folder, 'empty'));
    await expect(refused(join(folder, 'empty'))).rejects.toThrow('the table person is missing');
    await expect(refused(join(folder, 'nowhere'))).rejects.toThrow('there is no such folder or file');
    await expect(refused(join(folder, 'csv', 'PERSON.csv'))).rejects.toThrow('is no DuckDB file');
  });
});

const zip = resolve(import.meta.dirname, '../../../../../shared/data/omop-synthea27nj/Synthea27Nj_5.4.zip');
const canUnzip = existsSync(zip) && existsSync('/usr/bin/unzip');

describe.skipIf(!canUnzip)(
  'Synthea27Nj of OHDSI/EunomiaDatasets (skipped where it is not beside the project)',
  () => {
    it('comes in with everybody, and all conditions that the concept map covers are in their groups', async () => {
      const from = join(folder, 'synthea');
      execFileSync('unzip', ['-qo', zip, '-d', from]);
      const { report, home } = await imported('synthea-home', from);
      for (const { what, given, written } of report.counts)
        expect(`${what} ${written}`).toBe(`${what} ${given}`);
      expect(report.counts.map(({ given }) => given)).toEqual([28, 1791, 3, 470]);
      expect(report.covered).toBeGreaterThan(0.9 * 470);
      const { files } = await ingestDeliveries(portsOf(home));
      expect(files.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBe(0);
    });
  },
);
