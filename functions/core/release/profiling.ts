import type { IntendedUse } from './gate-question.ts';

/**
 * That a person's situation is analysed and the estimate kept: done by the service itself, by schedule, for
 * whoever may be shown it later.
 */
export const profiling: IntendedUse = {
  useCase: 'score-clients',
  requester: { id: 'scheduled-scoring', role: 'knowledge-manager', unit: 'knowledge-management' },
};

/** That it is inferred of a person that they may go without what they need: an analysis of its own beside profiling. */
export const findingHiddenDemand: IntendedUse = { ...profiling, useCase: 'find-hidden-demand' };
