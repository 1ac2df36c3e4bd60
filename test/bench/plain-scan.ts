import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Seconds to read every value of every Parquet file of a home's tables, with as many threads as the SQL station. */
export async function plainScanSeconds(home: string): Promise<number> {
  const lake = join(home, 'tables');
  const folders = readdirSync(lake, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.parquet'))
    .map((entry) => entry.parentPath);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1000MB' });
  const connection = await instance.connect();
  const startedAt = performance.now();
  for (const folder of new Set(folders)) {
    await connection.runAndReadAll(
      `select count(*), max(hash(one)) from read_parquet('${folder}/*.parquet', union_by_name = true) as one`,
    );
  }
  const seconds = (performance.now() - startedAt) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}
