import { transposed } from './matrices.ts';

/**
 * Boosted trees of hazards. Every round holds the baseline as it is after it and a tree for each cause, which
 * adds to the cause's level and trend. Trees are symmetric: all nodes of a depth ask the same question, so that a
 * tree is a list of questions and a table of answers; and the first rounds of a model are a model.
 *
 * @source Prokhorenkova et al. 2018, CatBoost: unbiased boosting with categorical features (symmetric trees)
 */
export interface TreesShape {
  readonly depth: number;
  readonly causes: number;
  readonly intervals: number;
}

/** One tree: an answer's place is made of bits, the first question's highest; a bit is 1 above the threshold. */
export interface Tree {
  /** Of each depth, the input that is asked about. */
  readonly inputs: Float32Array;
  readonly thresholds: Float32Array;
  /** What is added to level and trend: 2^depth × 2. */
  readonly leaves: Float32Array;
}

/** One round: the baseline after it, intervals × causes, and a tree for each cause. */
export interface TreesRound {
  readonly baseline: Float32Array;
  readonly trees: readonly Tree[];
}

const treeSize = (depth: number) => 2 * depth + 2 * 2 ** depth;

/** How many numbers a round has. */
export function roundSize({ depth, causes, intervals }: TreesShape): number {
  return causes * (intervals + treeSize(depth));
}

/** Rounds as views of their numbers, to be read or written. */
export function roundsOf(shape: TreesShape, numbers: Float32Array): TreesRound[] {
  const { depth, causes, intervals } = shape;
  const size = roundSize(shape);
  return Array.from({ length: numbers.length / size }, (_, round) => {
    const treesStart = round * size + intervals * causes;
    const trees = Array.from({ length: causes }, (_, cause): Tree => {
      const at = treesStart + cause * treeSize(depth);
      return {
        inputs: numbers.subarray(at, at + depth),
        thresholds: numbers.subarray(at + depth, at + 2 * depth),
        leaves: numbers.subarray(at + 2 * depth, at + treeSize(depth)),
      };
    });
    return { baseline: numbers.subarray(round * size, treesStart), trees };
  });
}

/** The leaf that a row comes to, its inputs from `start` on. */
export function leafAt({ inputs, thresholds }: Tree, values: Float32Array, start: number): number {
  let leaf = 0;
  for (let at = 0; at < inputs.length; at++)
    leaf = 2 * leaf + (values[start + inputs[at]!]! > thresholds[at]! ? 1 : 0);
  return leaf;
}

/**
 * Outputs of encoded rows.
 *
 * @param values rows × width
 * @returns rows × (level, trend) of each cause
 */
export function treeOutputs(
  rounds: readonly TreesRound[],
  values: Float32Array,
  width: number,
): Float32Array {
  const perRow = 2 * rounds[0]!.trees.length;
  const rows = values.length / width;
  const outputs = new Float32Array(rows * perRow);
  const columns = transposed(values, rows, width);
  const leafOf = new Uint8Array(rows);
  for (const { trees } of rounds) {
    trees.forEach((tree, cause) => {
      findLeaves(tree, columns, leafOf);
      const { leaves } = tree;
      for (let row = 0, out = 2 * cause; row < rows; row++, out += perRow) {
        const leaf = 2 * leafOf[row]!;
        outputs[out]! += leaves[leaf]!;
        outputs[out + 1]! += leaves[leaf + 1]!;
      }
    });
  }
  return outputs;
}

/** The leaves that all rows come to: one question after the other, each along its column. */
function findLeaves({ inputs, thresholds }: Tree, columns: Float32Array, leafOf: Uint8Array): void {
  leafOf.fill(0);
  for (let at = 0; at < inputs.length; at++) {
    const threshold = thresholds[at]!;
    for (let row = 0, cell = inputs[at]! * leafOf.length; row < leafOf.length; row++, cell++)
      leafOf[row] = 2 * leafOf[row]! + Number(columns[cell]! > threshold);
  }
}
