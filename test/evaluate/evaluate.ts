/**
 * `npm run evaluate`: how good the risk model is, on every data set there is at hand. Real and synthetic data are
 * looked for in the folder `--data` (unless told: `../shared/data` beside the project); what is missing is
 * said, not passed over. The simulated county is made anew (`--clients`, 200,000 unless told; 0: left out),
 * and another one to judge the model on (`--other-clients`, 400,000).
 * `hidden`: who without service is worth a check-up, in that county. `--home` and `--other-home`: simulated homes with
 * client-months, instead of counties made anew.
 * `--tables`: a folder of any survival tables as CSVs (columns id, time, event, and predictors), five folds each.
 * `--in-turn`: DE-SynPUF's samples are tested on in turn, two at a time; `--task`: only its tasks with the text.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TensorflowRiskNetwork } from '../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import { terminalProgress } from '../../runner/terminal-progress.ts';
import { evaluateCounty } from './county.ts';
import { evaluateDesynpuf } from './desynpuf.ts';
import { evaluateFlchain } from './flchain.ts';
import { evaluateHiddenDemand } from './hidden-demand.ts';
import type { JudgedTask } from './judge-predictions.ts';
import { reportCounty, reportHiddenDemand, reportTable, reportTables, reportTask } from './report.ts';
import { evaluateTables } from './tables.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/data') },
    clients: { type: 'string', default: '200000' },
    'other-clients': { type: 'string', default: '400000' },
    seed: { type: 'string', default: '1' },
    'in-turn': { type: 'boolean', default: false },
    task: { type: 'string', default: '' },
    only: { type: 'string', default: 'flchain,desynpuf,tables,county,hidden' },
    tables: { type: 'string', default: '' },
    home: { type: 'string', default: '' },
    'other-home': { type: 'string', default: '' },
  },
});
const wanted = new Set(values.only.split(','));
const network = await TensorflowRiskNetwork.start();
const progress = terminalProgress((step) => step);
const ports = { network, progress };

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${network.numerics}`);
await onData(
  'flchain',
  'flchain, 7,874 real people, five times five fixed folds, out of fold',
  (folder, report) => evaluateFlchain(folder, ports, report),
);
await onData(
  'desynpuf',
  values['in-turn']
    ? 'DE-SynPUF 65+, synthetic; every two samples in turn tested on, by models of the others'
    : 'DE-SynPUF 65+, synthetic; trained on all samples but the last two, tested on those',
  (folder, report) =>
    evaluateDesynpuf({ folder, inTurn: values['in-turn'], task: values.task }, ports, report),
);
if (wanted.has('tables') && values.tables) {
  console.log(`\nTables of ${values.tables}, five folds each, out of fold: AUC, Brier and slope`);
  reportTables(await evaluateTables(values.tables, ports, reportTable));
}
const [clients, otherClients, seed] = [values.clients, values['other-clients'], values.seed].map(Number);
const county = { clients: clients!, seed: seed!, home: values.home || undefined };
const other = { clients: otherClients!, seed: seed! + 1000, home: values['other-home'] || undefined };
if (wanted.has('county') && clients! > 0)
  reportCounty(await evaluateCounty({ county, other, seed: seed! }, network, progress));
if (wanted.has('hidden') && clients! > 0) reportHiddenDemand(await evaluateHiddenDemand(county, progress));

async function onData(
  name: string,
  title: string,
  evaluate: (folder: string, report: (task: JudgedTask) => void) => Promise<void>,
): Promise<void> {
  if (!wanted.has(name)) return;
  const folder = join(values.data, name);
  console.log(`\n${title}`);
  if (existsSync(folder)) await evaluate(folder, reportTask);
  else console.log(`  NOT EVALUATED: there is no folder ${name} in --data`);
}
