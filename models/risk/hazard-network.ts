import * as tf from '@tensorflow/tfjs-core';
import { foretellingLoss } from './foretold.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import type { IntervalExposure } from './interval-exposure.ts';
import { addColumnSums, matrix, numbersOf, transposed } from './matrices.ts';
import { drawsFor, normalDraw } from './random-draws.ts';

/**
 * Inputs → hidden ReLU → hidden ReLU → outputs, and a baseline logit per interval and cause; while it is trained,
 * from the second hidden layer also what is foretold beside.
 */
export interface NetworkShape {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
  /** intervals × causes */
  readonly baseline: number;
  /** 0 in a network that is not in training. */
  readonly foretold: number;
}

/** All parameters in one array, and its parts as views of it. Matrices are rows = from, columns = to. */
export interface NetworkParameters {
  readonly shape: NetworkShape;
  readonly all: Float32Array;
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
  readonly w3: Float32Array;
  readonly b3: Float32Array;
  readonly baseline: Float32Array;
  readonly w4: Float32Array;
  readonly b4: Float32Array;
}

/** How many numbers each part has, in their order. */
function partSizes({ inputs, hidden, outputs, baseline, foretold }: NetworkShape) {
  return {
    w1: inputs * hidden,
    b1: hidden,
    w2: hidden * hidden,
    b2: hidden,
    w3: hidden * outputs,
    b3: outputs,
    baseline,
    w4: hidden * foretold,
    b4: foretold,
  };
}

/** How many numbers a network has. */
export function parameterCount(shape: NetworkShape): number {
  return Object.values(partSizes(shape)).reduce((sum, size) => sum + size, 0);
}

/** @param all as `parameterCount` says; absent: zeros */
export function networkParameters(
  shape: NetworkShape,
  all: Float32Array = new Float32Array(parameterCount(shape)),
): NetworkParameters {
  let start = 0;
  const parts = Object.entries(partSizes(shape)).map(([part, size]) => {
    start += size;
    return [part, all.subarray(start - size, start)];
  });
  return { shape, all, ...Object.fromEntries(parts) };
}

/** A trained network without what it foretold beside: its first numbers. */
export function withoutForetold({ shape, all }: NetworkParameters): NetworkParameters {
  const own = { ...shape, foretold: 0 };
  return networkParameters(own, all.slice(0, parameterCount(own)));
}

/** 1 for weights, 0 for biases, the baseline and what is foretold beside, which is not kept. */
export function decayedParameters(shape: NetworkShape): Uint8Array {
  const flags = networkParameters(shape);
  for (const weights of [flags.w1, flags.w2, flags.w3]) weights.fill(1);
  return Uint8Array.from(flags.all);
}

/**
 * Starting values: hidden weights normal with variance 2 / inputs, output weights zero, so that training
 * starts from the marginal hazards.
 *
 * @source He et al. 2015, Delving Deep into Rectifiers, eq. 10
 */
export function startingParameters(
  shape: NetworkShape,
  baseline: Float32Array,
  seed: number,
): NetworkParameters {
  const parameters = networkParameters(shape);
  const draws = drawsFor(seed, 1);
  for (const [weights, from] of [
    [parameters.w1, shape.inputs],
    [parameters.w2, shape.hidden],
  ] as const) {
    const deviation = Math.sqrt(2 / from);
    for (let at = 0; at < weights.length; at++) weights[at] = deviation * normalDraw(draws);
  }
  parameters.baseline.set(baseline);
  return parameters;
}

/** Rows to learn from: their inputs and, in `exposure`, what happened to them. */
export interface Batch {
  /** rows × inputs */
  readonly inputs: Float32Array;
  readonly rows: Int32Array;
  readonly exposure: IntervalExposure;
  /** What is to be foretold beside: rows × foretold, NaN where unknown, and what its loss counts for. */
  readonly foretold?: { readonly values: Float32Array; readonly weight: number };
}

/** For each hidden unit of each row 0 or 1 / (1 − dropout): rows × hidden. */
export type DropoutMasks = readonly [Float32Array, Float32Array];

/**
 * Mean negative log likelihood of a batch, with the loss of what is foretold beside, and its gradient by hand: no
 * tape, and no transpose flags, which hit a slow kernel on WASM. Leaves no tensor behind.
 *
 * @param gradient of the loss by every parameter, overwritten
 */
