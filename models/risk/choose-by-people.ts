import { additiveMember } from './additive-member.ts';
import { type HazardHead, headLoss } from './hazard-head.ts';
import { networkOutputs } from './hazard-network.ts';
import type { InnerSplit } from './people.ts';
import { trainAdditive } from './train-additive.ts';
import { type EncodedStudy, gather, trainNetwork } from './train-network.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** What was tried and what it cost: mean negative log likelihood per row of people not learnt from. */
export interface Choice<Candidate> {
  readonly chosen: Candidate;
  readonly tried: readonly { readonly candidate: Candidate; readonly loss: number }[];
}

function best<Candidate>(tried: readonly { candidate: Candidate; loss: number }[]): Choice<Candidate> {
  const least = tried.reduce((found, one) => (one.loss < found.loss ? one : found));
  return { chosen: least.candidate, tried };
}

/** Chooses how freely networks learn by what they lose on other people. */
export function chooseStrength(
  study: EncodedStudy,
  splits: readonly InnerSplit[],
  head: HazardHead,
  settings: TrainingSettings,
  seed: number,
  onTried: () => void,
): Choice<StrengthName> {
  const { hidden, batchRows } = settings;
  const tried = settings.strengths.map((candidate) => {
    let loss = 0;
    for (const { learn, judge } of splits) {
      const strength = strengthOf(candidate, learn.length, settings);
      const network = trainNetwork({ study, rows: learn, head, strength, hidden, batchRows, seed });
      const outputs = networkOutputs(network, gather(study, judge).inputs);
      loss += headLoss(head, network.baseline, outputs, study.exposure, judge) / splits.length;
      onTried();
    }
    return { candidate, loss };
  });
  return best(tried);
}

/** Chooses the additive model's ridge likewise; each ridge starts from the stronger one's solution. */
export function chooseRidge(
  study: EncodedStudy,
  splits: readonly InnerSplit[],
  head: HazardHead,
  { ridges }: TrainingSettings,
  onTried: () => void,
): Choice<number> {
  const losses = ridges.map(() => 0);
  for (const { learn, judge } of splits) {
    const inputs = gather(study, judge).inputs;
    let fitted: ReturnType<typeof trainAdditive> | undefined;
    for (let at = ridges.length - 1; at >= 0; at--) {
      fitted = trainAdditive(study, learn, head, ridges[at]!, fitted);
      const outputs = additiveMember(head, fitted).outputs(inputs);
      losses[at]! += headLoss(head, fitted.baseline, outputs, study.exposure, judge) / splits.length;
      onTried();
    }
  }
  return best(ridges.map((candidate, at) => ({ candidate, loss: losses[at]! })));
}
