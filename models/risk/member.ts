import type { PredictorTable } from './predictor-table.ts';

/** One model of a blend, at work on a table's rows. */
export interface Member {
  /** rows × outputs */
  outputs(table: PredictorTable): Float32Array;
  /** The straight way of each row from the average profile to the row itself. */
  path(table: PredictorTable): MemberPath;
}

/**
 * A walk along `profile + share · (row − profile)`, used in the order: `outputsAt` a share, then `addSlopes`
 * there, for every point; in the end `writeContributions`, once.
 */
export interface MemberPath {
  /** rows × outputs at a share of the way; 0 is the profile, 1 the row. */
  outputsAt(share: number): Float32Array;
  /**
   * @param slopes of what is explained, by the outputs just given, per horizon rows × outputs, times `stretch`
   * @param stretch the part of the way that the point stands for; all together are 1, in order from the profile on
   */
  addSlopes(slopes: readonly Float32Array[], stretch: number): void;
  /**
   * Adds what each group contributed along the way.
   *
   * @param contributions rows × horizons × groups, added to
   */
  writeContributions(groups: number, contributions: Float64Array): void;
}
