import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plausibilityRules } from '../../data-contracts/catalogues/index.ts';
import { lakeColumns, lakeTableOf } from '../../data-contracts/schemas/lake-columns.ts';
import { implausibleKinds } from '../../data-contracts/schemas/plausibility.ts';
import { type TableName, tableNames } from '../../data-contracts/schemas/tables.ts';
import { clientMonthStatement } from '../../functions/adapters/athena/athena-client-month-source.ts';
import { athenaText } from '../../functions/adapters/athena/athena-lake-engine.ts';
import { boundStatement } from '../../functions/adapters/athena/bound-statement.ts';
import { nameLakeTables } from '../../functions/adapters/duckdb/client-month-tables.ts';
import { sqlText } from '../../functions/adapters/duckdb/ingest-engine.ts';
import { type LakeQuery, type Relation, statementOf } from '../../functions/adapters/lake/lake-engine.ts';
import { scoreColumns } from '../../functions/adapters/lake/lake-score-store.ts';
import type { LeftOutPlaces } from '../../functions/adapters/lake/left-out.ts';
import { readClientMonthSql, readSql } from '../../functions/adapters/sql-texts.ts';
import { openCounty } from './county.ts';
import { DuckDbLake } from './duckdb-lake.ts';
import { TrinoLake } from './trino-lake.ts';
import { NoTrino, startTrino } from './trino-server.ts';

const everyRule = { ...plausibilityRules, leftOut: implausibleKinds.map((kind) => ({ kind })) };

const server = await startTrino().catch((reason: unknown) => {
  if (!(reason instanceof NoTrino)) throw reason;
  console.warn(`\n*** SKIPPED: Athena’s statements were not tried on Trino: ${reason.message} ***\n`);
  return undefined;
});
/** Small: statements are tried here, and rows compared by the thousand in the suite beside. */
const county = server && (await openCounty('2000'));
const database = `athena_${process.pid}`;

/** Columns of a score that are no text, of some client. */
const scoreValues: Readonly<Record<string, string>> = {
  landmark_on: "date '2025-01-01'",
  age_years: '65 + place % 300 / 10.0e0',
  municipality: "case place % 3 when 0 then '905' else '399' end",
  sources_used: "case when place % 5 > 0 then 'rai,social-care' end",
  probability_h1: 'place / 100000.0e0',
  probability_h2: 'place / 50000.0e0',
  expected_cost_cents_h1: 'cast(place as bigint)',
  expected_cost_cents_h2: 'cast(place as bigint)',
};

