import middy from '@middy/core';
import { CheckUpPlan, CheckUpPlanRequest } from '../../data-contracts/schemas/check-up-plan.ts';
import { HiddenDemandList, HiddenDemandRequest } from '../../data-contracts/schemas/hidden-demand-list.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import {
  type HiddenStatisticsPorts,
  readHiddenStatistics,
} from '../../functions/core/hidden-demand/hidden-statistics.ts';
import {
  type CheckUpOutcome,
  type CheckUpPorts,
  planCheckUps,
} from '../../functions/core/hidden-demand/plan-check-ups.ts';
import {
  type HiddenDemandOutcome,
  type HiddenDemandPorts,
  requestHiddenDemand,
} from '../../functions/core/hidden-demand/request-hidden-demand.ts';
import { inToldOrder, planInToldOrder } from '../../functions/core/hidden-demand/told-list.ts';
import { type Told, told } from '../../functions/core/identity/told.ts';
import { requireProgramme } from '../../functions/core/require-programme.ts';
import { StatisticsAsked } from '../../functions/core/statistics/read-statistics.ts';
import { validJob } from '../../functions/valid-job.ts';
import type { PseudonymsOf } from './pseudonyms-of.ts';

export interface HiddenDemandContainer {
  readonly portsOf: (programme: Programme) => Promise<HiddenDemandPorts>;
  readonly pseudonymsOf: PseudonymsOf;
}

/** An answer as it may be given out. */
export type ToldHiddenDemand =
  | Exclude<HiddenDemandOutcome, { status: 'answered' }>
  | { readonly status: 'answered'; readonly list: Told<HiddenDemandList> };

/** Answers a planner: who is worth a check-up, of those the gate releases. */
export const hiddenDemandHandler = ({ portsOf, pseudonymsOf }: HiddenDemandContainer) =>
  middy()
    .use(validJob<HiddenDemandRequest>(HiddenDemandRequest))
    .handler(async (request): Promise<ToldHiddenDemand> => {
      const ports = await portsOf(requireProgramme(request.programme));
      const occasion = { at: ports.clock.now(), requestId: ports.newId() };
      const outcome = await requestHiddenDemand(ports, request, occasion);
      if (outcome.status !== 'answered') return outcome;
      const pseudonyms = await pseudonymsOf(request.requester);
      return { ...outcome, list: told(HiddenDemandList, inToldOrder(outcome.list, pseudonyms), pseudonyms) };
    });

export interface CheckUpContainer {
  readonly portsOf: (programme: Programme) => Promise<CheckUpPorts>;
  readonly pseudonymsOf: PseudonymsOf;
}

/** An answer as it may be given out. */
export type ToldCheckUps =
  | Exclude<CheckUpOutcome, { status: 'planned' }>
  | { readonly status: 'planned'; readonly plan: Told<CheckUpPlan> };

/** Plans who of those worth a check-up should be offered one, of those the gate releases. */
export const checkUpHandler = ({ portsOf, pseudonymsOf }: CheckUpContainer) =>
  middy()
    .use(validJob<CheckUpPlanRequest>(CheckUpPlanRequest))
    .handler(async (request): Promise<ToldCheckUps> => {
      const ports = await portsOf(requireProgramme(request.programme));
      const outcome = await planCheckUps(ports, request, { at: ports.clock.now(), requestId: ports.newId() });
      if (outcome.status !== 'planned') return outcome;
      const pseudonyms = await pseudonymsOf(request.requester);
      return { ...outcome, plan: told(CheckUpPlan, planInToldOrder(outcome.plan, pseudonyms), pseudonyms) };
    });

/** Counts of those worth a check-up that give nobody away. */
export const hiddenStatisticsHandler = (portsOf: (programme: Programme) => Promise<HiddenStatisticsPorts>) =>
  middy()
    .use(validJob(StatisticsAsked))
    .handler(async (asked) => readHiddenStatistics(await portsOf(requireProgramme(asked.programme)), asked));
