import type { EncodedRows } from './encoded-rows.ts';

/** One model of a blend, at work on rows. */
export interface Member {
  /** rows × outputs */
  outputs(rows: EncodedRows): Float32Array;
  /** The straight way to each row from the row of others that stands in its place. */
  path(from: EncodedRows, rows: EncodedRows): MemberPath;
}

/**
 * A walk along `from + share · (row − from)`, used in the order: `outputsAt` a share, then `addSlopes`
 * there, for every point; in the end `writeContributions`, once.
 */
export interface MemberPath {
  /** rows × outputs at a share of the way; 0 is the start, 1 the row. */
  outputsAt(share: number): Float32Array;
  /**
   * @param slopes of what is explained, by the outputs just given, per horizon rows × outputs, times `stretch`
   * @param stretch the part of the way that the point stands for; all together are 1, in order from the start on
   */
  addSlopes(slopes: readonly Float32Array[], stretch: number): void;
  /**
   * Adds what each feature contributed along the way.
   *
   * @param contributions rows × horizons × features, added to
   */
  writeContributions(features: number, contributions: Float64Array): void;
}
