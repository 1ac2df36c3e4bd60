import * as tf from '@tensorflow/tfjs-core';
import type { AdditiveParameters } from './additive-member.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import { marginalLogits } from './interval-exposure.ts';
import { descend, type Objective } from './lbfgs.ts';
import { matrix, numbersOf, transposed } from './matrices.ts';
import type { EncodedStudy } from './train-network.ts';

const chunkRows = 8192;
const descent = { iterations: 80, tolerance: 1e-6 };

/**
 * Fits an additive hazard: −Σ_rows log likelihood + (ridge / 2) Σ pulls², the baseline free, by L-BFGS.
 *
 * @param rows to learn from, positions in the study
 * @param start where to begin; absent: the marginal hazards
 */
export function trainAdditive(
  study: EncodedStudy,
  rows: Int32Array,
  head: HazardHead,
  ridge: number,
  start?: AdditiveParameters,
): AdditiveParameters {
  const baselineSize = head.ends.length * head.causes;
  const point = new Float64Array(baselineSize + study.width * outputsOf(head));
  point.set(start?.baseline ?? marginalLogits(study.exposure, rows, head.ends.length, head.causes));
  if (start) point.set(start.pulls, baselineSize);
  const chunks = chunksOf(study, rows);
  descend(penalisedLoss(study, rows, head, ridge, chunks), point, descent);
  tf.dispose(chunks.map(({ inputs }) => inputs));
  return {
    baseline: Float32Array.from(point.subarray(0, baselineSize)),
    pulls: Float32Array.from(point.subarray(baselineSize)),
  };
}

interface Chunk {
  readonly inputs: tf.Tensor2D;
  readonly rows: Int32Array;
}

function chunksOf(study: EncodedStudy, rows: Int32Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < rows.length; at += chunkRows) {
    const some = rows.subarray(at, at + chunkRows);
    chunks.push({ inputs: matrix(study.inputsOf(some), some.length, study.width), rows: some });
  }
  return chunks;
}

/** The penalised loss divided by the number of rows, and its gradient. Inputs stay in TensorFlow throughout. */
function penalisedLoss(
  study: EncodedStudy,
  rows: Int32Array,
  head: HazardHead,
  ridge: number,
  chunks: readonly Chunk[],
): Objective {
  const baselineSize = head.ends.length * head.causes;
  const width = outputsOf(head);
  return (point, gradient) => {
    const baseline = Float32Array.from(point.subarray(0, baselineSize));
    const pulls = Float32Array.from(point.subarray(baselineSize));
    gradient.fill(0);
    let loss = 0;
    for (const chunk of chunks) {
      const share = chunk.rows.length / rows.length;
      const slopes = {
        outputs: new Float32Array(chunk.rows.length * width),
        baseline: new Float64Array(baselineSize),
      };
      const outputs = timesPulls(chunk.inputs, pulls, width);
      loss += share * headLoss(head, baseline, outputs, study.exposure, chunk.rows, slopes);
      for (let at = 0; at < baselineSize; at++) gradient[at]! += share * slopes.baseline[at]!;
      addPullSlopes(chunk, slopes.outputs, width, share, gradient.subarray(baselineSize));
    }
    for (let at = baselineSize; at < point.length; at++) {
      loss += ((ridge / 2) * point[at]! * point[at]!) / rows.length;
      gradient[at]! += (ridge * point[at]!) / rows.length;
    }
    return loss;
  };
}

function timesPulls(inputs: tf.Tensor2D, pulls: Float32Array, width: number): Float32Array {
  const outputs = tf.tidy(() => tf.matMul(inputs, matrix(pulls, inputs.shape[1], width)));
  const numbers = numbersOf(outputs);
  outputs.dispose();
  return numbers;
}

/** Adds share · slopesᵀ inputs, turned over; the small matrix is the one that is transposed. */
function addPullSlopes(
  { inputs, rows }: Chunk,
  slopes: Float32Array,
  width: number,
  share: number,
  into: Float64Array,
): void {
  const turned = transposed(slopes, rows.length, width);
  const product = tf.tidy(() => tf.matMul(matrix(turned, width, rows.length), inputs));
  const numbers = numbersOf(product);
  product.dispose();
  const count = inputs.shape[1];
  for (let output = 0, at = 0; output < width; output++) {
    for (let input = 0; input < count; input++, at++) into[input * width + output]! += share * numbers[at]!;
  }
}
