import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { DuckDbParquetRows } from '../../../functions/adapters/duckdb/duckdb-parquet-rows.ts';
import { noTextSign } from '../../../functions/core/ports/parquet-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function parquet(select: string, folder = temporaryFolder()): Promise<string> {
  const location = join(folder, 'given.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${location}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return location;
}

async function rowsOf(location: string, ...columns: string[]) {
  const rows: (readonly string[])[] = [];
  for await (const batch of reader().read(location, columns)) rows.push(...batch);
  return rows;
}

const reader = () => new DuckDbParquetRows(temporaryFolder());
const unreadable = { code: 'unreadable-parquet' };

describe('Parquet rows', () => {
  it('are texts as CSV would hold them, whatever the types', async () => {
    const location = await parquet(`select 'a' as text, 12::bigint as whole, date '2024-02-29' as day,
      timestamp '2024-02-29 10:00:00.5' as instant, timestamptz '2024-02-29 12:00:00+02' as zoned,
      timestamp_ns '2024-02-29 10:00:00' as nanos, null::integer as absent, true as flag`);
    const names = ['text', 'whole', 'day', 'instant', 'zoned', 'nanos', 'absent', 'flag'];
    expect(await reader().columnNames(location)).toEqual(names);
    const at10 = '2024-02-29T10:00:00.000000Z';
    expect(await rowsOf(location, ...names)).toEqual([
      ['a', '12', '2024-02-29', '2024-02-29T10:00:00.500000', at10, at10.slice(0, -1), '', 'true'],
    ]);
  });

  it('are days where an instant without a zone is a midnight, and no text where bytes are no UTF-8', async () => {
    const location = await parquet(`select timestamp '2024-02-29' as day, timestamp_ms '9999-12-31' as millis,
      timestamptz '2024-02-29 00:00:00+00' as zoned, '\\xE4\\xF6'::blob as latin, encode('ä') as utf8`);
    expect(await rowsOf(location, 'day', 'millis', 'zoned', 'latin', 'utf8')).toEqual([
      ['2024-02-29', '9999-12-31', '2024-02-29T00:00:00.000000Z', noTextSign, 'ä'],
    ]);
  });

  it('are whole, whatever signs are in them', async () => {
    const location = await parquet(`select 'a,"b"' || chr(10) || 'ö' as t, 'x' || chr(31) || 'y' as u`);
    expect(await rowsOf(location, 't', 'u')).toEqual([['a,"b"\nö', 'x\uFFFDy']]);
  });

  it('come in the order of the file, all of them, in the columns asked for', async () => {
    const location = await parquet('select i as n, -i as m from range(300000) as t(i)');
    const rows = await rowsOf(location, 'm', 'n');
    expect(rows.every(([m, n], index) => n === String(index) && m === String(-index))).toBe(true);
    expect(rows).toHaveLength(300_000);
    expect(await rowsOf(location)).toHaveLength(300_000);
  });

  it('are read where a path has signs of a pattern', async () => {
    const folder = join(temporaryFolder(), "coun[t]y *'s");
    mkdirSync(folder);
    const bytes = readFileSync(await parquet('select 1 as n'));
    writeFileSync(join(folder, 'x.parquet'), bytes);
    expect(await rowsOf(join(folder, 'x.parquet'), 'n')).toEqual([['1']]);
  });

  it('are refused when the file is cut short, is no Parquet, or is spoilt inside', async () => {
    const location = await parquet('select i as n, md5(i::varchar) as t from range(100000) as t(i)');
    const whole = readFileSync(location);
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('a,b\n1,2\n'), Buffer.alloc(0)]) {
      writeFileSync(location, bytes);
      await expect(reader().columnNames(location)).rejects.toMatchObject(unreadable);
    }
    writeFileSync(
      location,
      Buffer.concat([whole.subarray(0, 4), Buffer.alloc(100_000, 7), whole.subarray(100_004)]),
    );
    await expect(rowsOf(location, 'n', 't')).rejects.toMatchObject(unreadable);
  });
});
