import * as tf from '@tensorflow/tfjs-core';
import { type Encoding, type Expansion, encode } from './encoding.ts';
import { type NetworkParameters, networkOutputs } from './hazard-network.ts';
import { matrix, numbersOf, transposed } from './matrices.ts';
import type { Member, MemberPath } from './member.ts';
import type { PredictorTable } from './predictor-table.ts';

/** A network at work: rows are encoded, then pass through it. */
export class NetworkMember implements Member {
  readonly #encoding: Encoding;
  readonly #expansion: Expansion;
  readonly #parameters: NetworkParameters;
  readonly #profile: Float32Array;
  readonly #groupOfInput: Int32Array;

  /**
   * @param profile mean of each input
   * @param groupOfInput position of each input's group
   */
  constructor(
    encoding: Encoding,
    expansion: Expansion,
    parameters: NetworkParameters,
    profile: Float32Array,
    groupOfInput: Int32Array,
  ) {
    this.#encoding = encoding;
    this.#expansion = expansion;
    this.#parameters = parameters;
    this.#profile = profile;
    this.#groupOfInput = groupOfInput;
  }

  outputs(table: PredictorTable): Float32Array {
    return networkOutputs(this.#parameters, encode(this.#encoding, table, this.#expansion));
  }

  path(table: PredictorTable): MemberPath {
    const inputs = encode(this.#encoding, table, this.#expansion);
    return new NetworkPath(this.#parameters, inputs, this.#profile, this.#groupOfInput);
  }
}

/**
 * Because the first layer is linear, its sums move in a straight line too: they are computed once, at the
 * end, and every point of the way starts at the second layer. Slopes are likewise brought back through the
 * first layer once, after adding them up.
 */
class NetworkPath implements MemberPath {
  readonly #parameters: NetworkParameters;
  /** rows × inputs: row − profile. */
  readonly #away: Float32Array;
  readonly #groupOfInput: Int32Array;
  readonly #rows: number;
  readonly #firstSums: tf.Tensor2D;
  readonly #profileSums: tf.Tensor1D;
  readonly #second: { readonly weights: tf.Tensor2D; readonly bias: tf.Tensor1D };
  readonly #third: { readonly weights: tf.Tensor2D; readonly bias: tf.Tensor1D };
  readonly #backThird: tf.Tensor2D;
  readonly #backSecond: tf.Tensor2D;
  #layers: readonly tf.Tensor2D[] = [];
  #slopeSums: tf.Tensor2D[] = [];

  constructor(
    parameters: NetworkParameters,
    inputs: Float32Array,
    profile: Float32Array,
    groupOfInput: Int32Array,
  ) {
    const { shape, w1, b1, w2, b2, w3, b3 } = parameters;
    const { inputs: width, hidden, outputs } = shape;
    this.#parameters = parameters;
    this.#groupOfInput = groupOfInput;
    this.#rows = inputs.length / width;
    this.#away = awayFrom(profile, inputs);
    const first = matrix(w1, width, hidden);
    const away = matrix(this.#away, this.#rows, width);
    const middle = matrix(profile, 1, width);
    const bias = tf.tensor1d(b1);
    const sums = tf.fused.matMul({ a: middle, b: first, bias }) as tf.Tensor2D;
    this.#firstSums = tf.matMul(away, first);
    this.#profileSums = tf.reshape(sums, [hidden]);
    this.#second = { weights: matrix(w2, hidden, hidden), bias: tf.tensor1d(b2) };
    this.#third = { weights: matrix(w3, hidden, outputs), bias: tf.tensor1d(b3) };
    this.#backThird = matrix(transposed(w3, hidden, outputs), outputs, hidden);
    this.#backSecond = matrix(transposed(w2, hidden, hidden), hidden, hidden);
    tf.dispose([first, away, middle, bias, sums]);
  }

  outputsAt(share: number): Float32Array {
    tf.dispose([...this.#layers]);
    const [outputs, ...layers] = tf.tidy(() => {
      const sums = tf.add(tf.mul(this.#firstSums, share), this.#profileSums);
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

  writeContributions(groups: number, contributions: Float64Array): void {
    const groupOfInput = this.#groupOfInput;
    const { w1, shape } = this.#parameters;
    const back = matrix(transposed(w1, shape.inputs, shape.hidden), shape.hidden, shape.inputs);
    const horizons = this.#slopeSums.length;
    this.#slopeSums.forEach((sum, horizon) => {
      const slopes = tf.matMul(sum, back);
      const numbers = numbersOf(slopes);
      for (let row = 0, at = 0; row < this.#rows; row++) {
        const start = (row * horizons + horizon) * groups;
        for (let input = 0; input < shape.inputs; input++, at++) {
          contributions[start + groupOfInput[input]!]! += numbers[at]! * this.#away[at]!;
        }
      }
      slopes.dispose();
    });
    tf.dispose([back, this.#firstSums, this.#profileSums, this.#backThird, this.#backSecond]);
    tf.dispose([...this.#layers]);
    tf.dispose([this.#second, this.#third, this.#slopeSums] as unknown as tf.TensorContainer);
  }
}

/** row − profile for every row. */
function awayFrom(profile: Float32Array, inputs: Float32Array): Float32Array {
  const away = new Float32Array(inputs.length);
  for (let at = 0; at < inputs.length; ) {
    for (let input = 0; input < profile.length; input++, at++) away[at] = inputs[at]! - profile[input]!;
  }
  return away;
}
