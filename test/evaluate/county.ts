import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Progress } from '../../functions/core/ports/progress.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import type { ModelEvaluation } from '../../functions/core/risk/judge-model.ts';
import { horizonFigures, predictionsAtHorizon } from '../../models/evaluation/horizon-figures.ts';
import { localService } from '../../runner/service.ts';
import { simulateCounty } from '../../runner/simulation/simulate-county.ts';
import { trueRisks } from '../../runner/simulation/true-risk-ceiling.ts';

const programmeId = 'older-people';

/** How the model stands against the simulator's own risk of the same people at one horizon. */
export interface AgainstTruth {
  readonly horizon: number;
  readonly auc: number;
  readonly trueAuc: number;
  /** Mean true risk over mean prediction: observed/expected without the outcome's chance. */
  readonly trueExpectedRatio: number;
}

export interface JudgedCounty {
  readonly clients: number;
  readonly evaluation: ModelEvaluation;
  readonly againstTruth: readonly AgainstTruth[];
}

/** Simulates a county, goes the whole way to a judged model, and holds it against the simulator's own risks. */
export async function evaluateCounty(
  clients: number,
  seed: number,
  progress: Progress,
): Promise<JudgedCounty> {
  const home = mkdtempSync(join(tmpdir(), 'ennakko-county-'));
  try {
    await simulateCounty({ clients, seed, home, progress });
    const service = localService(home, progress);
    await service.ingest();
    await service.buildClientMonths({ programme: programmeId });
    const { publication } = await service.train({ programme: programmeId, seed, maximumRows: 300_000 });
    const evaluation = await service.evaluationOf(programmeId);
    const key = await service.pseudonymKey();
    const programme = requireProgramme(programmeId);
    const risks = (await trueRisks(home, programme, evaluation.testLandmark, key))!;
    const file = join(home, publication.station, publication.run, 'test-predictions.csv');
    const againstTruth = compareWithTruth(readFileSync(file, 'utf8'), programme.horizonsMonths, risks);
    return { clients, evaluation, againstTruth };
  } finally {
    rmSync(home, { recursive: true });
  }
}

function compareWithTruth(
  predictions: string,
  horizons: readonly number[],
  risks: ReadonlyMap<string, readonly [number, number]>,
): AgainstTruth[] {
  const rows = (parse(predictions, { columns: true }) as Record<string, string>[]).filter((row) =>
    risks.has(row.client!),
  );
  const followUp = {
    time: Float64Array.from(rows, (row) => Number(row.months_to_event)),
    event: Uint8Array.from(rows, (row) => Number(row.event)),
  };
  return horizons.map((horizon, at) => {
    const predicted = Float64Array.from(rows, (row) => Number(row[`p${horizon}`]));
    const truth = Float64Array.from(rows, (row) => risks.get(row.client!)![at]!);
    const [auc, trueAuc] = [predicted, truth].map(
      (probability) => horizonFigures(predictionsAtHorizon(followUp, horizon, probability), ['auc'])[0]!,
    ) as [number, number];
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    return { horizon, auc, trueAuc, trueExpectedRatio: sum(truth) / sum(predicted) };
  });
}
