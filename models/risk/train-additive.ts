import * as tf from '@tensorflow/tfjs-core';
import type { AdditiveParameters } from './additive-member.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import { marginalLogits } from './interval-exposure.ts';
import { descend, type Objective } from './lbfgs.ts';
import { matrix, numbersOf, transposed } from './matrices.ts';
import type { EncodedStudy } from './train-network.ts';

const chunkRows = 8192;
const descent = { iterations: 80, tolerance: 2e-6 };

/** Rows as the additive model reads them. */
export interface AdditiveStudy extends EncodedStudy {
  /** By input: 1 for the curved part of a predictor's effect, 0 for its straight line and flags. */
  readonly isCurve: Uint8Array;
}

/** What holds pulls towards 0. */
export interface Penalty {
  readonly ridge: number;
  /** How many times more the pulls of curves are held; Infinity: every effect is a straight line. */
  readonly bend: number;
}

/**
 * Fits an additive hazard with each penalty: −Σ_rows log likelihood + (ridge / 2) Σ (straight pulls² + bend · curves'
 * pulls²), the baseline free, by L-BFGS from the marginal hazards, each penalty from the solution of the one before.
 *
 * @param rows to learn from, positions in the study
 */
export function trainAdditive(
  study: AdditiveStudy,
  rows: Int32Array,
  head: HazardHead,
  penalties: readonly Penalty[],
): AdditiveParameters[] {
  const baselineSize = head.ends.length * head.causes;
  const point = new Float64Array(baselineSize + study.width * outputsOf(head));
  point.set(marginalLogits(study.exposure, rows, head.ends.length, head.causes));
  const pulls = point.subarray(baselineSize);
  const chunks = chunksOf(study, rows);
  const models = penalties.map((penalty) => {
    const held = heldBy(study, penalty, outputsOf(head));
    held.forEach((weight, at) => {
      if (weight === Number.POSITIVE_INFINITY) pulls[at] = 0;
    });
    const diagonal = curvatureAt(study, rows, head, held, chunks);
    descend(penalisedLoss(study, rows, head, held, chunks), point, { ...descent, diagonal });
    return { baseline: Float32Array.from(point.subarray(0, baselineSize)), pulls: Float32Array.from(pulls) };
  });
  tf.dispose(chunks.map(({ inputs }) => inputs));
  return models;
}

/** How much each pull is held: inputs × outputs. */
function heldBy({ isCurve }: AdditiveStudy, { ridge, bend }: Penalty, width: number): Float64Array {
  return Float64Array.from({ length: isCurve.length * width }, (_, at) =>
    isCurve[Math.floor(at / width)] ? ridge * bend : ridge,
  );
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
  held: Float64Array,
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
    return (
      loss + addPenalty(held, rows.length, point.subarray(baselineSize), gradient.subarray(baselineSize))
    );
  };
}

/**
 * About the loss's second derivative by each coordinate, for predictors that tell nothing yet: events of the cause a
 * row, in each interval and, for pulls, times the mean squares of the input and of the output's slopes.
 */
function curvatureAt(
  { exposure, width: inputs }: AdditiveStudy,
  rows: Int32Array,
  { causes, ends, slopes }: HazardHead,
  held: Float64Array,
  chunks: readonly Chunk[],
): Float64Array {
  const baselineSize = ends.length * causes;
  const events = new Float64Array(baselineSize).fill(1 / rows.length);
  for (const row of rows) {
    const cause = exposure.cause[row]!;
    if (cause > 0) events[exposure.interval[row]! * causes + cause - 1]! += 1 / rows.length;
  }
  const ofOutputs = new Float64Array(2 * causes);
  events.forEach((share, cell) => {
    const slope = slopes[Math.floor(cell / causes)]!;
    ofOutputs[2 * (cell % causes)]! += share;
    ofOutputs[2 * (cell % causes) + 1]! += share * slope * slope;
  });
  const looked = chunks[0]!;
  const squares = new Float64Array(inputs);
  numbersOf(looked.inputs).forEach((value, at) => {
    squares[at % inputs]! += (value * value) / looked.rows.length;
  });
  const ofPulls = held.map((weight, at) => {
    if (weight === Number.POSITIVE_INFINITY) return 1;
    const [input, output] = [Math.floor(at / (2 * causes)), at % (2 * causes)];
    return squares[input]! * ofOutputs[output]! + weight / rows.length;
  });
  return Float64Array.from([...events, ...ofPulls]);
}

/** Adds the penalty's gradient, and returns the penalty; what is held for good does not move. */
function addPenalty(held: Float64Array, rows: number, pulls: Float64Array, gradient: Float64Array): number {
  let penalty = 0;
  for (let at = 0; at < pulls.length; at++) {
    if (held[at] === Number.POSITIVE_INFINITY) {
      gradient[at] = 0;
      continue;
    }
    const slope = (held[at]! * pulls[at]!) / rows;
    penalty += (slope * pulls[at]!) / 2;
    gradient[at]! += slope;
  }
  return penalty;
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
