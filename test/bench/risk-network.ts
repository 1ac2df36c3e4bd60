/**
 * `npm run bench:network`: the risk network beside the same network written naively in TensorFlow.js, and how many
 * clients a second are scored and explained. Figures of one process on one core; side by side in one run.
 */
import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { TensorflowRiskNetwork } from '../../functions/adapters/tensorflow/tensorflow-risk-network.ts';
import { AdamW } from '../../models/risk/adamw.ts';
import { hazardHead } from '../../models/risk/hazard-head.ts';
import {
  decayedParameters,
  lossAndGradient,
  networkParameters,
  shapeFor,
  startingParameters,
} from '../../models/risk/hazard-network.ts';
import { intervalExposure, marginalLogits } from '../../models/risk/interval-exposure.ts';
import { drawsFor, normalDraw } from '../../models/risk/random-draws.ts';
import { rowsBetween } from '../../models/risk/risk-model.ts';
import { gradientNumbers, naiveLossAndGradient, naiveTargets, naiveVariables } from './naive-network.ts';
import { wideStudy } from './wide-study.ts';

const network = await TensorflowRiskNetwork.start();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${network.numerics}`);

const [inputs, hidden, batchRows, batches] = [120, 64, 512, 40];
const ends = [1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 36];
const head = hazardHead(ends, 2, 0.5);
const shape = shapeFor(head, inputs, hidden);
const draws = drawsFor(1, 50);
const rows = Int32Array.from({ length: batchRows }, (_, row) => row);
const exposure = intervalExposure(
  {
    time: Float64Array.from(rows, (row) => 0.5 + ((row * 7.3) % 40)),
    event: Uint8Array.from(rows, (row) => (row % 5 === 0 ? 1 + (row % 2) : 0)),
  },
  ends,
);
const batch = {
  inputs: Float32Array.from({ length: batchRows * inputs }, () => normalDraw(draws)),
  rows,
  exposure,
};
const parameters = startingParameters(shape, marginalLogits(exposure, rows, ends.length, 2), 1);
parameters.w3.forEach((_, at) => {
  parameters.w3[at] = 0.1 * normalDraw(draws);
});

function ours(): number {
  const own = networkParameters(shape, parameters.all.slice());
  const gradient = networkParameters(shape);
  const optimiser = new AdamW(decayedParameters(shape), 0.1);
  return secondsOf(() => {
    lossAndGradient(head, own, batch, gradient);
    optimiser.step(own.all, gradient.all, 1e-3);
  });
}

function naive(): number {
  const variables = naiveVariables(parameters);
  const optimiser = tf.train.adam(1e-3);
  const targets = naiveTargets(head, exposure, rows);
  const seconds = secondsOf(() => {
    tf.tidy(() => {
      const some = tf.tensor2d(batch.inputs, [batchRows, inputs]);
      const { gradients } = naiveLossAndGradient(head, shape, variables, some, targets);
      const named = variables.map(({ name }, at) => ({ name, tensor: gradients[at]! }));
      optimiser.applyGradients(named);
    });
    variables[0]!.dataSync();
  });
  tf.dispose([variables, targets.atRisk, targets.event] as unknown as tf.TensorContainer);
  return seconds;
}

/** Seconds of some batches, by the processor's account. */
function secondsOf(step: () => void): number {
  step();
  const before = process.cpuUsage();
  for (let at = 0; at < batches; at++) step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** That the two are the same network: the largest difference between their gradients. */
function largestDifference(): number {
  const gradient = networkParameters(shape);
  lossAndGradient(head, parameters, batch, gradient);
  return tf.tidy(() => {
    const targets = naiveTargets(head, exposure, rows);
    const some = tf.tensor2d(batch.inputs, [batchRows, inputs]);
    const { gradients } = naiveLossAndGradient(head, shape, naiveVariables(parameters), some, targets);
    const theirs = gradientNumbers(shape, gradients);
    return gradient.all.reduce((most, own, at) => Math.max(most, Math.abs(own - theirs[at]!)), 0);
  });
}

console.log(
  `training ${inputs}-${hidden}-${hidden}-4, batch ${batchRows}; largest difference of gradients ${largestDifference().toExponential(1)}`,
);
const ratios: number[] = [];
for (let round = 0; round < 5; round++) {
  const [own, theirs] = [ours(), naive()];
  ratios.push(theirs / own);
  const perSecond = (seconds: number) => Math.round((batches * batchRows) / seconds).toLocaleString('en');
  console.log(
    `  ours ${perSecond(own)} rows/s, naive ${perSecond(theirs)} rows/s, ratio ${(theirs / own).toFixed(2)}`,
  );
}
console.log(`  median ratio ${ratios.sort((a, b) => a - b)[2]!.toFixed(2)}`);

console.log('scoring both horizons with explanations, 64 predictors, seconds of the processor');
const trained = await network.train(wideStudy(8000, 1));
const scored = wideStudy(100_000, 2).predictors;
for (const name of ['additive', 'blend'] as const) {
  const model = trained[name]!;
  await model.score(rowsBetween(scored, 0, 4096));
  const before = process.cpuUsage();
  for (let start = 0; start < scored.rows; start += 8192)
    await model.score(rowsBetween(scored, start, Math.min(scored.rows, start + 8192)));
  const { user, system } = process.cpuUsage(before);
  console.log(
    `  ${name.padEnd(9)} ${Math.round(scored.rows / ((user + system) / 1e6)).toLocaleString('en')} clients/s`,
  );
}

console.log('1,000,000 clients scored and explained in batches of 8,192, additive');
const beforeMillion = process.cpuUsage();
let done = 0;
for (; done < 1_000_000; done += 8192) {
  const start = done % (scored.rows - 8192);
  await trained.additive.score(rowsBetween(scored, start, start + 8192));
}
const { user, system } = process.cpuUsage(beforeMillion);
console.log(
  `  ${((user + system) / 1e6).toFixed(1)} s, peak ${Math.round(process.resourceUsage().maxRSS / 1024).toLocaleString('en')} MB, training included`,
);
