import middy from '@middy/core';
import { Cohort } from '../../data-contracts/schemas/cohort.ts';
import { CohortRequest } from '../../data-contracts/schemas/cohort-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import {
  type CohortOutcome,
  type CohortPorts,
  requestCohort,
} from '../../functions/core/cohort/request-cohort.ts';
import { inToldOrder } from '../../functions/core/cohort/told-order.ts';
import { type Told, told } from '../../functions/core/identity/told.ts';
import type { Occasion } from '../../functions/core/release/gate-question.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';
import type { PseudonymsOf } from './pseudonyms-of.ts';

export interface CohortContainer {
  /** The ports as they stand for one programme. */
  readonly portsOf: (programme: Programme) => Promise<CohortPorts>;
  /** When this question is asked, and the id under which the audit log knows it. */
  readonly occasionOf: (request: CohortRequest) => Occasion;
  readonly pseudonymsOf: PseudonymsOf;
}

/** An answer as it may be given out. */
export type ToldCohort =
  | Exclude<CohortOutcome, { status: 'answered' }>
  | { readonly status: 'answered'; readonly cohort: Told<Cohort> };

/** Answers a planner: who is likeliest to need heavy services, of those the gate releases. */
export const cohortHandler = ({ portsOf, occasionOf, pseudonymsOf }: CohortContainer) =>
  middy()
    .use(validJob<CohortRequest>(CohortRequest))
    .handler(async (request): Promise<ToldCohort> => {
      const ports = await portsOf(requireProgramme(request.programme));
      const outcome = await requestCohort(ports, request, occasionOf(request));
      if (outcome.status !== 'answered') return outcome;
      const pseudonyms = await pseudonymsOf(request.requester);
      const cohort = told(Cohort, inToldOrder(outcome.cohort, pseudonyms), pseudonyms);
      return { ...outcome, cohort };
    });
