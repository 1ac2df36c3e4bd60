import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lakeColumns } from '../../../data-contracts/schemas/lake-columns.ts';
import { type TableName, tableNames } from '../../../data-contracts/schemas/tables.ts';
import { LakeHeldData } from '../../../functions/adapters/lake/lake-held-data.ts';
import { type EngineHome, lakeEngines } from './lake-engines.ts';

const [anna, bo] = ['a', 'b'].map((digit) => digit.repeat(32)) as [string, string];

/** A value of each type, and none in every other row. */
const literalOf = (type: string, row: number): string => {
  if (row % 2) return `cast(null as ${type})`;
  if (type === 'date') return `date '2025-01-0${1 + row}'`;
  if (type === 'timestamp') return `timestamp '2025-01-01 10:00:0${row}.250'`;
  return type === 'bigint' ? String(row * 10) : `'word ${row}'`;
};

async function publishTables(home: EngineHome, held: readonly TableName[]) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const table of held) {
    const path = await home.writing.location('tables', 'lake', `${table}/f1.parquet`);
    const rows = [2, 1, 0].map((row) => {
      const values = lakeColumns(table).map(([name, type]) => {
        const own: Record<string, string> = {
          client: `'${row === 1 ? bo : anna}'`,
          delivery: `'d${row}'`,
          line: '2',
        };
        return `${own[name] ?? literalOf(type, row)} as ${name}`;
      });
      return `select ${values.join(', ')}`;
    });
    await connection.run(`copy (${rows.join(' union all ')}) to '${path}' (format parquet)`);
  }
  const fileNames = held.map((table) => `${table}/f1.parquet`);
  await home.writing.publish(
    { station: 'tables', run: 'lake', fingerprint: 'f', origin: 'simulated', summary: {}, fileNames },
    undefined,
  );
}

const held = tableNames.filter((table) => table !== 'assessments');
const given: Record<string, unknown> = {};

for (const [engine, open] of Object.entries(lakeEngines)) {
  describe(`what is held of a person, by ${engine}`, () => {
    let home: EngineHome;
    const data = () => new LakeHeldData(home.publications, home.engine, [], async () => expect.fail());
    beforeAll(async () => {
      home = await open();
      await publishTables(home, held);
    });
    afterAll(() => home.close());

    it('is every row of every table about the person, as text, in the order it was recorded', async () => {
      const rows = await data().rowsOf(anna);
      expect([...rows.keys()]).toEqual(held);
      for (const ofTable of rows.values())
        expect(ofTable.map(({ delivery }) => delivery)).toEqual(['d0', 'd2']);
      expect(rows.get('consent-events')![1]).toMatchObject({
        effective_at: '2025-01-01 10:00:02.25',
        kind: 'word 2',
      });
      expect(rows.get('clients')![0]).toMatchObject({ born_on: '2025-01-01' });
      const [ofBo] = (await data().rowsOf(bo)).get('clients')!;
      expect(ofBo).toMatchObject({ born_on: null, delivery: 'd1' });
      given[engine] = [...rows];
    });

    it('is nothing of someone unknown, and without scores where none are published', async () => {
      expect((await data().rowsOf('c'.repeat(32))).size).toBe(0);
      expect(await data().scoresOf(anna)).toEqual([]);
    });
  });
}

describe('what is held of a person', () => {
  it('reads the same by both engines', () => {
    expect(given.Athena).toEqual(given.DuckDB);
  });
});
