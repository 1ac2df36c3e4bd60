import { type TreesRound, treeOutputs } from './boosted-trees.ts';
import type { EncodedRows } from './encoded-rows.ts';
import type { Member, MemberPath } from './member.ts';
import { jumpsAlong, type TreeJumps } from './tree-jumps.ts';

/** Boosted trees at work. */
export class TreeMember implements Member {
  readonly #rounds: readonly TreesRound[];
  readonly #featureOfInput: Int32Array;

  /** @param featureOfInput position of each input's feature */
  constructor(rounds: readonly TreesRound[], featureOfInput: Int32Array) {
    this.#rounds = rounds;
    this.#featureOfInput = featureOfInput;
  }

  outputs(rows: EncodedRows): Float32Array {
    return treeOutputs(this.#rounds, rows.inputs('plain'), this.#featureOfInput.length);
  }

  path(from: EncodedRows, rows: EncodedRows): MemberPath {
    const [start, values] = [from, rows].map((each) => each.inputs('plain'));
    return new TreePath(this.#rounds, start!, values!, this.#featureOfInput);
  }
}

/**
 * Along the way a tree stands still, but where an input passes a threshold: there the answer jumps, and the jump is
 * that input's. What is explained moves by the jump times its slope on that stretch of the way.
 */
export class TreePath implements MemberPath {
  readonly #rounds: readonly TreesRound[];
  /** rows × inputs */
  readonly #start: Float32Array;
  readonly #values: Float32Array;
  readonly #featureOfInput: Int32Array;
  readonly #stretches: { readonly end: number; readonly slopes: readonly Float32Array[] }[] = [];
  #jumps: TreeJumps | undefined;
  #startOutputs: Float32Array | undefined;

  constructor(
    rounds: readonly TreesRound[],
    start: Float32Array,
    values: Float32Array,
    featureOfInput: Int32Array,
  ) {
    this.#rounds = rounds;
    this.#start = start;
    this.#values = values;
    this.#featureOfInput = featureOfInput;
  }

  outputsAt(share: number): Float32Array {
    const width = this.#featureOfInput.length;
    if (share === 1) return treeOutputs(this.#rounds, this.#values, width);
    this.#startOutputs ??= treeOutputs(this.#rounds, this.#start, width);
    const outputs = this.#startOutputs.slice();
    if (share === 0) return outputs;
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

  writeContributions(features: number, contributions: Float64Array): void {
    const perRow = 2 * this.#rounds[0]!.trees.length;
    const { share, output, input, level, trend } = this.#ownJumps();
    for (let at = 0; at < share.length; at++) {
      const { slopes } = this.#stretches.find(({ end }) => share[at]! <= end) ?? this.#stretches.at(-1)!;
      const row = Math.floor(output[at]! / perRow);
      for (let horizon = 0; horizon < slopes.length; horizon++) {
        const slope = slopes[horizon]!;
        contributions[(row * slopes.length + horizon) * features + this.#featureOfInput[input[at]!]!]! +=
          slope[output[at]!]! * level[at]! + slope[output[at]! + 1]! * trend[at]!;
      }
    }
  }

  #ownJumps(): TreeJumps {
    this.#jumps ??= jumpsAlong(this.#rounds, this.#start, this.#values, this.#featureOfInput.length);
    return this.#jumps;
  }
}
