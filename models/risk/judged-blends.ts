import { type BlendPart, blendedBaseline, blendedOutputs, firstIntervals, outputWeights } from './blend.ts';
import type { JudgedRows } from './calibrate-hazards.ts';
import { type HazardHead, hazardHead, outcomeLossOfRows } from './hazard-head.ts';
import type { PreparedStudy } from './prepare-study.ts';

/** A model fitted on one side of a split, its outputs for the rows of the other side, and its share in a blend. */
export interface JudgedModel extends BlendPart {
  readonly numbers: Float32Array;
  readonly baseline: Float32Array;
  readonly outputs: Float32Array;
}

/** The models of a blend, for one split. */
export type JudgedBlend = readonly JudgedModel[];

/** What was tried and what it cost: loss of the outcome per row of people not learnt from, up to the last horizon. */
export interface Choice<Candidate> {
  readonly chosen: Candidate;
  readonly tried: readonly { readonly candidate: Candidate; readonly loss: number }[];
}

/** A choice, and the chosen blend of each split. */
export interface JudgedChoice<Candidate> {
  readonly choice: Choice<Candidate>;
  readonly ofSplits: readonly JudgedBlend[];
}

/**
 * Tries candidates on the first splits, and takes the one whose blends lose least there, averaged over splits. Its
 * blends of the other splits are made too: what is judged next is judged on all of them.
 *
 * @param tries on how many splits all candidates are tried
 */
export async function chooseBlend<Candidate>(
  prepared: PreparedStudy,
  tries: number,
  candidates: readonly Candidate[],
  blendOf: (candidate: Candidate, split: number) => Promise<JudgedBlend>,
): Promise<JudgedChoice<Candidate>> {
  const tried: { candidate: Candidate; loss: number; ofSplits: JudgedBlend[] }[] = [];
  for (const candidate of candidates) {
    const ofSplits: JudgedBlend[] = [];
    for (let split = 0; split < tries; split++) ofSplits.push(await blendOf(candidate, split));
    const losses = judgedRows(prepared, ofSplits).map((one) => meanOf(outcomeLossesOf(prepared, one)));
    tried.push({ candidate, loss: meanOf(losses), ofSplits });
  }
  const { candidate: chosen, ofSplits } = tried.reduce((found, one) => (one.loss < found.loss ? one : found));
  for (let split = tries; split < prepared.splits.length; split++)
    ofSplits.push(await blendOf(chosen, split));
  return {
    choice: { chosen, tried: tried.map(({ candidate, loss }) => ({ candidate, loss })) },
    ofSplits,
  };
}

/** The head that judged rows are judged by: up to the last horizon, time in its common unit. */
export function judgingHead({ gridEnds, causes, study }: PreparedStudy): HazardHead {
  return firstIntervals(hazardHead(gridEnds, causes, 1), gridEnds.indexOf(study.horizons.at(-1)!) + 1);
}

/** The blend of each split, the first or all, for its judged rows. */
export function judgedRows({ causes, splits }: PreparedStudy, blends: readonly JudgedBlend[]): JudgedRows[] {
  const unstretched = new Array<number>(causes).fill(1);
  return blends.map((models, split) => ({
    rows: splits[split]!.judge,
    baseline: blendedBaseline(
      models.map(({ baseline }) => baseline),
      models,
    ),
    outputs: blendedOutputs(
      models.map(({ outputs }) => outputs),
      models.map((part) => outputWeights(part, unstretched)),
    ),
  }));
}

/**
 * Loss of each judged row up to the last horizon, of the outcome alone: whether it comes in each interval lived
 * through. A competing event is part of what may happen to a person, not of what is asked; where it is commoner than
 * the outcome it would else choose the model.
 */
export function outcomeLossesOf(
  prepared: PreparedStudy,
  { baseline, outputs, rows }: JudgedRows,
): Float64Array {
  return outcomeLossOfRows(judgingHead(prepared), baseline, outputs, prepared.exposure, rows);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum / values.length;
}
