import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckDbLakeTableWriter } from '../../../functions/adapters/duckdb/duckdb-lake-table-writer.ts';
import type { LakeRow } from '../../../functions/core/ports/lake-table-writer.ts';
import { temporaryFolder } from './temporary-folder.ts';

const columns = [
  { name: 'event_id', type: 'varchar' },
  { name: 'started_on', type: 'date' },
  { name: 'recorded_at', type: 'timestamp' },
  { name: 'cost_cents', type: 'bigint' },
] as const;

const row = (line: number, eventId: string, costCents?: number): LakeRow => ({
  line,
  client: 'c1',
  values: [eventId, '2024-02-29', '2024-02-29T10:00:00.5Z', costCents],
});

async function write(folder: string, rows: readonly LakeRow[], key = ['event_id']) {
  const location = join(folder, 'out.parquet');
  const writer = new DuckDbLakeTableWriter(join(folder, 'work'));
  const file = await writer.begin({ fileId: 'f1', delivery: "d'1", columns, key, location });
  try {
    for (let at = 0; at < rows.length; at += 1000) await file.add(rows.slice(at, at + 1000));
    const kept = await file.keep();
    const duplicates: number[] = [];
    for await (const rows of file.turnedAway()) duplicates.push(...rows.map(({ line }) => line));
    return { kept, duplicates, location };
  } finally {
    await file.close();
    await writer.close();
  }
}

async function read(location: string, what: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (
    await connection.runAndReadAll(`select ${what} from read_parquet('${location}')`)
  ).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describe('a lake file', () => {
  it('holds the rows as delivered, typed, with where they came from', async () => {
    const { location, kept } = await write(temporaryFolder(), [row(2, 'e2', 5), row(3, 'e1')]);
    expect(kept).toBe(2);
    expect(await read(location, '*')).toEqual([
      ['c1', 'e2', '2024-02-29', '2024-02-29 10:00:00.5', '5', "d'1", '2'],
      ['c1', 'e1', '2024-02-29', '2024-02-29 10:00:00.5', null, "d'1", '3'],
    ]);
  });

  it('has one row per key, the first delivered, and names the lines of the others', async () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(keys, async (given) => {
        const rows = given.map((eventId, index) => row(index + 2, eventId));
        const repeated = rows.filter((_, index) => given.indexOf(given[index]!) < index);
        const { kept, duplicates, location } = await write(temporaryFolder(), rows);
        expect(duplicates).toEqual(repeated.map(({ line }) => line));
        const lines = rows.filter((one) => !repeated.includes(one)).map(({ line }) => [String(line)]);
        expect(await read(location, 'line')).toEqual(lines);
        expect(kept).toBe(lines.length);
      }),
      { numRuns: 8 },
    );
  });

  it('may have the client in its key', async () => {
    const rows = [row(2, 'e1'), { ...row(3, 'e1'), client: 'c2' }];
    expect(await write(temporaryFolder(), rows, ['client', 'event_id'])).toMatchObject({ duplicates: [] });
  });

  it('keeps a text whatever signs are in it', async () => {
    const texts = ['a,b', '"', 'a\r\nb', "'; drop table x --", ' ä '];
    const { location } = await write(
      temporaryFolder(),
      texts.map((text, index) => row(index + 2, text)),
    );
    expect((await read(location, 'event_id')).flat()).toEqual(texts);
  });

  it('is the same bytes from the same rows, many of them too', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => row(index, `e${index % 199_990}`, index));
    for (const given of [[], rows]) {
      const [one, other] = [await write(temporaryFolder(), given), await write(temporaryFolder(), given)];
      expect(readFileSync(one.location).equals(readFileSync(other.location))).toBe(true);
    }
  });

  it('leaves no work behind', async () => {
    const folder = temporaryFolder();
    await write(folder, [row(2, 'e1')]);
    expect(existsSync(join(folder, 'work'))).toBe(false);
  });
});
