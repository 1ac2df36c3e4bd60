import type { HazardHead } from './hazard-head.ts';

/** One model of a blend. Its inputs are rows of its own encoding, row-major. */
export interface Member {
  readonly head: HazardHead;
  /** intervals × causes */
  readonly baseline: Float32Array;
  /** rows × outputs */
  outputs(inputs: Float32Array): Float32Array;
  /** The straight way of each row's inputs from the average profile to the row itself. */
  path(inputs: Float32Array, profile: Float32Array): MemberPath;
}

/**
 * A walk along `profile + share · (row − profile)`, used in the order: `outputsAt` a share, then `addSlopes`
 * there, for every point; in the end `writeContributions`, once.
 */
export interface MemberPath {
  /** rows × outputs at a share of the way. */
  outputsAt(share: number): Float32Array;
  /** @param slopes of what is explained, by the outputs just given, per horizon rows × outputs, weighted */
  addSlopes(slopes: readonly Float32Array[]): void;
  /**
   * Adds what each group contributed along the way.
   *
   * @param groupOfInput position of each input's group
   * @param contributions rows × horizons × groups, added to
   */
  writeContributions(groupOfInput: Int32Array, groups: number, contributions: Float64Array): void;
}
