import { rename } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { LakeScoreStore } from '../../../functions/adapters/lake/lake-score-store.ts';
import { SafePopulation } from '../../../functions/core/release/safe-population.ts';
import { type EngineHome, lakeEngines } from '../athena/lake-engines.ts';
import { scoredHome } from './scored-home.ts';

const scores: RiskScore[] = Array.from({ length: 20 }, (_, number) => ({
  client: number.toString(16).padStart(32, '0'),
  landmark_on: '2025-01-01',
  age_years: 76,
  sex: 'female',
  municipality: '905',
  service_language: 'fi',
  service_status: 'none',
  lives_alone: 'yes',
  sources_used: 'primary-care',
  probability_h1: number / 100,
  probability_h2: number / 50,
  expected_cost_cents_h1: 1,
  expected_cost_cents_h2: 2,
  curve: '{}',
  contributions: '{"h1":{},"h2":{}}',
  feature_values: '{}',
}));

describe('scores of a version of the service that knew no service status', () => {
  let home: EngineHome;
  let store: LakeScoreStore;

  beforeAll(async () => {
    home = await lakeEngines.DuckDB!();
    store = await scoredHome('DuckDB', home, scores);
    const file = await home.writing.location('scores/older-people', 'r1', 'scores.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `copy (select * exclude (service_status, lives_alone) from read_parquet('${file}')) to '${file}.old' (format parquet)`,
    );
    connection.closeSync();
    await rename(`${file}.old`, file);
  });
  afterAll(() => home.close());

  it('are read, and nobody in them has one', async () => {
    const all = [];
    for await (const batch of store.likeliestFirst({}, 'h1')) all.push(...batch);
    expect(all).toHaveLength(20);
    expect(new Set(all.map(({ serviceStatus }) => serviceStatus))).toEqual(new Set([null]));
    const [explained] = await store.explained([scores[3]!.client]);
    expect(explained).toMatchObject({ service_status: null, lives_alone: null });
    expect((await store.describe()).serviceStatusRules).toBeUndefined();
  });

  it('answer questions as before, and find too few for one by status', async () => {
    const population = new SafePopulation(await store.cells([]));
    expect(population.eligible({ municipalities: ['905'] })).toBe(20);
    expect(population.eligible({ serviceStatuses: ['none'] })).toBe('suppressed');
    expect(population.eligible({ livesAlone: 'yes' })).toBe('suppressed');
  });
});
