import * as tf from '@tensorflow/tfjs-core';
// Brings the gradients that tfjs-core alone does not have.
import '@tensorflow/tfjs-layers';
import type { HazardHead } from '../../models/risk/hazard-head.ts';
import {
  type NetworkParameters,
  type NetworkShape,
  networkParameters,
} from '../../models/risk/hazard-network.ts';
import type { IntervalExposure } from '../../models/risk/interval-exposure.ts';

/** The likelihood of rows as two masks, as one would lay it out for TensorFlow. */
export interface NaiveTargets {
  /** rows × intervals: share of each interval that the row was at risk in. */
  readonly atRisk: tf.Tensor2D;
  /** rows × intervals × causes: 1 where the event happened. */
  readonly event: tf.Tensor3D;
}

export function naiveTargets(
  { causes, ends }: HazardHead,
  { interval, share, cause }: IntervalExposure,
  rows: Int32Array,
): NaiveTargets {
  const atRisk = new Float32Array(rows.length * ends.length);
  const event = new Float32Array(rows.length * ends.length * causes);
  rows.forEach((row, at) => {
    for (let k = 0; k < ends.length && k <= interval[row]!; k++)
      atRisk[at * ends.length + k] = k < interval[row]! ? 1 : share[row]!;
    if (cause[row]! > 0 && interval[row]! < ends.length)
      event[(at * ends.length + interval[row]!) * causes + cause[row]! - 1] = 1;
  });
  return {
    atRisk: tf.tensor2d(atRisk, [rows.length, ends.length]),
    event: tf.tensor3d(event, [rows.length, ends.length, causes]),
  };
}

/**
 * The same network as one writes it at first in TensorFlow.js: variables, a loss of tensor operations, gradients
 * from the tape. Returns loss and gradient so that it can be shown to be the same network.
 */
export function naiveLossAndGradient(
  { causes, slopes }: HazardHead,
  shape: NetworkShape,
  variables: readonly tf.Variable[],
  inputs: tf.Tensor2D,
  { atRisk, event }: NaiveTargets,
): { readonly loss: tf.Scalar; readonly gradients: readonly tf.Tensor[] } {
  const [w1, b1, w2, b2, w3, b3, baseline] = variables as tf.Variable[];
  const rows = inputs.shape[0];
  const intervals = shape.baseline / causes;
  const { value, grads } = tf.variableGrads(() => {
    const hidden1 = tf.relu(tf.add(tf.matMul(inputs, w1!), b1!));
    const hidden2 = tf.relu(tf.add(tf.matMul(hidden1 as tf.Tensor2D, w2!), b2!));
    const outputs = tf.reshape(tf.add(tf.matMul(hidden2 as tf.Tensor2D, w3!), b3!), [rows, 1, causes, 2]);
    const [level, trend] = tf.unstack(outputs, 3) as [tf.Tensor3D, tf.Tensor3D];
    const time = tf.tensor3d(Float32Array.from(slopes), [1, intervals, 1]);
    const logits = tf.add(tf.add(level, tf.mul(time, trend)), tf.reshape(baseline!, [1, intervals, causes]));
    const nothing = tf.log(tf.add(1, tf.sum(tf.exp(logits), 2)));
    return tf.div(tf.sub(tf.sum(tf.mul(atRisk, nothing)), tf.sum(tf.mul(event, logits))), rows) as tf.Scalar;
  }, variables as tf.Variable[]);
  return { loss: value, gradients: variables.map(({ name }) => grads[name]!) };
}

/** The network's parts as variables. */
export function naiveVariables(parameters: NetworkParameters): tf.Variable[] {
  const { shape, w1, b1, w2, b2, w3, b3, baseline } = parameters;
  const { inputs, hidden, outputs } = shape;
  return [
    tf.tensor2d(w1, [inputs, hidden]),
    tf.tensor1d(b1),
    tf.tensor2d(w2, [hidden, hidden]),
    tf.tensor1d(b2),
    tf.tensor2d(w3, [hidden, outputs]),
    tf.tensor1d(b3),
    tf.tensor1d(baseline),
  ].map((tensor) => tf.variable(tensor as tf.Tensor));
}

/** Gradients in the order of `NetworkParameters`, in one array. */
export function gradientNumbers(shape: NetworkShape, gradients: readonly tf.Tensor[]): Float32Array {
  const all = networkParameters(shape).all;
  let start = 0;
  for (const gradient of gradients) {
    all.set(gradient.dataSync(), start);
    start += gradient.size;
  }
  return all;
}
