import type { EvidenceTag } from '../schemas/evidence-tag.ts';

/** What is too small to be a reason. */
export const reasonLimits = {
  /** Of the estimate: a reason that moves it by less is none. */
  leastShareOfEstimate: 0.01,
  /** In probability: half of the last digit that a reader is shown. */
  leastContribution: 0.0005,
  /** In probability: reasons told to others than the person come in such steps, which many share. */
  step: 0.005,
  reason:
    'A professional cannot weigh what moves an estimate by less than a hundredth of it; the last digit shown is 0.1 percentage points; and an exact size beside a municipality would single people out.',
  evidence: 'inferred',
} as const satisfies { readonly evidence: EvidenceTag } & Record<string, number | string>;