export function lossAndGradient(
  head: HazardHead,
  parameters: NetworkParameters,
  { inputs, rows, exposure, foretold }: Batch,
  gradient: NetworkParameters,
  masks?: DropoutMasks,
): number {
  const { shape, w1, b1, w2, b2, w3, b3, baseline } = parameters;
  const n = rows.length;
  const headGradient = {
    outputs: new Float32Array(n * shape.outputs),
    baseline: new Float64Array(shape.baseline),
  };
  let loss = 0;
  gradient.all.fill(0);
  tf.tidy(() => {
    const dropped = masks?.map((mask) => matrix(mask, n, shape.hidden));
    const thin = (layer: tf.Tensor2D, at: number) =>
      dropped ? tf.mul<tf.Tensor2D>(layer, dropped[at]!) : layer;
    const inputLayer = matrix(inputs, n, shape.inputs);
    const hidden1 = thin(reluLayer(inputLayer, w1, b1, shape.hidden), 0);
    const hidden2 = thin(reluLayer(hidden1, w2, b2, shape.hidden), 1);
    const outputs = numbersOf(denseLayer(hidden2, w3, b3, shape.outputs));
    loss = headLoss(head, baseline, outputs, exposure, rows, headGradient);

    const outputSlope = matrix(headGradient.outputs, n, shape.outputs);
    gradient.w3.set(weightSlopes(hidden2, outputSlope));
    let back = slopeThrough(outputSlope, w3, hidden2);
    if (foretold) {
      const beside = foretellingSlopes(parameters, hidden2, foretold, gradient);
      loss += beside.loss;
      back = tf.add(back, beside.back);
    }
    const slope2 = thin(back, 1);
    gradient.w2.set(weightSlopes(hidden1, slope2));
    const slope1 = thin(slopeThrough(slope2, w2, hidden1), 0);
    gradient.w1.set(weightSlopes(inputLayer, slope1));
    addColumnSums(headGradient.outputs, shape.outputs, gradient.b3);
    addColumnSums(numbersOf(slope2), shape.hidden, gradient.b2);
    addColumnSums(numbersOf(slope1), shape.hidden, gradient.b1);
  });
  gradient.baseline.set(headGradient.baseline);
  return loss;
}

/** Loss of what is foretold, with its gradient by the last weights, and the slope that it sends back. */
function foretellingSlopes(
  { shape, w4, b4 }: NetworkParameters,
  hidden2: tf.Tensor2D,
  { values, weight }: NonNullable<Batch['foretold']>,
  gradient: NetworkParameters,
): { loss: number; back: tf.Tensor2D } {
  const told = numbersOf(denseLayer(hidden2, w4, b4, shape.foretold));
  const slopes = new Float32Array(told.length);
  const loss = foretellingLoss(told, values, weight, slopes);
  const toldSlope = matrix(slopes, hidden2.shape[0], shape.foretold);
  gradient.w4.set(weightSlopes(hidden2, toldSlope));
  addColumnSums(slopes, shape.foretold, gradient.b4);
  return { loss, back: slopeThrough(toldSlope, w4, hidden2) };
}

function denseLayer(
  from: tf.Tensor2D,
  weights: Float32Array,
  bias: Float32Array,
  width: number,
  activation: 'linear' | 'relu' = 'linear',
): tf.Tensor2D {
  const b = matrix(weights, from.shape[1], width);
  return tf.fused.matMul({ a: from, b, bias: tf.tensor1d(bias), activation }) as tf.Tensor2D;
}

const reluLayer = (from: tf.Tensor2D, weights: Float32Array, bias: Float32Array, width: number) =>
  denseLayer(from, weights, bias, width, 'relu');

/** layerᵀ slope: from × to, the narrower of the two turned over. */
function weightSlopes(layer: tf.Tensor2D, slope: tf.Tensor2D): Float32Array {
  const [from, to] = [layer.shape[1], slope.shape[1]];
  if (from <= to) return numbersOf(tf.matMul(turned(layer), slope));
  return transposed(numbersOf(tf.matMul(turned(slope), layer)), to, from);
}

function turned(layer: tf.Tensor2D): tf.Tensor2D {
  const [rows, columns] = layer.shape;
  return matrix(transposed(numbersOf(layer), rows, columns), columns, rows);
}

/** Slope before a ReLU layer's kink, from the slope after the dense layer that follows it. */
function slopeThrough(slope: tf.Tensor2D, weights: Float32Array, layer: tf.Tensor2D): tf.Tensor2D {
  const [to, from] = [slope.shape[1], layer.shape[1]];
  const back = tf.matMul(slope, matrix(transposed(weights, from, to), to, from));
  return tf.mul(back, tf.step(layer));
}

const scoringRows = 4096;

/**
 * Outputs of each row.
 *
 * @param inputs rows × inputs
 * @returns rows × outputs
 */
export function networkOutputs(
  { shape, w1, b1, w2, b2, w3, b3 }: NetworkParameters,
  inputs: Float32Array,
): Float32Array {
  const rows = inputs.length / shape.inputs;
  const outputs = new Float32Array(rows * shape.outputs);
  for (let start = 0; start < rows; start += scoringRows) {
    const count = Math.min(scoringRows, rows - start);
    const part = inputs.subarray(start * shape.inputs, (start + count) * shape.inputs);
    tf.tidy(() => {
      const hidden1 = reluLayer(matrix(part, count, shape.inputs), w1, b1, shape.hidden);
      const hidden2 = reluLayer(hidden1, w2, b2, shape.hidden);
      outputs.set(numbersOf(denseLayer(hidden2, w3, b3, shape.outputs)), start * shape.outputs);
    });
  }
  return outputs;
}

/**
 * The shape of a network for a head.
 *
 * @param foretold how many values are foretold beside, in training
 */
export function shapeFor(head: HazardHead, inputs: number, hidden: number, foretold = 0): NetworkShape {
  return { inputs, hidden, outputs: outputsOf(head), baseline: head.ends.length * head.causes, foretold };
}
