import { z } from 'zod';
import { Preset } from '../schemas/asked-people.ts';
import { CheckUpPlan, CheckUpPlanRequest } from '../schemas/check-up-plan.ts';
import { Cohort, SafeCount } from '../schemas/cohort.ts';
import { CohortRequest } from '../schemas/cohort-request.ts';
import { DataOrigin } from '../schemas/delivery.ts';
import { IsoDay, Language, ThingId } from '../schemas/fields.ts';
import {
  HiddenDemandList,
  HiddenDemandRequest,
  HiddenDemandStatistics,
} from '../schemas/hidden-demand-list.ts';
import {
  MissingReason,
  OutreachList,
  OutreachListRequest,
  OutreachOutcome,
  OutreachPreviewRequest,
} from '../schemas/outreach-list.ts';
import { Plan } from '../schemas/plan.ts';
import { PlanRequest } from '../schemas/plan-request.ts';
import { QualityPlace, RecordingQuality } from '../schemas/recording-quality.ts';
import { Requester } from '../schemas/requester.ts';
import { ServiceStatus } from '../vocabularies/service-statuses.ts';
import { operation, PageQuery, pageOf } from './operation.ts';

const { requester: _whoAsks, purpose: _planning, ...cohortFields } = CohortRequest.shape;
/** A `CohortRequest` without who asks; the language is the reader's unless told. */
export const CohortQuestion = z.strictObject({ ...cohortFields, language: Language.optional() });

const { requester: _whoLooks, ...hiddenFields } = HiddenDemandRequest.shape;
export const HiddenDemandQuestion = z.strictObject({ ...hiddenFields, language: Language.optional() });

const { requester: _whoChecks, ...checkUpFields } = CheckUpPlanRequest.shape;
export const CheckUpQuestion = z.strictObject({ ...checkUpFields, language: Language.optional() });

const { requester: _whoPlans, purpose: _forPlanning, ...planFields } = PlanRequest.shape;
export const PlanQuestion = z.strictObject({ ...planFields, language: Language.optional() });

const { requester: _whoLists, ...listFields } = OutreachListRequest.shape;
export const ListQuestion = z.strictObject(listFields);

const { requester: _whoPreviews, ...previewFields } = OutreachPreviewRequest.shape;
export const PreviewQuestion = z.strictObject(previewFields);

/** A list without its people; of who made it, not for whom else they may act. */
export const OutreachListHead = OutreachList.omit({ rows: true, lots: true }).extend({
  madeBy: Requester.omit({ represents: true }),
});

const CellSums = {
  people: z.number().int(),
  expected: z.tuple([z.number().int(), z.number().int()]),
};

const safeStatistics = {
  cells: z.array(
    z.discriminatedUnion('isSuppressed', [
      z.object({ cell: z.string(), isSuppressed: z.literal(true) }),
      z.object({ cell: z.string(), isSuppressed: z.literal(false), ...CellSums }),
    ]),
  ),
  total: z.object(CellSums),
};

/** People and expected outcomes by municipality and age band, and by municipality and service status. */
export const Statistics = z.object({
  origin: DataOrigin,
  programme: ThingId,
  modelVersion: z.string(),
  landmarkOn: IsoDay,
  ...safeStatistics,
  byServiceStatus: z.object(safeStatistics),
});

const cohortExample = {
  programme: 'older-people',
  municipalities: ['905', '399'],
  horizonMonths: 12,
  size: 5,
};

