import { type AdditiveParameters, additiveMember } from './additive-member.ts';
import { type Blend, blendedIncidence } from './blend.ts';
import { hazardHead } from './hazard-head.ts';
import { incidenceLoss } from './incidence-loss.ts';
import type { Member } from './member.ts';
import { networkMember } from './network-member.ts';
import type { InnerSplit } from './people.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { trainAdditive } from './train-additive.ts';
import { gather, trainNetwork } from './train-network.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** What was tried and what it cost: loss per row of people not learnt from, up to the last horizon. */
export interface Choice<Candidate> {
  readonly chosen: Candidate;
  readonly tried: readonly { readonly candidate: Candidate; readonly loss: number }[];
}

/** A member fitted on one side of a split, and its outputs for the rows of the other side. */
interface JudgedMember {
  readonly member: Member;
  readonly outputs: Float32Array;
}

/** The ridge chosen, and the additive model it gave in each split. */
export interface RidgeChoice {
  readonly choice: Choice<number>;
  readonly ofSplits: readonly JudgedAdditive[];
}

interface JudgedAdditive extends JudgedMember {
  readonly parameters: AdditiveParameters;
}

/** Chooses the additive model's ridge; each ridge starts from the stronger one's solution. */
export function chooseRidge(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  onTried: () => void,
): RidgeChoice {
  const study = prepared.encoded.curves;
  const head = hazardHead(prepared.gridEnds, prepared.causes, settings.additiveTimeScale);
  const bySplit = prepared.splits.map(({ learn, judge }) => {
    const inputs = gather(study, judge).inputs;
    let parameters: AdditiveParameters | undefined;
    const strongestFirst = settings.ridges.toReversed().map((ridge): JudgedAdditive => {
      parameters = trainAdditive(study, learn, head, ridge, parameters);
      onTried();
      const member = additiveMember(head, parameters);
      return { member, parameters, outputs: member.outputs(inputs) };
    });
    return strongestFirst.reverse();
  });
  const tried = settings.ridges.map((candidate, at) => ({
    candidate,
    loss: meanLoss(prepared, (split) => [bySplit[split]![at]!]),
  }));
  const chosen = best(tried);
  const at = settings.ridges.indexOf(chosen);
  return { choice: { chosen, tried }, ofSplits: bySplit.map((ofRidges) => ofRidges[at]!) };
}

/**
 * Chooses how freely networks learn, by what the blend of one network with the additive model loses: beside
 * a model that is steady by nature, a network may be freer than it could be alone.
 */
export function chooseStrength(
  prepared: PreparedStudy,
  additive: readonly JudgedMember[],
  settings: TrainingSettings,
  onTried: () => void,
): Choice<StrengthName> {
  const { hidden, batchRows } = settings;
  const study = prepared.encoded['normal-scores'];
  const head = hazardHead(prepared.gridEnds, prepared.causes, settings.networkTimeScale);
  const { seed } = prepared.study;
  const trained = (candidate: StrengthName, { learn, judge }: InnerSplit): JudgedMember => {
    const strength = strengthOf(candidate, learn.length, settings);
    const network = trainNetwork({ study, rows: learn, head, strength, hidden, batchRows, seed });
    onTried();
    const member = networkMember(head, network);
    return { member, outputs: member.outputs(gather(study, judge).inputs) };
  };
  const tried = settings.strengths.map((candidate) => ({
    candidate,
    loss: meanLoss(prepared, (split) => [additive[split]!, trained(candidate, prepared.splits[split]!)]),
  }));
  return { chosen: best(tried), tried };
}

function best<Candidate>(tried: readonly { candidate: Candidate; loss: number }[]): Candidate {
  return tried.reduce((found, one) => (one.loss < found.loss ? one : found)).candidate;
}

/** Loss of an even blend, averaged over the splits. */
function meanLoss(
  { study, encoded, gridEnds, splits }: PreparedStudy,
  judgedIn: (split: number) => readonly JudgedMember[],
): number {
  const counted = gridEnds.indexOf(study.horizons.at(-1)!) + 1;
  const losses = splits.map(({ judge }, split) => {
    const judged = judgedIn(split);
    const blend: Blend = {
      members: judged.map(({ member }) => member),
      shares: judged.map(() => 1 / judged.length),
    };
    const incidence = blendedIncidence(
      blend,
      judged.map(({ outputs }) => outputs),
    );
    return incidenceLoss(incidence, encoded.curves.exposure, judge, gridEnds.length, counted);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
