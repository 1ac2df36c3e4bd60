import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { roundSize, roundsOf } from './boosted-trees.ts';
import { growTree, type LeafSettings } from './grow-tree.ts';
import { type HazardHead, headLoss, outputsOf } from './hazard-head.ts';
import { marginalLogits } from './interval-exposure.ts';
import type { Residuals, Seen } from './place-sums.ts';
import { drawsFor, shuffledPositions } from './random-draws.ts';
import { binInputs } from './threshold-bins.ts';
import type { EncodedStudy } from './train-network.ts';

/** How trees learn. */
export interface TreesSettings extends LeafSettings {
  readonly depth: number;
  /** Of the rows, up to a number, and of the inputs, that a round sees. */
  readonly rowShare: number;
  readonly mostRows: number;
  readonly inputShare: number;
}

export interface TreesTraining {
  readonly study: EncodedStudy;
  /** The rows to learn from. */
  readonly rows: Int32Array;
  readonly head: HazardHead;
  readonly settings: TreesSettings;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Trains boosted trees on the likelihood of the hazards. Each round draws rows and inputs, and grows for each
 * cause a tree that parts rows with more events than expected from rows with fewer; then the baseline follows.
 * The same seed gives the same bytes; fewer rounds, the same first rounds.
 *
 * @returns the numbers of all rounds, as `roundsOf` reads them
 * @source Friedman 2002, Stochastic gradient boosting; Therneau, Grambsch & Fleming 1990, Martingale-based
 *   residuals for survival models
 */
export function trainTrees(training: TreesTraining): Float32Array {
  const { study, rows: ordered, head, settings, rounds, seed } = training;
  const draws = drawsFor(seed, 4);
  const rows = shuffledPositions(ordered.length, draws).map((at) => ordered[at]!);
  const shape = { depth: settings.depth, causes: head.causes, intervals: head.ends.length };
  const numbers = new Float32Array(rounds * roundSize(shape));
  const binned = binInputs(study.inputsOf(rows), study.width);
  const outputs = new Float32Array(rows.length * outputsOf(head));
  let baseline = marginalLogits(study.exposure, rows, shape.intervals, shape.causes);
  for (const round of roundsOf(shape, numbers)) {
    const seen = seenIn(rows.length, study.width, settings, draws);
    const { residuals, next } = residualsOf(training, rows, seen, baseline, outputs);
    round.trees.forEach((tree, cause) => {
      const [level, trend] = [residuals[2 * cause]!, residuals[2 * cause + 1]!];
      const leafOf = growTree(tree, binned, seen, { level, trend }, settings);
      addLeaves(tree.leaves, leafOf, outputs, 2 * cause, outputsOf(head));
    });
    baseline = next;
    round.baseline.set(baseline);
  }
  return numbers;
}

/** A stretch of the shuffled rows, and inputs by lot. */
function seenIn(rows: number, width: number, settings: TreesSettings, draws: RandomGenerator): Seen {
  const length = Math.min(settings.mostRows, Math.ceil(settings.rowShare * rows));
  const start = uniformInt(draws, 0, rows - length);
  const inputs = shuffledPositions(width, draws).subarray(0, Math.ceil(settings.inputShare * width));
  return { inputs, start, end: start + length };
}

/** How the hazards of now do by the shuffled rows that are seen, of each output, and the baseline that follows from it. */
function residualsOf(
  { study: { exposure }, head, settings: { rate } }: TreesTraining,
  rows: Int32Array,
  { start, end }: Seen,
  baseline: Float32Array,
  outputs: Float32Array,
): { residuals: Residuals[]; next: Float32Array } {
  const [width, count] = [outputsOf(head), end - start];
  const seenRows = rows.subarray(start, end);
  const gradient = {
    outputs: new Float32Array(count * width),
    curvature: new Float32Array(count * width),
    baseline: new Float64Array(baseline.length),
  };
  headLoss(head, baseline, outputs.subarray(start * width, end * width), exposure, seenRows, gradient);
  const residuals = Array.from({ length: width }, (_, output) => ({
    excess: column(gradient.outputs, output, width, -count),
    curvature: column(gradient.curvature, output, width, count),
  }));
  const events = new Float64Array(baseline.length);
  for (const row of seenRows) {
    const cause = exposure.cause[row]!;
    if (cause > 0) events[exposure.interval[row]! * head.causes + cause - 1]!++;
  }
  const next = baseline.map((logit, cell) => {
    const excess = -count * gradient.baseline[cell]!;
    return logit + (rate * excess) / (events[cell]! - excess + 1);
  });
  return { residuals, next };
}

function column(values: Float32Array, at: number, width: number, factor: number): Float32Array {
  const own = new Float32Array(values.length / width);
  for (let row = 0; row < own.length; row++) own[row] = factor * values[row * width + at]!;
  return own;
}

/** Adds a tree's answers to level and trend of all rows. */
function addLeaves(
  leaves: Float32Array,
  leafOf: Uint8Array,
  outputs: Float32Array,
  output: number,
  width: number,
): void {
  for (let row = 0, at = output; row < leafOf.length; row++, at += width) {
    outputs[at]! += leaves[2 * leafOf[row]!]!;
    outputs[at + 1]! += leaves[2 * leafOf[row]! + 1]!;
  }
}
