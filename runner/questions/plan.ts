import middy from '@middy/core';
import { PlanRequest } from '../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { type PlanPorts, requestPlan } from '../../functions/core/plan/request-plan.ts';
import type { Occasion } from '../../functions/core/release/gate-question.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';

export interface PlanContainer {
  /** The ports as they stand for one programme. */
  readonly portsOf: (programme: Programme) => Promise<PlanPorts>;
  /** When this question is asked, and the id under which the audit log knows it. */
  readonly occasionOf: (request: PlanRequest) => Occasion;
}

/** Plans who should be offered which intervention, of those the gate releases. */
export const planHandler = ({ portsOf, occasionOf }: PlanContainer) =>
  middy()
    .use(validJob<PlanRequest>(PlanRequest))
    .handler(async (request) =>
      requestPlan(await portsOf(requireProgramme(request.programme)), request, occasionOf(request)),
    );
