import { leafAt, type Tree, type TreesRound } from './boosted-trees.ts';

/** Where trees' answers change on the straight ways between rows, one entry a change. */
export interface TreeJumps {
  /** How far on the way: 0 … 1. */
  readonly share: Float32Array;
  /** The input that passes its threshold there. */
  readonly input: Uint16Array;
  /** Position of the level that jumps in rows × outputs; its trend is the next. */
  readonly output: Int32Array;
  /** By how much. */
  readonly level: Float32Array;
  readonly trend: Float32Array;
}

/**
 * All jumps of all trees, each tree's in the order of the way.
 *
 * @param from rows × inputs, where the ways start
 * @param values rows × inputs, where they end
 * @param width inputs of a row
 */
export function jumpsAlong(
  rounds: readonly TreesRound[],
  from: Float32Array,
  values: Float32Array,
  width: number,
): TreeJumps {
  const trees = rounds.flatMap((round) => round.trees.map((tree, cause) => ({ tree, cause })));
  const leaves = (tree: Tree, of: Float32Array) => {
    const reached = new Uint8Array(values.length / width);
    for (let row = 0; row < reached.length; row++) reached[row] = leafAt(tree, of, row * width);
    return reached;
  };
  const starts = trees.map(({ tree }) => leaves(tree, from));
  const changed = trees.map(({ tree }, which) => {
    const reached = leaves(tree, values);
    for (let row = 0; row < reached.length; row++) reached[row]! ^= starts[which]![row]!;
    return reached;
  });
  const jumps = emptyJumps(
    changed.reduce((sum, ofTree) => sum + ofTree.reduce((bits, one) => bits + bitsIn(one), 0), 0),
  );
  const perRow = 2 * rounds[0]!.trees.length;
  let at = 0;
  trees.forEach(({ tree, cause }, which) => {
    changed[which]!.forEach((bits, row) => {
      let [leaf, left] = [starts[which]![row]!, bits];
      while (left !== 0) {
        const { depth, share } = firstCrossing(tree, from, values, row * width, left);
        const next = leaf ^ bitOf(tree, depth);
        jumps.share[at] = share;
        jumps.input[at] = tree.inputs[depth]!;
        jumps.output[at] = row * perRow + 2 * cause;
        jumps.level[at] = tree.leaves[2 * next]! - tree.leaves[2 * leaf]!;
        jumps.trend[at] = tree.leaves[2 * next + 1]! - tree.leaves[2 * leaf + 1]!;
        at++;
        left ^= next ^ leaf;
        leaf = next;
      }
    });
  });
  return jumps;
}

function emptyJumps(count: number): TreeJumps {
  return {
    share: new Float32Array(count),
    input: new Uint16Array(count),
    output: new Int32Array(count),
    level: new Float32Array(count),
    trend: new Float32Array(count),
  };
}

/** Which of the questions whose answers still change is passed first, and how far on the way. */
function firstCrossing(
  tree: Tree,
  from: Float32Array,
  values: Float32Array,
  row: number,
  left: number,
): { depth: number; share: number } {
  let [first, least] = [0, Number.POSITIVE_INFINITY];
  for (let depth = 0; depth < tree.inputs.length; depth++) {
    if ((left & bitOf(tree, depth)) === 0) continue;
    const at = row + tree.inputs[depth]!;
    const share = (tree.thresholds[depth]! - from[at]!) / (values[at]! - from[at]!);
    if (share < least) [first, least] = [depth, share];
  }
  return { depth: first, share: least };
}

const bitOf = ({ inputs }: Tree, depth: number) => 1 << (inputs.length - 1 - depth);

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left > 0; left >>= 1) bits += left & 1;
  return bits;
}
