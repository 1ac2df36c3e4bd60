import { type TreesRound, treeOutputs } from './boosted-trees.ts';
import { type Encoding, encode } from './encoding.ts';
import type { Member, MemberPath } from './member.ts';
import type { PredictorTable } from './predictor-table.ts';
import { jumpsAlong, type TreeJumps } from './tree-jumps.ts';

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
  #jumps: TreeJumps | undefined;

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
    if (share === 1) return treeOutputs(this.#rounds, this.#values, this.#profile.length);
    const start = treeOutputs(this.#rounds, this.#profile, this.#profile.length);
    const rows = this.#values.length / this.#profile.length;
    const outputs = Float32Array.from({ length: rows * start.length }, (_, at) => start[at % start.length]!);
    const { share: passed, output, level, trend } = this.#ownJumps();
    for (let at = 0; at < passed.length; at++) {
      if (passed[at]! > share) continue;
      outputs[output[at]!]! += level[at]!;
      outputs[output[at]! + 1]! += trend[at]!;
    }
    return outputs;
  }

  addSlopes(slopes: readonly Float32Array[], stretch: number): void {
    const end = (this.#stretches.at(-1)?.end ?? 0) + stretch;
    this.#stretches.push({ end, slopes: slopes.map((slope) => slope.map((one) => one / stretch)) });
  }

  writeContributions(groups: number, contributions: Float64Array): void {
    const perRow = 2 * this.#rounds[0]!.trees.length;
    const { share, output, input, level, trend } = this.#ownJumps();
    for (let at = 0; at < share.length; at++) {
      const { slopes } = this.#stretches.find(({ end }) => share[at]! <= end) ?? this.#stretches.at(-1)!;
      const row = Math.floor(output[at]! / perRow);
      for (let horizon = 0; horizon < slopes.length; horizon++) {
        const slope = slopes[horizon]!;
        contributions[(row * slopes.length + horizon) * groups + this.#groupOfInput[input[at]!]!]! +=
          slope[output[at]!]! * level[at]! + slope[output[at]! + 1]! * trend[at]!;
      }
    }
  }

  #ownJumps(): TreeJumps {
    this.#jumps ??= jumpsAlong(this.#rounds, this.#values, this.#profile);
    return this.#jumps;
  }
}
