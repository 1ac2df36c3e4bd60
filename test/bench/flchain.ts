/**
 * Out-of-fold figures of the risk network on flchain's fixed folds (5 × 5), at 12 and 36 months.
 * Run: `npx tsx test/bench/flchain.ts [repetitions]`. Needs `../shared/data/flchain`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedWasmFolder } from '../../functions/adapters/tensorflow/wasm-folder.ts';
import {
  type FigureName,
  horizonFigures,
  predictionsAtHorizon,
} from '../../models/evaluation/horizon-figures.ts';
import { startNumerics } from '../../models/risk/numerics.ts';
import { pickPredictors } from '../../models/risk/predictor-table.ts';
import { trainRiskModel } from '../../models/risk/train-risk-model.ts';
import type { settingsFor } from '../../models/risk/training-settings.ts';
import { pickFollowUp } from '../../models/survival/follow-up.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/flchain');
if (!existsSync(folder)) throw new Error(`flchain: expected ${folder}`);
const repetitions = Number(process.argv[2] ?? 5);
/** Settings to try, as JSON: for tuning only. */
const tried = JSON.parse(process.argv[3] ?? '{}') as Partial<ReturnType<typeof settingsFor>>;

function readCsv(name: string): { header: string[]; rows: number[][] } {
  const [first, ...lines] = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  const rows = lines.map((line) =>
    line.split(',').map((cell) => (cell === '' || cell === 'NA' ? Number.NaN : Number(cell))),
  );
  return { header: first!.split(','), rows };
}

const { header, rows } = readCsv('flchain.csv');
const column = (name: string) => Float64Array.from(rows, (row) => row[header.indexOf(name)]!);
const names = header.filter((name) => !['row_id', 'time', 'status'].includes(name));
const predictors = { names, rows: rows.length, columns: names.map(column) };
const followUp = { time: column('time'), event: Uint8Array.from(column('status')) };
const rowOfId = new Map(rows.map((row, at) => [row[0]!, at]));
const folds = readCsv('folds.csv').rows.map(([id, rep, fold]) => ({ row: rowOfId.get(id!)!, rep, fold }));
const horizons = [365.25, 1095.75];
const figures: FigureName[] = ['auc', 'brier', 'calibrationSlope', 'topTenthCapture'];

function outOfFold(rep: number): Float64Array[] {
  const probability = horizons.map(() => new Float64Array(rows.length));
  for (let fold = 1; fold <= 5; fold++) {
    const inRep = folds.filter((one) => one.rep === rep);
    const learn = inRep.filter((one) => one.fold !== fold).map((one) => one.row);
    const judge = inRep.filter((one) => one.fold === fold).map((one) => one.row);
    const model = trainRiskModel(
      {
        predictors: pickPredictors(predictors, learn),
        followUp: pickFollowUp(followUp, learn),
        person: Int32Array.from(learn, (_, at) => at),
        horizons,
        groups: {},
        seed: 1,
      },
      tried,
    );
    const { strength, ridge } = model.fitted.training as Record<string, { chosen: unknown } | null>;
    console.log(`  ${rep}.${fold}: strength ${strength?.chosen ?? 'none'}, ridge ${ridge?.chosen}`);
    const predicted = model.probabilities(pickPredictors(predictors, judge)).probability;
    judge.forEach((row, at) => {
      horizons.forEach((_, h) => {
        probability[h]![row] = predicted[at * horizons.length + h]!;
      });
    });
  }
  return probability;
}

console.log(await startNumerics(installedWasmFolder()));
const started = performance.now();
const sums = horizons.map(() => figures.map(() => 0));
for (let rep = 1; rep <= repetitions; rep++) {
  const probability = outOfFold(rep);
  horizons.forEach((horizon, h) => {
    const found = horizonFigures(predictionsAtHorizon(followUp, horizon, probability[h]!), figures);
    found.forEach((figure, at) => {
      sums[h]![at]! += figure / repetitions;
    });
    console.log(`${rep}  ${horizon}  ${found.map((figure) => figure.toFixed(4)).join('  ')}`);
  });
}
console.log(`horizon  ${figures.join('  ')}`);
horizons.forEach((horizon, h) => {
  console.log(`${horizon}  ${sums[h]!.map((figure) => figure.toFixed(4)).join('  ')}`);
});
console.log(`${((performance.now() - started) / 1000 / repetitions / 5).toFixed(1)} s a training`);
