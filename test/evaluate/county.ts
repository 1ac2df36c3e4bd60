import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceStatusRules } from '../../data-contracts/catalogues/index.ts';
import { clientMonthStation } from '../../functions/core/client-months/build-client-months.ts';
import type { Progress } from '../../functions/core/ports/progress.ts';
import type { RiskNetwork } from '../../functions/core/ports/risk-network.ts';
import { requireCurrent } from '../../functions/core/require-current.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { type ModelEvaluation, predictionsOf } from '../../functions/core/risk/judge-model.ts';
import { type LandmarkRows, readLandmarkRows } from '../../functions/core/risk/landmark-rows.ts';
import { folderHome } from '../../functions/homes/folder-home.ts';
import { localService } from '../../runner/service.ts';
import { simulateCounty } from '../../runner/simulation/simulate-county.ts';
import { trueRisks } from '../../runner/simulation/true-risk-ceiling.ts';
import { type AgainstTruth, holdAgainstTruth } from './against-truth.ts';
import { toldTheTruth } from './told-the-truth.ts';

const programme = requireProgramme('older-people');

/** A county to simulate, or a simulated home with client-months that is there. */
export interface Simulated {
  readonly clients: number;
  readonly seed: number;
  readonly home?: string | undefined;
}

export interface CountyOrder {
  /** In which the model is trained. */
  readonly county: Simulated;
  /** On all of whose older people it is judged. */
  readonly other: Simulated;
  readonly seed: number;
}

export interface JudgedCounty extends CountyOrder {
  /** On people of the county that were not learnt from. */
  readonly evaluation: ModelEvaluation;
  /** On another county, at the same later landmark. */
  readonly against: AgainstTruth;
}

/**
 * Simulates a county and goes the whole way to a judged model; then simulates another one, and holds the model
 * against what happens to all its people, and against the simulator's own risks of them.
 */
export async function evaluateCounty(
  order: CountyOrder,
  network: RiskNetwork,
  progress: Progress,
): Promise<JudgedCounty> {
  const { county, other, seed } = order;
  const trained = await inCounty(county, progress, async (home, service) => {
    const asked = { programme: programme.id, seed, maximumRows: 600_000 };
    const { publication } = await service.train(asked);
    const { publications } = folderHome(home);
    const weights = await publications.read(publication, 'weights.bin');
    const description = JSON.parse(
      new TextDecoder().decode(await publications.read(publication, 'model.json')),
    );
    return {
      evaluation: await service.evaluationOf(programme.id),
      model: await network.restore({ description, weights }),
    };
  });
  const { evaluation, model } = trained;
  const against = await inCounty(other, progress, async (home, service) => {
    const rows = await rowsAt(home, evaluation.testLandmark);
    const key = await service.pseudonymKey();
    const risks = (await trueRisks(home, programme, evaluation.testLandmark, key))!;
    const horizons = programme.horizonsMonths;
    const predicted = await predictionsOf(model, { test: rows, programme });
    const truth = horizons.map((_, h) => Float64Array.from(rows.clients, (client) => risks.get(client)![h]!));
    const { predictors, person } = rows;
    const ceiling = truth.map((own) => toldTheTruth({ predictors, person, truth: own }, seed));
    return holdAgainstTruth({ rows, predicted, truth, ceiling }, horizons, seed);
  });
  return { ...order, evaluation, against };
}

/** Simulates a county and goes the way to its client-months, of which nothing is left; or takes the home there is. */
export async function inCounty<Found>(
  { clients, seed, home: given }: Simulated,
  progress: Progress,
  find: (home: string, service: ReturnType<typeof localService>) => Promise<Found>,
): Promise<Found> {
  if (given !== undefined) return find(given, localService(given, progress));
  const home = mkdtempSync(join(tmpdir(), 'ennakko-county-'));
  try {
    await simulateCounty({ clients, seed, home, progress });
    const service = localService(home, progress);
    await service.ingest();
    await service.buildClientMonths({ programme: programme.id });
    return await find(home, service);
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** Everybody's client-month of one landmark, followed as far as it is known. */
async function rowsAt(home: string, landmark: string): Promise<LandmarkRows> {
  const { publications, files } = folderHome(home);
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const everybody = {
    landmarks: [landmark],
    keeps: () => true,
    followUpMonths: () => Number.POSITIVE_INFINITY,
  };
  const columns = { programme, serviceStatusRules };
  return readLandmarkRows((await files()).clientMonths(), months, columns, everybody);
}
