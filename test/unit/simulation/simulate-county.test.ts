import { createHash } from 'node:crypto';
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
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Delivery } from '../../../data-contracts/schemas/delivery.ts';
import { type MappedRows, Mapping } from '../../../data-contracts/schemas/mapping.ts';
import { type TableName, tableNames, tables } from '../../../data-contracts/schemas/tables.ts';
import { checkPersonalIdentityCode } from '../../../functions/core/identity/personal-identity-code.ts';
import { undatedDiagnoses } from '../../../runner/simulation/client-rows.ts';
import { simulateCounty } from '../../../runner/simulation/simulate-county.ts';
import { population } from './population.ts';

const clients = 100;
const root = mkdtempSync(join(tmpdir(), 'simulated-county-'));
const home = (name: string) => join(root, name);
let sql: DuckDBConnection;

beforeAll(async () => {
  sql = await (await DuckDBInstance.create()).connect();
  await simulateCounty({ clients, seed: 1, home: home('first'), tables: population });
});
afterAll(() => rmSync(root, { recursive: true }));

const rowsOf = async (query: string) => (await sql.runAndReadAll(query)).getRowObjectsJson();

/** Every delivered file of a table, corrections apart, as one relation of text columns. */
function delivered(county: string, table: TableName): string {
  const files = join(home(county), 'landing', '*', table);
  return table === 'consent-events'
    ? `read_csv('${files}.csv', all_varchar = true)`
    : `read_parquet('${files}.*.parquet')`;
}

