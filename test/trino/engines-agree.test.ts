import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReferenceTable, nameLakeTables } from '../../functions/adapters/duckdb/client-month-tables.ts';
import { sqlText } from '../../functions/adapters/duckdb/ingest-engine.ts';
import { readClientMonthSql } from '../../functions/adapters/sql-texts.ts';
import { openCounty } from './county.ts';
import { DuckDbLake } from './duckdb-lake.ts';
import { TrinoLake } from './trino-lake.ts';
import { NoTrino, startTrino } from './trino-server.ts';

const { staging, predictors, clientMonths, implausibleRows, surveys } = readClientMonthSql();
const asked = [implausibleRows, ...Object.entries(surveys).map(([name, text]) => ({ name, text }))];
const models = [...staging, ...asked, ...predictors, { name: 'client_months', text: clientMonths }];

const server = await startTrino().catch((reason: unknown) => {
  if (!(reason instanceof NoTrino)) throw reason;
  console.warn(`\n*** SKIPPED: the comparison with Trino did not run: ${reason.message} ***\n`);
  return undefined;
});

const county = server && (await openCounty());

describe.skipIf(!server)('DuckDB and Trino', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ennakko-engines-'));
  let inTrino: TrinoLake;
  let inDuckDb: DuckDbLake;

  beforeAll(async () => {
    const { filesOf, references } = county!;
    inTrino = new TrinoLake(server!, `county_${process.pid}`);
    await inTrino.create();
    await inTrino.declareTables(filesOf);
    inDuckDb = await DuckDbLake.open(folder);
    await nameLakeTables(inDuckDb.connection, filesOf);
    for (const [name, table] of Object.entries(references)) {
      await inTrino.createReference(name, table);
      await createReferenceTable(inDuckDb.connection, name, table);
    }
  }, 1_200_000);

  afterAll(async () => {
    inDuckDb?.close();
    rmSync(folder, { recursive: true, force: true });
    await server?.stop();
  });

  /** The same query in both; all columns of all rows must be the same. */
  async function expectSameRows(
    name: string,
    makeInDuckDb: () => Promise<void>,
    mayBeNone = false,
  ): Promise<void> {
    const { text } = models.find((model) => model.name === name)!;
    const startedAt = performance.now();
    const trinoFiles = await inTrino.createTable(name, text, county!.parametersOf(name));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    await makeInDuckDb();
    const difference = await inDuckDb.compare(name, trinoFiles);
    console.log(`${name}: ${difference.rows.toLocaleString('en')} rows, Trino ${seconds} s`);
    if (!mayBeNone) expect(difference.rows).toBeGreaterThan(0);
    expect(difference).toEqual({ rows: difference.rows, onlyInDuckDb: 0, onlyInTrino: 0, columns: [] });
  }

  const inDuckDbToo = (name: string, text: string) => () =>
    inDuckDb.createTable(name, text, county!.parametersOf(name));

  for (const { name, text } of staging) {
    it(`give the same rows for ${name}`, { timeout: 1_200_000 }, () =>
      expectSameRows(name, inDuckDbToo(name, text)),
    );
  }

  for (const { name, text } of asked) {
    // in a simulated county everything is plausible
    it(`give the same rows for ${name}`, { timeout: 1_200_000 }, () =>
      expectSameRows(name, inDuckDbToo(name, text), /plausib/.test(name)),
    );
  }

  it('are told apart by one row', { timeout: 120_000 }, async () => {
    const others = 'decision_id <> (select min(decision_id) from decision_versions)';
    const query = `select * from decision_versions where ${others}`;
    const { rows, ...difference } = await inDuckDb.compare(
      'decision_versions',
      await inTrino.createTable('decisions_but_one', query, []),
    );
    expect(difference).toMatchObject({ onlyInTrino: 0 });
    expect(difference.onlyInDuckDb).toBeGreaterThan(0);
    expect(difference.onlyInDuckDb).toBeLessThan(rows / 100);
    expect(difference.columns).toContain('decision_id');
  });

  describe.each(county?.landmarkBatches ?? [])('at the landmarks from %s on', (...landmarks) => {
    const made = [...predictors.map(({ name }) => name), 'client_months'];

    beforeAll(async () => {
      await inTrino.dropTables([...made, 'landmarks']);
      await inDuckDb.dropViews(made);
      await inDuckDb.connection.run('drop table if exists landmarks');
      const days = landmarks.map((landmarkOn) => `('${landmarkOn}')`).join(', ');
      const createLandmarks = `create table landmarks as
        select cast(landmark_on as date) as landmark_on from (values ${days}) as days(landmark_on)`;
      await inTrino.run(createLandmarks);
      await inDuckDb.connection.run(createLandmarks);
    });

    for (const { name, text } of predictors) {
      it(`give the same rows for ${name}`, { timeout: 1_200_000 }, () =>
        expectSameRows(name, inDuckDbToo(name, text)),
      );
    }

    it('give the same client-months, which are those published', { timeout: 1_200_000 }, () =>
      expectSameRows('client_months', () => {
        const files = landmarks.map((landmarkOn) => sqlText(county!.clientMonthFileOf(landmarkOn)));
        return inDuckDb.createView('client_months', `[${files.join(', ')}]`);
      }),
    );
  });
});

it('every SQL file of the contracts is compared', () => {
  const files = readdirSync(resolve(import.meta.dirname, '../../data-contracts/sql'), {
    recursive: true,
    encoding: 'utf8',
  }).filter((file) => file.endsWith('.sql') && !file.startsWith('reads/'));
  const names = files.map((file) => file.replace(/^.*\/|\.sql$/g, '').replaceAll('-', '_'));
  expect(names.sort()).toEqual(models.map(({ name }) => name).sort());
});
