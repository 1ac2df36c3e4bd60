import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sqlPath } from '../../functions/adapters/duckdb/ingest-engine.ts';
import type { Progress } from '../../functions/core/ports/progress.ts';
import type { RiskNetwork } from '../../functions/core/ports/risk-network.ts';
import { crossFit } from '../../functions/core/risk/cross-fit.ts';
import { findSamples } from '../../runner/importers/desynpuf-files.ts';
import { readSurvivalTable } from '../../runner/table/read-survival-table.ts';
import { type JudgedTask, judgePredictions } from './judge-predictions.ts';

/** Outcomes of the analysis table: a yes/no column, or days to an event with death competing. */
const tasks = [
  { title: 'top tenth of cost, 2009', outcome: '1 as time, top_cost_12 as event', horizons: [1] },
  { title: 'top tenth of cost, 2009–2010', outcome: '1 as time, top_cost_24 as event', horizons: [1] },
  { title: 'hospital stay, 2009', outcome: '1 as time, stay_12 as event', horizons: [1] },
  { title: 'hospital stay, 2009–2010', outcome: '1 as time, stay_24 as event', horizons: [1] },
  {
    title: 'first hospital stay, death competing, days',
    outcome: 'days_seen as time, event',
    horizons: [365, 730],
  },
] as const;

const outcomes = ['top_cost_12', 'top_cost_24', 'stay_12', 'stay_24', 'days_seen', 'event'];

/** Trains on samples but the last two and judges on those, beside the ridge logistic regression. */
export async function evaluateDesynpuf(
  folder: string,
  network: RiskNetwork,
  progress: Progress,
  report: (task: JudgedTask) => void,
): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'ennakko-desynpuf-'));
  try {
    const samples = (await findSamples(folder)).map(({ sample }) => sample);
    const tested = samples.slice(-2);
    for (const { title, outcome, horizons } of await writeTables(folder, work)) {
      const table = await readSurvivalTable(join(work, `${title}.csv`), {
        id: 'row_id',
        time: 'time',
        event: 'event',
      });
      const sample = readFileSync(join(work, 'samples.txt'), 'utf8').trim().split('\n').map(Number);
      const foldOfRow = sample.map((one) => (tested.includes(one) ? 'test' : 'training'));
      const repetitions = [{ rep: '1', foldOfRow, predicted: ['test'] }];
      const predicted = await crossFit({ network, progress }, { table, repetitions, horizons, seed: 1 });
      report(judgePredictions(title, table.followUp, horizons, predicted));
      void outcome;
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Writes one CSV a task, every other column a predictor, and each row's sample. */
async function writeTables(folder: string, work: string): Promise<typeof tasks> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1500MB', threads: '2' });
  const connection = await instance.connect();
  const view = (name: string, pattern: string) =>
    connection.run(
      `create view ${name} as
       select *, cast(regexp_extract(filename, 'Sample_(\\d+)', 1) as integer) as sample
       from read_csv(${sqlPath(join(folder, pattern))}, all_varchar = true, filename = true)`,
    );
  for (const year of [2008, 2009, 2010])
    await view(`summary_${year}`, `DE1_0_${year}_Beneficiary_Summary_File_Sample_*.csv`);
  await view('inpatient_claims', 'DE1_0_2008_to_2010_Inpatient_Claims_Sample_*.csv');
  await connection.run(readFileSync(join(import.meta.dirname, 'desynpuf-tables.sql'), 'utf8'));
  for (const { title, outcome } of tasks) {
    await connection.run(
      `copy (select * exclude (sample, ${outcomes.join(', ')}), ${outcome} from analysis order by sample, row_id)
       to ${sqlPath(join(work, `${title}.csv`))} (header)`,
    );
  }
  await connection.run(
    `copy (select sample from analysis order by sample, row_id) to ${sqlPath(join(work, 'samples.txt'))} (header false)`,
  );
  connection.closeSync();
  instance.closeSync();
  return tasks;
}