describe.skipIf(!server)('what Athena is asked, on Trino', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-statements-'));
  let inTrino: TrinoLake;
  let inDuckDb: DuckDbLake;
  let clients: string;

  const published = (table: TableName): Relation => ({
    name: lakeTableOf(table),
    columns: lakeColumns(table),
    locations: inTrino.locationsOf(table, county!.filesOf),
  });

  beforeAll(async () => {
    inTrino = new TrinoLake(server!, database);
    await inTrino.create();
    await inTrino.declareTables(county!.filesOf);
    inDuckDb = await DuckDbLake.open(folder);
    await nameLakeTables(inDuckDb.connection, county!.filesOf);
    const found = await inDuckDb.connection.runAndReadAll(
      'select distinct client from client_relationships order by client limit 700',
    );
    clients = found.getRows().flat().join(',');
    const columns = scoreColumns.map(([name]) => `${scoreValues[name] ?? `'${name}'`} as ${name}`);
    const scores = `select ${columns.join(', ')} from (
      select client, row_number() over (order by client) as place from (select distinct client from clients) as c
    ) as numbered`.replace("'client' as client", 'client');
    await inTrino.run(`create table scores as ${scores}`);
    await inDuckDb.connection.run(`create view scores as ${scores}`);
  }, 600_000);

  afterAll(async () => {
    inDuckDb?.close();
    rmSync(folder, { recursive: true, force: true });
    await server?.stop();
  });

  async function expectSame(name: string, query: Omit<LakeQuery, 'name' | 'fingerprint'>): Promise<void> {
    const asked = { ...query, name, fingerprint: 'f' };
    const { text, parameters } = boundStatement({ text: athenaText(database, asked), values: asked.values });
    const trinoFiles = await inTrino.createBound(name, text, parameters);
    await inDuckDb.createTable(name, statementOf(asked), [...asked.values]);
    const difference = await inDuckDb.compare(name, trinoFiles);
    expect(difference.rows).toBeGreaterThan(0);
    expect(difference).toEqual({ rows: difference.rows, onlyInDuckDb: 0, onlyInTrino: 0, columns: [] });
  }

  it('gives the relationships of some clients as DuckDB does, from the published files alone', async () => {
    const text = readSql('reads/relationships-of-clients');
    const relations = [published('client-relationships')];
    await expectSame('relationships_read', { text, values: [clients], relations });
    const none = { ...relations[0]!, locations: [] };
    const nothing = { name: 'nothing', text, values: [clients], relations: [none], fingerprint: 'f' };
    const bound = boundStatement({ text: athenaText(database, nothing), values: nothing.values });
    await inTrino.createBound('nothing_read', bound.text, bound.parameters);
    expect(await inTrino.rowsOf('select count(*) from nothing_read')).toEqual([[0]]);
  }, 120_000);

  it('gives the units of a day as DuckDB does', async () => {
    const relations = [published('client-relationships')];
    await expectSame('units_read', {
      text: readSql('reads/units-on-day'),
      values: ['2024-06-30'],
      relations,
    });
  }, 120_000);

  it('gives consent events as DuckDB does, to the fraction of a second', async () => {
    const text = readSql('reads/consent-events-of-clients');
    const columns =
      'client, consent_event_id, kind, purpose, covered_source, cast(effective_at as timestamp) as effective_at';
    await expectSame('consents_read', {
      text,
      values: [clients],
      relations: [published('consent-events')],
      columns,
    });
  }, 120_000);

  it('gives scores that fit and scores of some clients as DuckDB does', async () => {
    // made by Trino itself, so its files are not known: every file of the table is published here
    const shape = { columns: scoreColumns, name: 'scores' };
    const all = await inTrino.rowsOf('select distinct "$path" as location from scores');
    const relations = [{ ...shape, locations: all.flat().map(String) }];
    const fitting = readSql('reads/fitting-scores');
    for (const [at, values] of [
      [null, null, null, null, null],
      ['905,399', 70, 84, null, null],
      ['905', null, 80, null, null],
    ].entries())
      await expectSame(`fitting_read_${at}`, { text: fitting, values, relations });
    await expectSame('scores_read', {
      text: readSql('reads/scores-of-clients'),
      values: [clients],
      relations,
    });
  }, 120_000);

  it('makes the client-months of a landmark in one statement, as they are published', async () => {
    const [followUpEndsOn, historyFrom, minimum, maximum, lookBack, excludes] =
      county!.parametersOf('client_months');
    const landmarks = county!.landmarkBatches.flat();
    // in a simulated county nothing is left out, however it is asked for
    const dated = ['clients', 'service-events', 'diagnoses', 'assessments', 'social-care-decisions'] as const;
    const none: LeftOutPlaces = new Map();
    const elsewhere: LeftOutPlaces = new Map(dated.map((table) => [table, new Map([['elsewhere', [1, 2]]])]));
    const asked = [
      [landmarks[0]!, none],
      [landmarks.at(-1)!, none],
      [landmarks.at(-1)!, elsewhere],
    ] as const;
    for (const [at, [landmarkOn, leftOut]] of asked.entries()) {
      const order = {
        references: county!.references,
        withoutSources: [],
        plausibility: everyRule,
        leftOut,
        parameters: {
          followUpEndsOn: String(followUpEndsOn),
          historyFrom: String(historyFrom),
          minimumAgeYears: Number(minimum),
          maximumAgeYears: Number(maximum),
          minimumLookBackMonths: Number(lookBack),
          excludesEarlierOutcome: Boolean(excludes),
        },
      };
      const statement = clientMonthStatement(
        database,
        readClientMonthSql(),
        tableNames.map(published),
        order,
        landmarkOn,
      );
      const { text, parameters } = boundStatement(statement);
      const trinoFiles = await inTrino.createBound(`months_${at}`, text, parameters);
      await inDuckDb.createView(`months_${at}`, sqlText(county!.clientMonthFileOf(landmarkOn)));
      const difference = await inDuckDb.compare(`months_${at}`, trinoFiles);
      expect(difference.rows).toBeGreaterThan(0);
      expect(difference).toEqual({ rows: difference.rows, onlyInDuckDb: 0, onlyInTrino: 0, columns: [] });
    }
  }, 600_000);
});
