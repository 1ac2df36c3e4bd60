import middy from '@middy/core';
import { CohortRequest } from '../../data-contracts/schemas/cohort-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { type CohortPorts, requestCohort } from '../../functions/core/cohort/request-cohort.ts';
import type { Occasion } from '../../functions/core/release/gate-question.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';

export interface CohortContainer {
  /** The ports as they stand for one programme. */
  readonly portsOf: (programme: Programme) => Promise<CohortPorts>;
  /** When this question is asked, and the id under which the audit log knows it. */
  readonly occasionOf: (request: CohortRequest) => Occasion;
}

/** Answers a planner: who is likeliest to need heavy services, of those the gate releases. */
export const cohortHandler = ({ portsOf, occasionOf }: CohortContainer) =>
  middy()
    .use(validJob<CohortRequest>(CohortRequest))
    .handler(async (request) =>
      requestCohort(await portsOf(requireProgramme(request.programme)), request, occasionOf(request)),
    );
