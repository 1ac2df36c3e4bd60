import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { AdamW, rateShare } from './adamw.ts';
import { type Foretold, foretoldValues } from './foretold.ts';
import type { HazardHead } from './hazard-head.ts';
import {
  type Batch,
  type DropoutMasks,
  decayedParameters,
  lossAndGradient,
  type NetworkParameters,
  networkParameters,
  shapeFor,
  startingParameters,
  withoutForetold,
} from './hazard-network.ts';
import { type IntervalExposure, marginalLogits } from './interval-exposure.ts';
import { drawsFor, shuffledPositions } from './random-draws.ts';

/** How freely a network learns. */
export interface Strength {
  readonly rate: number;
  readonly steps: number;
  readonly weightDecay: number;
  readonly dropout: number;
}

/** Rows of a study, encoded: what networks learn from. */
export interface EncodedStudy {
  readonly width: number;
  readonly exposure: IntervalExposure;
  /** Inputs of some rows, rows × width. */
  inputsOf(rows: Int32Array): Float32Array;
  /** What networks learn to foretell beside; absent: nothing. */
  readonly foretold?: Foretold | undefined;
}

/** Rows of a table held encoded, side by side. */
export function pickInputs(inputs: Float32Array, width: number, rows: Int32Array): Float32Array {
  const picked = new Float32Array(rows.length * width);
  for (let at = 0; at < rows.length; at++) {
    const start = rows[at]! * width;
    picked.set(inputs.subarray(start, start + width), at * width);
  }
  return picked;
}

export interface NetworkTraining {
  readonly study: EncodedStudy;
  /** The rows to learn from. */
  readonly rows: Int32Array;
  readonly head: HazardHead;
  readonly strength: Strength;
  readonly hidden: number;
  readonly batchRows: number;
  readonly seed: number;
  readonly onStep?: () => void;
}

/** Trains one network: shuffled batches, AdamW, warm-up and cosine, dropout. The same seed, the same bytes. */
export function trainNetwork(training: NetworkTraining): NetworkParameters {
  const { study, rows, head, strength, hidden, seed } = training;
  const batchRows = Math.min(training.batchRows, rows.length);
  const { foretold } = study;
  const shape = shapeFor(head, study.width, hidden, foretold?.positions.length);
  const baseline = marginalLogits(study.exposure, rows, head.ends.length, head.causes);
  const parameters = startingParameters(shape, baseline, seed);
  const gradient = networkParameters(shape);
  const optimiser = new AdamW(decayedParameters(shape), strength.weightDecay);
  const nextRows = batchesOf(rows, batchRows, seed);
  const nextMasks = masksOf(batchRows * hidden, strength.dropout, seed);
  for (let step = 0; step < strength.steps; step++) {
    const batchOfRows = nextRows();
    lossAndGradient(head, parameters, batchFor(study, batchOfRows), gradient, nextMasks());
    optimiser.step(parameters.all, gradient.all, strength.rate * rateShare(step, strength.steps));
    training.onStep?.();
  }
  return withoutForetold(parameters);
}

function batchFor(study: EncodedStudy, rows: Int32Array): Batch {
  const batch = { inputs: study.inputsOf(rows), rows, exposure: study.exposure };
  if (!study.foretold) return batch;
  const values = foretoldValues(study.foretold, rows, study.width, study.inputsOf);
  return { ...batch, foretold: { values, weight: study.foretold.weight } };
}

/** Whole batches from one shuffle of the rows after another; what is left of a shuffle is dropped. */
function batchesOf(rows: Int32Array, batchRows: number, seed: number): () => Int32Array {
  const draws = drawsFor(seed, 2);
  let order = new Int32Array(0);
  let used = 0;
  return () => {
    if (used + batchRows > order.length) {
      order = shuffledPositions(rows.length, draws).map((at) => rows[at]!);
      used = 0;
    }
    used += batchRows;
    return order.subarray(used - batchRows, used);
  };
}

const poolSize = 1 << 18;

/**
 * Masks for each step, cut at random places from one pool of random units; four units are made from one draw,
 * so dropout is in steps of 1/256.
 */
function masksOf(size: number, dropout: number, seed: number): () => DropoutMasks | undefined {
  const dropped = Math.round(dropout * 256);
  if (dropped === 0) return () => undefined;
  const draws = drawsFor(seed, 3);
  const kept = 256 / (256 - dropped);
  const pool = new Float32Array(poolSize + size);
  for (let at = 0; at < pool.length; at += 4) {
    const bits = draws.next();
    for (let byte = 0; byte < 4; byte++) pool[at + byte] = ((bits >>> (8 * byte)) & 255) < dropped ? 0 : kept;
  }
  const cut = () => {
    const start = uniformInt(draws, 0, poolSize);
    return pool.subarray(start, start + size);
  };
  return () => [cut(), cut()];
}
