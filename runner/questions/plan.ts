import middy from '@middy/core';
import { Plan } from '../../data-contracts/schemas/plan.ts';
import { PlanRequest } from '../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import { type Told, told } from '../../functions/core/identity/told.ts';
import { type PlanOutcome, type PlanPorts, requestPlan } from '../../functions/core/plan/request-plan.ts';
import { toldPlan } from '../../functions/core/plan/told-plan.ts';
import type { Occasion } from '../../functions/core/release/gate-question.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { validJob } from '../../functions/valid-job.ts';
import type { PseudonymsOf } from './pseudonyms-of.ts';

export interface PlanContainer {
  /** The ports as they stand for one programme. */
  readonly portsOf: (programme: Programme) => Promise<PlanPorts>;
  /** When this question is asked, and the id under which the audit log knows it. */
  readonly occasionOf: (request: PlanRequest) => Occasion;
  readonly pseudonymsOf: PseudonymsOf;
}

/** An answer as it may be given out. */
export type ToldPlan =
  | Exclude<PlanOutcome, { status: 'planned' }>
  | { readonly status: 'planned'; readonly plan: Told<Plan> };

/** Plans who should be offered which intervention, of those the gate releases. */
export const planHandler = ({ portsOf, occasionOf, pseudonymsOf }: PlanContainer) =>
  middy()
    .use(validJob<PlanRequest>(PlanRequest))
    .handler(async (request): Promise<ToldPlan> => {
      const ports = await portsOf(requireProgramme(request.programme));
      const outcome = await requestPlan(ports, request, occasionOf(request));
      if (outcome.status !== 'planned') return outcome;
      const pseudonyms = await pseudonymsOf(request.requester);
      return { ...outcome, plan: told(Plan, toldPlan(outcome.plan, pseudonyms), pseudonyms) };
    });
