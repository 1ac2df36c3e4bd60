import type { RefusalReason } from '../../data-contracts/schemas/refusal-reason.ts';
import type { ProblemCode } from '../../data-contracts/vocabularies/problems.ts';
import { refusalReasons } from '../../data-contracts/vocabularies/refusal-reasons.ts';
import { Problem } from './problem.ts';

const problemOfReason: Partial<Record<RefusalReason, ProblemCode>> = {
  'role-not-permitted': 'access-refused',
  'too-many-questions': 'too-many-questions',
};

/** The release gate lets nobody at all out for the question, and why. */
export const gateRefused = (reason: RefusalReason) =>
  new Problem(problemOfReason[reason] ?? 'gate-refused', {
    detailIn: (language) => refusalReasons[reason][language],
  });