function bytesOf(county: string): Record<string, string> {
  const names = readdirSync(home(county), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(files.sort().map((path) => [path.slice(home(county).length), digest(path)]));
}

/** All but the rows of codes that changed: every simulated person keeps theirs. */
const delivers = tableNames.filter((table) => table !== 'former-identifiers');

describe('simulateCounty', () => {
  it.each(delivers)('delivers only rows of %s that its contract accepts', async (table) => {
    const rows = await rowsOf(`select * from ${delivered('first', table)}`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
      const parsed = tables[table].row.safeParse(given);
      expect(parsed.error?.issues.map(({ path, message }) => `${path}: ${message}`)).toBeUndefined();
    }
  });

  it.each(delivers)('delivers no key of %s twice in one delivery', async (table) => {
    const key = tables[table].key.map((field) => `"${field}"`).join(', ');
    const files = delivered('first', table).replace(/\)$/, ', filename = true)');
    const twice = `select 1 from ${files} group by filename, ${key} having count(*) > 1`;
    expect(await rowsOf(twice)).toEqual([]);
  });

  it('gives every client a valid identity code of their own', async () => {
    const people = await rowsOf(
      `select distinct clientIdentifier as code, bornOn as born from ${delivered('first', 'clients')}`,
    );
    expect(people.length).toBe(clients);
    for (const { code, born } of people) {
      expect(checkPersonalIdentityCode(String(code))).toEqual({ code, bornOn: born });
    }
  });

  it('describes every delivery as simulated', () => {
    const folders = readdirSync(join(home('first'), 'landing'));
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    expect(folders).toEqual(years.flatMap((year) => [`${year}-1`, `${year}-2`]));
    const deliveries = folders.map((folder) =>
      Delivery.parse(
        JSON.parse(readFileSync(join(home('first'), 'landing', folder, 'delivery.json'), 'utf8')),
      ),
    );
    expect(new Set(deliveries.map(({ origin }) => origin))).toEqual(new Set(['simulated']));
    expect(deliveries.map(({ coversFrom, coversTo }) => `${coversFrom} ${coversTo}`)).toEqual(
      years.flatMap((year) => [`${year}-01-01 ${year}-06-30`, `${year}-07-01 ${year}-12-31`]),
    );
  });

  it('delivers the hospital’s diagnoses without a day of recording, which a mapping makes up', async () => {
    const files = join(home('first'), 'landing', '*', `${undatedDiagnoses}.*.parquet`);
    const rows = await rowsOf(`select * from read_parquet('${files}')`);
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map((row) => row.dataSource))).toEqual(new Set(['specialised-care']));
    const mapping = Mapping.parse(
      JSON.parse(readFileSync(join(home('first'), 'landing', '2020-1', 'mapping.json'), 'utf8')),
    );
    const [mapped] = mapping.layouts[0]!.tables!;
    const { recordedOn, ...others } = (mapped as MappedRows).fields;
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(others));
    expect(recordedOn).toEqual({ day: 'diagnosedOn', plusDays: 14 });
  });

  it('delivers a row only once it was recorded', async () => {
    const files = delivered('first', 'service-events').replace(/\)$/, ', filename = true)');
    const early = `select 1 from ${files}
      where year(recordedOn::date) * 2 + (month(recordedOn::date) > 6)::integer
        > cast(regexp_extract(filename, '(\\d{4})-\\d', 1) as integer) * 2
          + cast(regexp_extract(filename, '\\d{4}-(\\d)', 1) as integer) - 1`;
    expect(await rowsOf(early)).toEqual([]);
  });

  it('tells true risks only of people who are 65, alive, here and not in 24-hour care', async () => {
    const truth = `'${join(home('first'), 'truth', 'true-risk.parquet')}'`;
    const [counts] =
      await rowsOf(`select count(*)::integer as n, count(distinct landmark_on)::integer as days,
      min(risk_12) as least, max(risk_36) as most from ${truth}`);
    expect(counts).toMatchObject({ days: 15 });
    expect(Number(counts!.least)).toBeGreaterThan(0);
    expect(Number(counts!.most)).toBeLessThan(1);
    const wrong = await rowsOf(`select 1 from ${truth} t
      join ${delivered('first', 'clients')} c on c.clientIdentifier = t.client_identifier
      where t.landmark_on > coalesce(c.diedOn, c.movedOutOn)::date
        or t.landmark_on < c.bornOn::date + interval 65 year`);
    expect(wrong).toEqual([]);
    const inCare = await rowsOf(`select 1 from ${truth} t
      join ${delivered('first', 'service-events')} e on e.clientIdentifier = t.client_identifier
      where e.serviceArea in ('31', '32', '33', '34') and e.startedOn::date < t.landmark_on`);
    expect(inCare).toEqual([]);
  });

  it('tells what is true of a person at a landmark and what hides it', async () => {
    const truth = `'${join(home('first'), 'truth', 'true-risk.parquet')}'`;
    const [counts] = await rowsOf(`select
        count_if(frailty not between 0 and 4 or memory_stage not between 0 and 3)::integer as no_need,
        count_if(care_level not between 0 and 3)::integer as no_care,
        count_if(is_memory_diagnosed = 1 and (memory_stage = 0 or is_memory_ever_diagnosed = 0))::integer as no_diagnosis,
        count_if(memory_stage > 0 and is_memory_diagnosed = 0)::integer as undiagnosed,
        count_if(care_level > 0)::integer as cared,
        count(distinct avoids)::integer as kinds
      from ${truth}`);
    expect(counts).toMatchObject({ no_need: 0, no_care: 0, no_diagnosis: 0, kinds: 2 });
    expect(Number(counts!.undiagnosed)).toBeGreaterThan(0);
    expect(Number(counts!.cared)).toBeGreaterThan(0);
    const twice = `select 1 from ${truth} group by client_identifier having count(distinct avoids) > 1`;
    expect(await rowsOf(twice)).toEqual([]);
  });

  it('gives the same bytes for the same order, after a run that was killed too', async () => {
    mkdirSync(join(home('killed'), 'simulation-work', 'landing'), { recursive: true });
    writeFileSync(join(home('killed'), 'simulation-work', 'landing', 'half'), 'half a file');
    mkdirSync(join(home('killed'), 'landing', '2018-1'), { recursive: true });
    writeFileSync(join(home('killed'), 'landing', '2018-1', 'delivery.json'), '{"origin":"simulated"}');
    writeFileSync(join(home('killed'), 'landing', '2018-1', 'clients.0009.parquet'), 'of another order');
    await simulateCounty({ clients, seed: 1, home: home('killed'), tables: population });
    expect(bytesOf('killed')).toEqual(bytesOf('first'));
  });

  it('reuses a county of the same order', async () => {
    const again = await simulateCounty({ clients, seed: 1, home: home('first'), tables: population });
    expect(again.wasReused).toBe(true);
    expect(again.rows['service-events']).toBeGreaterThan(20 * clients);
  });

  it('lets clients live the same lives among fewer others', async () => {
    await simulateCounty({ clients: 70, seed: 1, home: home('fewer'), tables: population });
    for (const table of ['clients', 'service-events', 'assessments'] as const) {
      const fewer = `select * from ${delivered('fewer', table)}`;
      const lost = await rowsOf(`${fewer} except all select * from ${delivered('first', table)}`);
      expect(lost).toEqual([]);
    }
  });

  it('never replaces deliveries that are not its own', async () => {
    const folder = join(home('register'), 'landing', '2020-1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'delivery.json'), '{"origin":"register"}');
    const order = { clients: 70, seed: 1, home: home('register') };
    await expect(simulateCounty(order)).rejects.toMatchObject({ code: 'landing-not-simulated' });
    expect(existsSync(join(folder, 'delivery.json'))).toBe(true);
  });
});
