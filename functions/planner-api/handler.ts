import { plannerOperations } from '../../data-contracts/api/planner.ts';
import type { Preset } from '../../data-contracts/schemas/asked-people.ts';
import { CheckUpPlanRequest } from '../../data-contracts/schemas/check-up-plan.ts';
import { CohortRequest } from '../../data-contracts/schemas/cohort-request.ts';
import { HiddenDemandRequest } from '../../data-contracts/schemas/hidden-demand-list.ts';
import { PlanRequest } from '../../data-contracts/schemas/plan-request.ts';
import type { Programme } from '../../data-contracts/schemas/programme.ts';
import type { ServiceStatusRule } from '../../data-contracts/schemas/service-status-rule.ts';
import { presetsInWords } from '../core/cohort/presets-in-words.ts';
import { type CohortPorts, requestCohort } from '../core/cohort/request-cohort.ts';
import { inToldOrder } from '../core/cohort/told-order.ts';
import { readHiddenStatistics } from '../core/hidden-demand/hidden-statistics.ts';
import { type CheckUpPorts, planCheckUps } from '../core/hidden-demand/plan-check-ups.ts';
import { type HiddenDemandPorts, requestHiddenDemand } from '../core/hidden-demand/request-hidden-demand.ts';
import { inToldOrder as inToldListOrder, planInToldOrder } from '../core/hidden-demand/told-list.ts';
import { progressOfLists } from '../core/outreach/list-progress.ts';
import { type MakeListPorts, makeOutreachList } from '../core/outreach/make-outreach-list.ts';
import { namedUnits, type UnitPorts } from '../core/outreach/named-units.ts';
import type { OutreachPorts } from '../core/outreach/outreach-ports.ts';
import { previewOutreachList } from '../core/outreach/preview-outreach-list.ts';
import { type PlanPorts, requestPlan } from '../core/plan/request-plan.ts';
import { toldPlan } from '../core/plan/told-plan.ts';
import type { KeptAnswers } from '../core/ports/kept-answers.ts';
import { type QualityPorts, readRecordingQuality } from '../core/quality/read-recording-quality.ts';
import { accessInLog } from '../core/release/access-in-log.ts';
import type { PresetRefused } from '../core/release/meant-people.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { readStatistics, type StatisticsPorts } from '../core/statistics/read-statistics.ts';
import { type ApiContainer, apiHandler } from '../http/api-handler.ts';
import { gateRefused } from '../http/gate-refused.ts';
import { answeredOnce } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { refuseLongPlan, withinPeople } from '../http/plan-bounds.ts';
import { Problem } from '../http/problem.ts';
import { checked, route } from '../http/route.ts';

/** The ports of planning as they stand for one programme. */
export interface PlannerContainer extends ApiContainer {
  readonly cohortPortsOf: (programme: Programme) => Promise<CohortPorts>;
  readonly hiddenPortsOf: (programme: Programme) => Promise<HiddenDemandPorts>;
  readonly checkUpPortsOf: (programme: Programme) => Promise<CheckUpPorts>;
  readonly planPortsOf: (programme: Programme) => Promise<PlanPorts>;
  readonly listPortsOf: (programme: Programme) => Promise<MakeListPorts>;
  readonly followPorts: () => Promise<OutreachPorts>;
  readonly statisticsPortsOf: (programme: Programme) => Promise<StatisticsPorts>;
  readonly qualityPorts: QualityPorts;
  readonly unitPorts: UnitPorts;
  /** The county's own, read anew at each question. */
  readonly presets: () => Promise<readonly Preset[]>;
  readonly serviceStatusRules: () => Promise<readonly ServiceStatusRule[]>;
  readonly answers: KeptAnswers;
}

