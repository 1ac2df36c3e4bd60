import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { DuckDbPersonRows } from '../../../functions/adapters/duckdb/duckdb-person-rows.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

async function query(sql: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** 50,000 rows of a thousand people, so that there are several row groups. */
async function fileIn(folder: string, name: string, offset = 0): Promise<string> {
  const path = join(folder, name);
  await query(`copy (
      select md5(((i + ${offset}) % 1000)::varchar) as client, i as line, i / 7 as points, 'a,"b' as text, null::date as day
      from range(50000) t(i)
    ) to '${path}' (format parquet)`);
  return path;
}

const clients = async (...people: number[]) =>
  new Set((await query(`select md5(unnest([${people}])::varchar)`)).map(([client]) => String(client)));

describe('rows about people', () => {
  it('are counted in each file, and none of people who are not there', async () => {
    const folder = temporaryFolder();
    const rows = new DuckDbPersonRows(join(folder, 'spill'));
    const files = [await fileIn(folder, 'f1.parquet'), await fileIn(folder, 'f2.parquet', 5)];
    expect(await rows.count(files, await clients(3, 900))).toEqual([100, 100]);
    expect(await rows.count(files, new Set(["x' or true --"]))).toEqual([0, 0]);
    expect(await rows.count([], await clients(3))).toEqual([]);
  });

  it('are left out of a copy, which holds all others as they were, in their order, and the same bytes again', async () => {
    const folder = temporaryFolder();
    const rows = new DuckDbPersonRows(join(folder, 'spill'));
    const from = await fileIn(folder, 'f1.parquet');
    const gone = await clients(3, 900);
    const to = join(folder, 'f2.parquet');
    await rows.copyWithout(gone, from, to);
    const kept = `select * from '${from}' where client not in (${[...gone].map((client) => `'${client}'`)})`;
    expect(await query(`select * from '${to}'`)).toEqual(await query(kept));
    expect(await rows.count([to], gone)).toEqual([0]);
    const again = join(folder, 'f3.parquet');
    await rows.copyWithout(gone, from, again);
    expect(readFileSync(again).equals(readFileSync(to))).toBe(true);
  });
});
