import type { RefusalReason } from '../../data-contracts/schemas/refusal-reason.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { Problem } from './problem.ts';

/** The release gate lets nobody at all out for the question, and why. */
export const gateRefused = (reason: RefusalReason) =>
  new Problem(reason === 'role-not-permitted' ? 'access-refused' : 'gate-refused', {
    detailIn: (language) => refusalReasons[reason][language],
  });
