import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type CrossFitPorts, crossFit } from '../../functions/core/risk/cross-fit.ts';
import { findSamples } from '../../runner/importers/desynpuf-files.ts';
import { readSurvivalTable } from '../../runner/table/read-survival-table.ts';
import { type JudgedTask, judgePredictions } from './judge-predictions.ts';

interface Task {
  readonly title: string;
  /** The outcome's two columns in SQL; a yes/no outcome is seen by everybody up to 1. */
  readonly outcome: string;
  readonly horizons: readonly number[];
}

const tasks: readonly Task[] = [
  { title: 'top tenth of cost 2009', outcome: '1 as time, top_cost_12 as event', horizons: [1] },
  { title: 'top tenth of cost 2009-10', outcome: '1 as time, top_cost_24 as event', horizons: [1] },
  { title: 'hospital stay 2009', outcome: '1 as time, stay_12 as event', horizons: [1] },
  { title: 'hospital stay 2009-10', outcome: '1 as time, stay_24 as event', horizons: [1] },
  {
    title: 'first hospital stay, death competing, days',
    outcome: 'days_seen as time, event',
    horizons: [365, 730],
  },
];
const outcomeColumns = ['top_cost_12', 'top_cost_24', 'stay_12', 'stay_24', 'days_seen', 'event'];

export interface DesynpufOrder {
  readonly folder: string;
  /** Every two samples in turn are tested on, by a model of the other eight; else the last two alone. */
  readonly inTurn: boolean;
  /** Tasks whose title holds this text. */
  readonly task: string;
}

/** Trains on all samples but two and judges on those, beside the ridge logistic regression. */
export async function evaluateDesynpuf(
  { folder, inTurn, task }: DesynpufOrder,
  ports: CrossFitPorts,
  report: (task: JudgedTask) => void,
): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'ennakko-desynpuf-'));
  try {
    const samples = (await findSamples(folder)).map(({ sample }) => sample);
    await writeTables(folder, work);
    const sampleOfRow = readFileSync(join(work, 'samples.csv'), 'utf8').trim().split('\n').map(Number);
    const pairOf = (sample: number) => String(Math.floor(samples.indexOf(sample) / 2));
    const foldOfRow = sampleOfRow.map(pairOf);
    const pairs = [...new Set(samples.map(pairOf))];
    const repetitions = [{ rep: '1', foldOfRow, predicted: inTurn ? pairs : pairs.slice(-1) }];
    for (const { title, horizons } of tasks.filter(({ title }) => title.includes(task))) {
      const columns = { id: 'row_id', time: 'time', event: 'event' };
      const table = await readSurvivalTable(join(work, `${title}.csv`), columns);
      const predicted = await crossFit(ports, { table, repetitions, horizons, seed: 1 });
      report(judgePredictions(title, table.followUp, horizons, predicted));
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** A path in SQL, its `*` a pattern. */
const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;

/** Writes one CSV a task, every other column of it a predictor, and each row's sample. */
async function writeTables(folder: string, work: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1500MB', threads: '2' });
  const connection = await instance.connect();
  const view = (name: string, files: string) =>
    connection.run(
      `create view ${name} as
       select *, cast(regexp_extract(filename, 'Sample_(\\d+)', 1) as integer) as sample
       from read_csv(${quoted(join(folder, files))}, all_varchar = true, filename = true)`,
    );
  const copy = (columns: string, name: string, header: boolean) =>
    connection.run(
      `copy (select ${columns} from analysis order by sample, row_id)
       to ${quoted(join(work, `${name}.csv`))} (header ${header})`,
    );
  for (const year of [2008, 2009, 2010])
    await view(`summary_${year}`, `DE1_0_${year}_Beneficiary_Summary_File_Sample_*.csv`);
  await view('inpatient_claims', 'DE1_0_2008_to_2010_Inpatient_Claims_Sample_*.csv');
  await connection.run(readFileSync(join(import.meta.dirname, 'desynpuf-tables.sql'), 'utf8'));
  for (const { title, outcome } of tasks)
    await copy(`* exclude (sample, ${outcomeColumns.join(', ')}), ${outcome}`, title, true);
  await copy('sample', 'samples', false);
  connection.closeSync();
  instance.closeSync();
}
