import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { landmarkFileName } from '../../functions/core/ports/client-month-source.ts';
import type { Progress } from '../../functions/core/ports/progress.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import type { ModelEvaluation } from '../../functions/core/risk/judge-model.ts';
import { localService } from '../../runner/service.ts';
import { simulateCounty } from '../../runner/simulation/simulate-county.ts';
import { trueRisks } from '../../runner/simulation/true-risk-ceiling.ts';
import { type AgainstTruth, compareWithTruth, testedPeople } from './against-truth.ts';

const programmeId = 'older-people';

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
    const { publication } = await service.train({ programme: programmeId, seed, maximumRows: 600_000 });
    const evaluation = await service.evaluationOf(programmeId);
    const key = await service.pseudonymKey();
    const programme = requireProgramme(programmeId);
    const risks = (await trueRisks(home, programme, evaluation.testLandmark, key))!;
    const predictions = join(home, publication.station, publication.run, 'test-predictions.csv');
    const months = join(home, 'client-months', programmeId, '*', landmarkFileName(evaluation.testLandmark));
    const people = await testedPeople({ predictions, months }, risks);
    const againstTruth = compareWithTruth(people, programme.horizonsMonths, seed);
    return { clients, evaluation, againstTruth };
  } finally {
    rmSync(home, { recursive: true });
  }
}
