import { open, rm } from 'node:fs/promises';
import { HiddenDemandRow } from '../../../data-contracts/schemas/hidden-demand.ts';
import { columnsOf } from '../../../data-contracts/schemas/made-columns.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { type EngineLimits, withClientMonthEngine } from './client-month-engine.ts';
import { sqlPath, sqlText } from './ingest-engine.ts';

const scoreTypes: Readonly<Record<keyof RiskScore, string>> = {
  client: 'varchar',
  landmark_on: 'date',
  age_years: 'double',
  sex: 'varchar',
  municipality: 'varchar',
  service_language: 'varchar',
  service_status: 'varchar',
  lives_alone: 'varchar',
  sources_used: 'varchar',
  probability_h1: 'double',
  probability_h2: 'double',
  expected_cost_cents_h1: 'bigint',
  expected_cost_cents_h2: 'bigint',
  curve: 'varchar',
  contributions: 'varchar',
  feature_values: 'varchar',
};

const hiddenDemandTypes = Object.fromEntries(columnsOf(HiddenDemandRow)) as Readonly<
  Record<keyof HiddenDemandRow, string>
>;

/**
 * Rows about people as Parquet: they go to a JSON-lines file beside it, which DuckDB then copies with their types. Row groups
 * are small, as explanations are long and a reader holds a group of each column in memory.
 */
class DuckDbRowWriter<Row> {
  readonly #types: Readonly<Record<keyof Row & string, string>>;
  readonly #limits: EngineLimits;

  constructor(types: Readonly<Record<keyof Row & string, string>>, limits: EngineLimits) {
    this.#types = types;
    this.#limits = limits;
  }

  async write(location: string, batches: AsyncIterable<readonly Row[]>): Promise<number> {
    const linesPath = `${location}.lines`;
    const rows = await writeLines(linesPath, batches);
    const columns = Object.entries<string>(this.#types).map(([name, type]) => `${name}: ${sqlText(type)}`);
    await withClientMonthEngine(this.#limits, (connection) =>
      connection.run(`copy (
          select * from read_ndjson(${sqlPath(linesPath)}, columns = {${columns.join(', ')}})
        ) to ${sqlText(location)} (format parquet, compression zstd, row_group_size 20480)`),
    );
    await rm(linesPath);
    return rows;
  }
}

export const duckDbScoreWriter = (limits: EngineLimits) => new DuckDbRowWriter<RiskScore>(scoreTypes, limits);
export const duckDbHiddenDemandWriter = (limits: EngineLimits) =>
  new DuckDbRowWriter<HiddenDemandRow>(hiddenDemandTypes, limits);

async function writeLines(path: string, batches: AsyncIterable<readonly unknown[]>): Promise<number> {
  const lines = await open(path, 'w');
  let rows = 0;
  try {
    for await (const batch of batches) {
      await lines.appendFile(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
      rows += batch.length;
    }
  } finally {
    await lines.close();
  }
  return rows;
}
