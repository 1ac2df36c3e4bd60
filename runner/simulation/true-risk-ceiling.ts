import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { sqlPath } from '../../functions/adapters/duckdb/ingest-engine.ts';
import { Pseudonymiser } from '../../functions/core/identity/pseudonym.ts';
import type { Publication } from '../../functions/core/ports/publication-store.ts';
import { evaluatePredictions } from '../../models/evaluation/evaluate-predictions.ts';

const truthColumns: Readonly<Record<string, readonly [string, string]>> = {
  'older-people': ['risk_12', 'risk_36'],
  'first-admission': ['admission_risk_12', 'admission_risk_24'],
};

/** How well the simulator's own risks tell the test rows apart: no model can be expected to do better. */
export interface TrueRiskCeiling {
  readonly rows: number;
  readonly auc: readonly number[];
}

/**
 * Judges the simulator's true risks on the rows that a model was tested on. For evaluation only: it reads
 * `truth/`, which no station may, and joins it by making the pseudonyms anew.
 * @returns undefined where there is no truth: the people are not simulated
 */
export async function trueRiskCeiling(
  home: string,
  programme: Programme,
  model: Publication,
  testLandmark: string,
  pseudonymKey: Uint8Array,
): Promise<TrueRiskCeiling | undefined> {
  const risks = await trueRisks(home, programme, testLandmark, pseudonymKey);
  if (!risks || !model.files.some(({ name }) => name === 'test-predictions.csv')) return undefined;
  const predictions = join(home, model.station, model.run, 'test-predictions.csv');
  const tested = (await query(
    `select client, months_to_event, event from read_csv(${sqlPath(predictions)})`,
  )) as [string, number | bigint, bigint][];
  const known = tested.filter(([client]) => risks.has(client));
  const { horizons } = evaluatePredictions({
    time: Float64Array.from(known, ([, months]) => Number(months)),
    event: Uint8Array.from(known, ([, , event]) => Number(event)),
    person: known.map((_, row) => row),
    probabilityByHorizon: [0, 1].map((at) => Float64Array.from(known, ([client]) => risks.get(client)![at]!)),
    horizons: programme.horizonsMonths,
    groups: [],
    seed: 0,
    bootstrapReplicates: 0,
  });
  const auc = horizons.map((horizon) =>
    horizon.status === 'evaluated' ? (horizon.figures.auc.estimate ?? Number.NaN) : Number.NaN,
  );
  return { rows: known.length, auc };
}

/**
 * The simulator's true risks at a landmark, by pseudonym: at the programme's two horizons.
 * @returns undefined where there is no truth
 */
export async function trueRisks(
  home: string,
  programme: Programme,
  landmarkOn: string,
  pseudonymKey: Uint8Array,
): Promise<Map<string, readonly [number, number]> | undefined> {
  const truth = join(home, 'truth', 'true-risk.parquet');
  const columns = truthColumns[programme.id];
  if (!existsSync(truth) || !columns) return undefined;
  return readRisks(truth, columns, landmarkOn, new Pseudonymiser(pseudonymKey));
}

async function readRisks(
  truth: string,
  [first, second]: readonly [string, string],
  landmarkOn: string,
  pseudonymiser: Pseudonymiser,
): Promise<Map<string, readonly [number, number]>> {
  const rows = (await query(
    `select client_identifier, ${first}, ${second} from read_parquet(${sqlPath(truth)})
     where cast(landmark_on as date) = cast(? as date)`,
    [landmarkOn],
  )) as [string, number, number][];
  return new Map(
    rows.map(([identifier, near, far]) => [pseudonymiser.pseudonymOf(identifier), [near, far] as const]),
  );
}

async function query(sql: string, values: string[] = []): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '500MB', threads: '2' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql, values)).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
