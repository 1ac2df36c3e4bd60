import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { leafAt, type Tree } from '../../models/risk/boosted-trees.ts';
import { encode, encodedWidth, learnEncoding } from '../../models/risk/encoding.ts';
import { growTree } from '../../models/risk/grow-tree.ts';
import { splitsByPerson } from '../../models/risk/people.ts';
import type { PredictorTable } from '../../models/risk/predictor-table.ts';
import { drawsFor, shuffledPositions } from '../../models/risk/random-draws.ts';
import { binInputs } from '../../models/risk/threshold-bins.ts';

/** Rows of people, and the true risk of each at one horizon. */
export interface ToldRows {
  readonly predictors: PredictorTable;
  readonly person: Int32Array;
  readonly truth: Float64Array;
}

/** Nothing was searched for: settings that boosting usually has. */
const settings = { depth: 6, rounds: 300, rate: 0.1, ridge: 1, mostRows: 60_000, inputShare: 0.5 };
const folds = 3;

/**
 * What can be known from the registers: boosted trees that are told the true risks themselves, not what happened, of
 * two thirds of the people, and asked about the third. No model that learns from outcomes can be expected to do
 * better with as many rows; what is missing between this and the true risk is what the registers do not hold.
 *
 * @returns of each row, what is told of it by trees that know nothing of its person; 0 … 1
 */
export function toldTheTruth({ predictors, person, truth }: ToldRows, seed: number): Float64Array {
  const encoding = learnEncoding(predictors, 8);
  const width = encodedWidth(encoding, 'plain');
  const told = new Float64Array(truth.length);
  for (const { learn, judge } of splitsByPerson(person, folds, folds, seed)) {
    const order = shuffledPositions(learn.length, drawsFor(seed, 7)).map((at) => learn[at]!);
    const inputs = encode(encoding, predictors, 'plain', order);
    const { trees, start } = boost(inputs, width, order.length, (row) => truth[order[row]!]!, seed);
    const asked = encode(encoding, predictors, 'plain', judge);
    judge.forEach((row, at) => {
      let logit = start;
      for (const tree of trees) logit += tree.leaves[2 * leafAt(tree, asked, at * width)]!;
      told[row] = 1 / (1 + Math.exp(-logit));
    });
  }
  return told;
}

/** Trees that lower the cross-entropy of probabilities, each row a case by its true risk and none by the rest. */
function boost(
  inputs: Float32Array,
  width: number,
  rows: number,
  truthOf: (row: number) => number,
  seed: number,
): { readonly trees: readonly Tree[]; readonly start: number } {
  const draws = drawsFor(seed, 8);
  const binned = binInputs(inputs, width);
  const truth = Float32Array.from({ length: rows }, (_, row) => truthOf(row));
  const mean = truth.reduce((sum, own) => sum + own / rows, 0);
  const start = Math.log(mean / (1 - mean));
  const logit = new Float64Array(rows).fill(start);
  const length = Math.min(rows, settings.mostRows);
  const still = { excess: new Float32Array(length), curvature: new Float32Array(length).fill(1) };
  const trees = Array.from({ length: settings.rounds }, () => {
    const from = uniformInt(draws, 0, rows - length);
    const seenInputs = shuffledPositions(width, draws).subarray(0, Math.ceil(settings.inputShare * width));
    const level = { excess: new Float32Array(length), curvature: new Float32Array(length) };
    for (let at = 0; at < length; at++) {
      const chance = 1 / (1 + Math.exp(-logit[from + at]!));
      level.excess[at] = truth[from + at]! - chance;
      level.curvature[at] = chance * (1 - chance);
    }
    const tree = emptyTree(settings.depth);
    const seen = { inputs: seenInputs, start: from, end: from + length };
    const leafOf = growTree(tree, binned, seen, { level, trend: still }, settings);
    for (let row = 0; row < rows; row++) logit[row]! += tree.leaves[2 * leafOf[row]!]!;
    return tree;
  });
  return { trees, start };
}

const emptyTree = (depth: number): Tree => ({
  inputs: new Float32Array(depth),
  thresholds: new Float32Array(depth),
  leaves: new Float32Array(2 * 2 ** depth),
});
