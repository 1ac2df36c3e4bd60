import { join } from 'node:path';
import { type CrossFitPorts, crossFit } from '../../functions/core/risk/cross-fit.ts';
import { readFolds } from '../../runner/table/read-folds.ts';
import { readSurvivalTable } from '../../runner/table/read-survival-table.ts';
import { type JudgedTask, judgePredictions } from './judge-predictions.ts';

const horizonsDays = [365.25, 1095.75];

/** Out-of-fold figures on flchain's fixed folds, five times five, at 12 and 36 months. */
export async function evaluateFlchain(
  folder: string,
  ports: CrossFitPorts,
  report: (task: JudgedTask) => void,
): Promise<void> {
  const columns = { id: 'row_id', time: 'time', event: 'status' };
  const table = await readSurvivalTable(join(folder, 'flchain.csv'), columns);
  const repetitions = await readFolds(join(folder, 'folds.csv'), table);
  const order = { table, repetitions, horizons: horizonsDays, seed: 1 };
  report(judgePredictions('death, days', table.followUp, horizonsDays, await crossFit(ports, order)));
}