/** What planners of services may ask. Nobody is named in any answer. */
export const plannerOperations = {
  askCohort: operation({
    id: 'askCohort',
    method: 'POST',
    path: '/cohorts',
    summary: 'Who is likeliest to need heavy services, of those the release gate lets through',
    body: CohortQuestion,
    answer: Cohort,
    example: { body: cohortExample },
  }),
  askHiddenDemand: operation({
    id: 'askHiddenDemand',
    method: 'POST',
    path: '/hidden-demand',
    summary:
      'Who without service is worth a check-up; off until the controller has confirmed a legal basis for it',
    body: HiddenDemandQuestion,
    answer: HiddenDemandList,
    example: { body: { programme: 'older-people', reason: 'signs-without-diagnosis', size: 5 } },
  }),
  askPlan: operation({
    id: 'askPlan',
    method: 'POST',
    path: '/plans',
    summary: 'Who should be offered which intervention, within a budget and places',
    body: PlanQuestion,
    answer: Plan,
    example: {
      body: {
        programme: 'older-people',
        budgetCents: 400_000,
        capacity: { 'home-rehabilitation': 10 },
        worthPerHomeYearCents: 2_000_000,
        equalWithinCents: 10_000,
        draws: 100,
        seed: 1,
      },
    },
  }),
  planCheckUps: operation({
    id: 'planCheckUps',
    method: 'POST',
    path: '/check-up-plans',
    summary:
      'Who of those worth a check-up should be offered one within a budget and places: cost, reach and expected starts, no savings; off until the controller has confirmed a legal basis for it',
    body: CheckUpQuestion,
    answer: CheckUpPlan,
    example: {
      body: { programme: 'older-people', reason: 'signs-without-diagnosis', budgetCents: 100_000 },
    },
  }),
  readStatistics: operation({
    id: 'readStatistics',
    method: 'GET',
    path: '/statistics/{programme}',
    summary:
      'People and expected outcomes by municipality and age band or service status; small groups are not shown',
    parameters: z.strictObject({ programme: ThingId }),
    answer: Statistics,
    example: { parameters: { programme: 'older-people' } },
  }),
  readRecordingQuality: operation({
    id: 'readRecordingQuality',
    method: 'GET',
    path: '/recording-quality/{place}',
    summary:
      'How completely, how late, in which codes and how plausibly rows are recorded, by table, year and place; small groups are not shown',
    parameters: z.strictObject({ place: QualityPlace }),
    answer: RecordingQuality,
    example: { parameters: { place: 'municipality' } },
  }),
  listPresets: operation({
    id: 'listPresets',
    method: 'GET',
    path: '/presets',
    summary: 'Whom cohorts and plans can be asked for by name, and which service statuses there are',
    answer: z.object({
      presets: z.array(Preset.extend({ name: z.string() })),
      /** In the order in which they are tried: everybody has the first that holds, and else `none`. */
      serviceStatuses: z.array(z.object({ status: ServiceStatus, name: z.string(), basis: z.string() })),
    }),
    example: {},
  }),
  readHiddenStatistics: operation({
    id: 'readHiddenStatistics',
    method: 'GET',
    path: '/statistics/{programme}/hidden-demand',
    summary:
      'How many are worth a check-up by municipality and language of service; small groups are not shown',
    parameters: z.strictObject({ programme: ThingId }),
    answer: HiddenDemandStatistics,
    example: { parameters: { programme: 'older-people' } },
  }),
  listUnits: operation({
    id: 'listUnits',
    method: 'GET',
    path: '/units',
    summary: 'The units that have clients today and that a list can be made for, by name',
    answer: z.object({ units: z.array(z.object({ unit: ThingId, name: z.string() })) }),
    example: {},
  }),
  previewOutreachList: operation({
    id: 'previewOutreachList',
    method: 'POST',
    path: '/outreach-previews',
    summary:
      'How many of some people each team may contact, and what the others are missing; no list is made',
    body: PreviewQuestion,
    largestBodyBytes: 512 * 1024,
    answer: z.object({
      /** In steps of five. */
      asked: z.number().int().min(0),
      units: z.array(
        z.object({
          unit: ThingId,
          mayBeContacted: SafeCount,
          missing: z.array(z.object({ name: MissingReason, count: SafeCount })),
        }),
      ),
    }),
    example: {
      body: { programme: 'older-people', clients: [{ client: 'e3ed393fea9795198da3598eeeba8d79' }] },
    },
  }),
  readOutreachProgress: operation({
    id: 'readOutreachProgress',
    method: 'GET',
    path: '/outreach-progress',
    summary: 'How the lists that the requester made get on, newest first, in numbers that reveal nobody',
    query: z.strictObject(PageQuery),
    answer: pageOf(
      z.object({
        list: OutreachListHead,
        listed: SafeCount,
        isClosed: z.boolean(),
        outcomes: z.array(
          z.object({ name: z.union([OutreachOutcome, z.literal('none')]), count: SafeCount }),
        ),
      }),
    ),
    example: { query: { limit: '10' } },
  }),
  makeOutreachList: operation({
    id: 'makeOutreachList',
    method: 'POST',
    path: '/outreach-lists',
    summary: 'A list for a team of people to contact; nobody comes on two lists',
    body: ListQuestion,
    largestBodyBytes: 512 * 1024,
    status: 201,
    isIdempotent: true,
    answer: z.object({
      /** Absent: there were too few to list. */
      list: OutreachListHead.optional(),
      /** In steps of five. */
      listed: z.number().int().min(0),
    }),
    example: {
      body: {
        programme: 'older-people',
        horizonMonths: 12,
        unit: 'unit-4',
        clients: [{ client: 'e3ed393fea9795198da3598eeeba8d79', intervention: 'home-rehabilitation' }],
      },
    },
  }),
} as const;