/** Answers planners: cohorts, plans, statistics, and lists for teams; nobody is named to them. */
export const plannerHandler = (container: PlannerContainer) => {
  const { clock, answers } = container;
  return apiHandler(container, [
    route(plannerOperations.askCohort, async ({ body, requester, language, requestId, pseudonyms }) => {
      const request = checked(CohortRequest, { language, ...body, purpose: 'planning', requester }, '');
      const ports = await container.cohortPortsOf(requireProgramme(request.programme));
      const outcome = await requestCohort(ports, request, { at: clock.now(), requestId });
      if (outcome.status === 'answered') return inToldOrder(outcome.cohort, pseudonyms!);
      if (outcome.status === 'refused') throw gateRefused(outcome.reason);
      if (outcome.status === 'horizon-not-in-programme') throw wrongHorizon(outcome);
      throw badPreset(outcome);
    }),
    route(plannerOperations.askHiddenDemand, async ({ body, requester, language, requestId, pseudonyms }) => {
      const request = checked(HiddenDemandRequest, { language, ...body, requester }, '');
      const ports = await container.hiddenPortsOf(requireProgramme(request.programme));
      const outcome = await requestHiddenDemand(ports, request, { at: clock.now(), requestId });
      if (outcome.status === 'answered') return inToldListOrder(outcome.list, pseudonyms!);
      throw outcome.status === 'refused' ? gateRefused(outcome.reason) : notInProgramme();
    }),
    route(plannerOperations.askPlan, async ({ body, requester, language, requestId, pseudonyms }) => {
      const request = checked(PlanRequest, { language, ...body, purpose: 'planning', requester }, '');
      const programme = requireProgramme(request.programme);
      refuseLongPlan(request, programme);
      const ports = await container.planPortsOf(programme);
      const outcome = await requestPlan(withinPeople(ports, request.interventions), request, {
        at: clock.now(),
        requestId,
      });
      if (outcome.status === 'planned') return toldPlan(outcome.plan, pseudonyms!);
      throw outcome.status === 'refused' ? gateRefused(outcome.reason) : badPreset(outcome);
    }),
    route(plannerOperations.planCheckUps, async ({ body, requester, language, requestId, pseudonyms }) => {
      const request = checked(CheckUpPlanRequest, { language, ...body, requester }, '');
      const ports = await container.checkUpPortsOf(requireProgramme(request.programme));
      const outcome = await planCheckUps(ports, request, { at: clock.now(), requestId });
      if (outcome.status === 'planned') return planInToldOrder(outcome.plan, pseudonyms!);
      throw outcome.status === 'refused' ? gateRefused(outcome.reason) : notInProgramme();
    }),
    route(plannerOperations.readRecordingQuality, ({ parameters, requester }) =>
      readRecordingQuality(container.qualityPorts, { ...parameters, requester }),
    ),
    route(plannerOperations.readStatistics, async ({ parameters: { programme }, requester }) => {
      const ports = await container.statisticsPortsOf(requireProgramme(programme));
      const told = await readStatistics(ports, { programme, requester });
      if (told.status === 'refused') throw gateRefused(told.reason);
      const { scoreSet, cells, total, byServiceStatus } = told;
      const { origin, modelVersion, landmarkOn } = scoreSet;
      return { origin, programme, modelVersion, landmarkOn, cells, total, byServiceStatus };
    }),
    route(plannerOperations.listPresets, async ({ requester, language, requestId }) => {
      await accessInLog({ ...container, newId: () => requestId }, requester, 'ask-cohort');
      return presetsInWords(await container.presets(), await container.serviceStatusRules(), language);
    }),
    route(plannerOperations.readHiddenStatistics, async ({ parameters: { programme }, requester }) => {
      const ports = await container.hiddenPortsOf(requireProgramme(programme));
      const told = await readHiddenStatistics(ports, { requester });
      if (told.status === 'refused') throw gateRefused(told.reason);
      return told.statistics;
    }),
    route(plannerOperations.listUnits, async ({ requester, language, requestId }) => ({
      units: await namedUnits({ ...container.unitPorts, newId: () => requestId }, requester, language),
    })),
    route(plannerOperations.previewOutreachList, async ({ body, requester }) => {
      const ports = await container.listPortsOf(requireProgramme(body.programme));
      const preview = await previewOutreachList(ports, { ...body, requester });
      if (preview.status === 'previewed') return preview;
      if (preview.status === 'refused') throw gateRefused(preview.reason);
      throw unknownIn(preview.status);
    }),
    route(plannerOperations.readOutreachProgress, async ({ query, requester }) => {
      const lists = await progressOfLists(await container.followPorts(), requester);
      return page(lists.toReversed(), ({ list }) => list.number, query, 'falling');
    }),
    route(plannerOperations.makeOutreachList, async ({ body, requester, idempotentId }) =>
      answeredOnce(answers, idempotentId, body, async () => {
        const ports = await container.listPortsOf(requireProgramme(body.programme));
        const made = await makeOutreachList(ports, { ...body, requester }, idempotentId.slice(0, 32));
        if (made.status === 'made') return { list: made.list, listed: made.listed };
        if (made.status === 'too-few-to-list') return { listed: 0 };
        if (made.status === 'refused') throw gateRefused(made.reason);
        if (made.status === 'horizon-not-in-programme') throw wrongHorizon(made);
        throw unknownIn(made.status);
      }),
    ),
  ]);
};

const notInProgramme = () =>
  new Problem('cannot-be-answered', { errors: [{ field: 'programme', rule: 'has no hidden demand' }] });

const unknownField = { 'unknown-unit': 'unit', 'unknown-intervention': 'clients.intervention' } as const;

const unknownIn = (status: keyof typeof unknownField) =>
  new Problem('cannot-be-answered', { errors: [{ field: unknownField[status], rule: 'unknown' }] });

const badPreset = (refused: PresetRefused) => {
  const rule =
    refused.status === 'unknown-preset'
      ? `expected one of ${refused.known.join(', ')}`
      : 'instead of ages, serviceStatuses and livesAlone';
  return new Problem('cannot-be-answered', { errors: [{ field: 'preset', rule }] });
};

const wrongHorizon = ({ horizonsMonths }: { readonly horizonsMonths: readonly [number, number] }) =>
  new Problem('cannot-be-answered', {
    errors: [{ field: 'horizonMonths', rule: `expected one of ${horizonsMonths.join(', ')}` }],
  });
