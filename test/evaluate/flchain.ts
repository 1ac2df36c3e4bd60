/**
 * Out-of-fold figures of the risk network on flchain's fixed folds (5 × 5), at 12 and 36 months.
 * Run: `npx tsx test/bench/flchain.ts [repetitions]`. Needs `../shared/data/flchain`.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { TensorflowRiskNetwork } from '../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import { silentProgress } from '../../functions/core/ports/progress.ts';
import { crossFit, type OutOfFold } from '../../functions/core/risk/cross-fit.ts';
import { crossFitFigureNames, crossFitFigures } from '../../functions/core/risk/cross-fit-figures.ts';
import type { TrainingSettings } from '../../models/risk/training-settings.ts';
import { readFolds } from '../../runner/table/read-folds.ts';
import { readSurvivalTable } from '../../runner/table/read-survival-table.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/flchain');
if (!existsSync(folder)) throw new Error(`flchain: expected ${folder}`);
/** Settings to try, as JSON: for tuning only. */
const training = JSON.parse(process.argv[3] ?? '{}') as Partial<TrainingSettings>;
const columns = { id: 'row_id', time: 'time', event: 'status' };
const table = await readSurvivalTable(join(folder, 'flchain.csv'), columns);
const repetitions = (await readFolds(join(folder, 'folds.csv'), table)).slice(
  0,
  Number(process.argv[2] ?? 5),
);
const network = await TensorflowRiskNetwork.start({ training });
const horizons = [365.25, 1095.75];

function show(title: string, predicted: readonly OutOfFold[]): void {
  for (const { horizon, model, figures } of crossFitFigures(table.followUp, horizons, predicted)) {
    console.log(
      `${title}  ${horizon}  ${model.padEnd(8)}  ${figures.map((one) => one.toFixed(4)).join('  ')}`,
    );
  }
}

console.log(`${network.numerics}: repetition, horizon, model, ${crossFitFigureNames.join(', ')}`);
const started = performance.now();
const predicted: OutOfFold[] = [];
for (const repetition of repetitions) {
  const order = { table, repetitions: [repetition], horizons, seed: 1 };
  const found = await crossFit({ network, progress: silentProgress }, order);
  show(repetition.rep, found);
  predicted.push(...found);
}
show('mean', predicted);
console.log(`${((performance.now() - started) / 1000 / repetitions.length / 5).toFixed(1)} s a training`);
