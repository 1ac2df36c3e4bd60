import { leafAt, type Tree, type TreesRound, treeOutputs } from './boosted-trees.ts';
import { type Encoding, encode } from './encoding.ts';
import type { Member, MemberPath } from './member.ts';
import type { PredictorTable } from './predictor-table.ts';

/** Boosted trees at work. */
export class TreeMember implements Member {
  readonly #encoding: Encoding;
  readonly #rounds: readonly TreesRound[];
  readonly #profile: Float32Array;
  readonly #groupOfInput: Int32Array;

  /**
   * @param profile mean of each input
   * @param groupOfInput position of each input's group
   */
  constructor(
    encoding: Encoding,
    rounds: readonly TreesRound[],
    profile: Float32Array,
    groupOfInput: Int32Array,
  ) {
    this.#encoding = encoding;
    this.#rounds = rounds;
    this.#profile = profile;
    this.#groupOfInput = groupOfInput;
  }

  outputs(table: PredictorTable): Float32Array {
    return treeOutputs(this.#rounds, encode(this.#encoding, table, 'plain'), this.#profile.length);
  }

  path(table: PredictorTable): MemberPath {
    const values = encode(this.#encoding, table, 'plain');
    return new TreePath(this.#rounds, values, this.#profile, this.#groupOfInput);
  }
}

/**
 * Along the way a tree stands still, but where an input passes a threshold: there the answer jumps, and the jump is
 * that input's. What is explained moves by the jump times its slope on that stretch of the way.
 */
export class TreePath implements MemberPath {
  readonly #rounds: readonly TreesRound[];
  readonly #values: Float32Array;
  readonly #profile: Float32Array;
  readonly #groupOfInput: Int32Array;
  readonly #stretches: { readonly end: number; readonly slopes: readonly Float32Array[] }[] = [];

  constructor(
    rounds: readonly TreesRound[],
    values: Float32Array,
    profile: Float32Array,
    groupOfInput: Int32Array,
  ) {
    this.#rounds = rounds;
    this.#values = values;
    this.#profile = profile;
    this.#groupOfInput = groupOfInput;
  }

  outputsAt(share: number): Float32Array {
    const profile = this.#profile;
    const width = profile.length;
    if (share === 1) return treeOutputs(this.#rounds, this.#values, width);
    const between = this.#values.map(
      (value, at) => profile[at % width]! + share * (value - profile[at % width]!),
    );
    return treeOutputs(this.#rounds, between, width);
  }

  addSlopes(slopes: readonly Float32Array[], stretch: number): void {
    const end = (this.#stretches.at(-1)?.end ?? 0) + stretch;
    this.#stretches.push({ end, slopes: slopes.map((slope) => slope.map((one) => one / stretch)) });
  }

  writeContributions(groups: number, contributions: Float64Array): void {
    const width = this.#profile.length;
    for (const { trees } of this.#rounds) {
      trees.forEach((tree, cause) => {
        const start = leafAt(tree, this.#profile, 0);
        for (let row = 0, at = 0; at < this.#values.length; row++, at += width) {
          let leaf = start;
          let changed = start ^ leafAt(tree, this.#values, at);
          while (changed !== 0) {
            const depth = this.#firstCrossing(tree, at, changed);
            const bit = bitOf(tree, depth);
            this.#addJump({ tree, cause, row, depth, from: leaf, to: leaf ^ bit }, groups, contributions);
            leaf ^= bit;
            changed ^= bit;
          }
        }
      });
    }
  }

  /** Which of the questions whose answer changes on the way to a row, its values from `at` on, changes first. */
  #firstCrossing(tree: Tree, at: number, changed: number): number {
    let [first, least] = [0, Number.POSITIVE_INFINITY];
    for (let depth = 0; depth < tree.inputs.length; depth++) {
      if ((changed & bitOf(tree, depth)) === 0) continue;
      const share = this.#crossing(tree, depth, at);
      if (share < least) [first, least] = [depth, share];
    }
    return first;
  }

  /** How far on the way to a row an answer changes: 0 … 1. */
  #crossing({ inputs, thresholds }: Tree, depth: number, at: number): number {
    const input = inputs[depth]!;
    const from = this.#profile[input]!;
    return (thresholds[depth]! - from) / (this.#values[at + input]! - from);
  }

  #addJump({ tree, cause, row, depth, from, to }: Jump, groups: number, contributions: Float64Array): void {
    const share = this.#crossing(tree, depth, row * this.#profile.length);
    const { slopes } = this.#stretches.find(({ end }) => share <= end) ?? this.#stretches.at(-1)!;
    const group = this.#groupOfInput[tree.inputs[depth]!]!;
    const [level, trend] = [0, 1].map((one) => tree.leaves[2 * to + one]! - tree.leaves[2 * from + one]!);
    const output = row * 2 * this.#rounds[0]!.trees.length + 2 * cause;
    slopes.forEach((slope, horizon) => {
      contributions[(row * slopes.length + horizon) * groups + group]! +=
        slope[output]! * level! + slope[output + 1]! * trend!;
    });
  }
}

/** The step from one leaf to another where the way crosses a threshold. */
interface Jump {
  readonly tree: Tree;
  readonly cause: number;
  readonly row: number;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

const bitOf = ({ inputs }: Tree, depth: number) => 1 << (inputs.length - 1 - depth);
