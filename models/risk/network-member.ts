import * as tf from '@tensorflow/tfjs-core';
import type { EncodedRows } from './encoded-rows.ts';
import type { Expansion } from './encoding.ts';
import { type NetworkParameters, networkOutputs } from './hazard-network.ts';
import { matrix, numbersOf, transposed } from './matrices.ts';
import type { Member, MemberPath } from './member.ts';

/** A network at work: rows are encoded, then pass through it. */
export class NetworkMember implements Member {
  readonly #expansion: Expansion;
  readonly #parameters: NetworkParameters;
  readonly #featureOfInput: Int32Array;

  /** @param featureOfInput position of each input's feature */
  constructor(expansion: Expansion, parameters: NetworkParameters, featureOfInput: Int32Array) {
    this.#expansion = expansion;
    this.#parameters = parameters;
    this.#featureOfInput = featureOfInput;
  }

  outputs(rows: EncodedRows): Float32Array {
    return networkOutputs(this.#parameters, rows.inputs(this.#expansion));
  }

  path(from: EncodedRows, rows: EncodedRows): MemberPath {
    const [start, inputs] = [from, rows].map((each) => each.inputs(this.#expansion));
    return new NetworkPath(this.#parameters, start!, inputs!, this.#featureOfInput);
  }
}

/**
 * Because the first layer is linear, its sums move in a straight line too: they are computed once, at the
 * end, and every point of the way starts at the second layer. Slopes are likewise brought back through the
 * first layer once, after adding them up.
 */
class NetworkPath implements MemberPath {
  readonly #parameters: NetworkParameters;
  /** rows × inputs: row − start. */
  readonly #away: Float32Array;
  readonly #featureOfInput: Int32Array;
  readonly #rows: number;
  readonly #firstSums: tf.Tensor2D;
  readonly #startSums: tf.Tensor2D;
  readonly #second: { readonly weights: tf.Tensor2D; readonly bias: tf.Tensor1D };
  readonly #third: { readonly weights: tf.Tensor2D; readonly bias: tf.Tensor1D };
  readonly #backThird: tf.Tensor2D;
  readonly #backSecond: tf.Tensor2D;
  #layers: readonly tf.Tensor2D[] = [];
  #slopeSums: tf.Tensor2D[] = [];

  constructor(
    parameters: NetworkParameters,
    start: Float32Array,
    inputs: Float32Array,
    featureOfInput: Int32Array,
  ) {
    const { shape, w1, b1, w2, b2, w3, b3 } = parameters;
    const { inputs: width, hidden, outputs } = shape;
    this.#parameters = parameters;
    this.#featureOfInput = featureOfInput;
    this.#rows = inputs.length / width;
    this.#away = inputs.map((value, at) => value - start[at]!);
    const first = matrix(w1, width, hidden);
    const away = matrix(this.#away, this.#rows, width);
    const starts = matrix(start, this.#rows, width);
    const bias = tf.tensor1d(b1);
    this.#firstSums = tf.matMul(away, first);
    this.#startSums = tf.fused.matMul({ a: starts, b: first, bias }) as tf.Tensor2D;
    this.#second = { weights: matrix(w2, hidden, hidden), bias: tf.tensor1d(b2) };
    this.#third = { weights: matrix(w3, hidden, outputs), bias: tf.tensor1d(b3) };
    this.#backThird = matrix(transposed(w3, hidden, outputs), outputs, hidden);
    this.#backSecond = matrix(transposed(w2, hidden, hidden), hidden, hidden);
    tf.dispose([first, away, starts, bias]);
  }

  outputsAt(share: number): Float32Array {
    tf.dispose([...this.#layers]);
    const [outputs, ...layers] = tf.tidy(() => {
      const sums = tf.add(tf.mul(this.#firstSums, share), this.#startSums);
      const hidden1 = tf.relu(sums) as tf.Tensor2D;
      const { weights, bias } = this.#second;
      const hidden2 = tf.fused.matMul({ a: hidden1, b: weights, bias, activation: 'relu' }) as tf.Tensor2D;
      const { weights: last, bias: lastBias } = this.#third;
      const out = tf.fused.matMul({ a: hidden2, b: last, bias: lastBias }) as tf.Tensor2D;
      return [out, tf.step(hidden1), tf.step(hidden2)];
    }) as tf.Tensor2D[];
    this.#layers = layers;
    const numbers = numbersOf(outputs!);
    outputs!.dispose();
    return numbers;
  }

  addSlopes(slopes: readonly Float32Array[]): void {
    const [open1, open2] = this.#layers as [tf.Tensor2D, tf.Tensor2D];
    this.#slopeSums = slopes.map((slope, horizon) => {
      const sum = tf.tidy(() => {
        const after = matrix(slope, this.#rows, this.#parameters.shape.outputs);
        const slope2 = tf.mul<tf.Tensor2D>(tf.matMul(after, this.#backThird), open2);
        const slope1 = tf.mul<tf.Tensor2D>(tf.matMul(slope2, this.#backSecond), open1);
        const before = this.#slopeSums[horizon];
        return before ? tf.add<tf.Tensor2D>(before, slope1) : slope1;
      });
      this.#slopeSums[horizon]?.dispose();
      return sum;
    });
  }

  writeContributions(features: number, contributions: Float64Array): void {
    const featureOfInput = this.#featureOfInput;
    const { w1, shape } = this.#parameters;
    const back = matrix(transposed(w1, shape.inputs, shape.hidden), shape.hidden, shape.inputs);
    const horizons = this.#slopeSums.length;
    this.#slopeSums.forEach((sum, horizon) => {
      const slopes = tf.matMul(sum, back);
      const numbers = numbersOf(slopes);
      for (let row = 0, at = 0; row < this.#rows; row++) {
        const start = (row * horizons + horizon) * features;
        for (let input = 0; input < shape.inputs; input++, at++) {
          contributions[start + featureOfInput[input]!]! += numbers[at]! * this.#away[at]!;
        }
      }
      slopes.dispose();
    });
    tf.dispose([back, this.#firstSums, this.#startSums, this.#backThird, this.#backSecond]);
    tf.dispose([...this.#layers]);
    tf.dispose([this.#second, this.#third, this.#slopeSums] as unknown as tf.TensorContainer);
  }
}
