import { z } from 'zod';
import { CheckUpPlanRequest } from './check-up-plan.ts';
import { LoggedCohortRequest } from './cohort-request.ts';
import { ErasedData } from './erasure.ts';
import { Instant, Pseudonym, ThingId } from './fields.ts';
import { HiddenDemandRequest } from './hidden-demand-list.ts';
import { OutreachListId } from './outreach-list.ts';
import { LoggedPlanRequest } from './plan-request.ts';
import { Purpose } from './purpose.ts';
import { RecordedConsent } from './recorded-consent.ts';
import { RefusalReason } from './refusal-reason.ts';
import { Requester } from './requester.ts';
import { UseCase } from './use-case.ts';

const people = z.number().int().min(0);

/** True where the question was of another instant than the one at which it was asked: invented people only. */
const isAsOf = z.literal(true).optional();

/** What the gate answered about each of a batch of people, in the order they were considered. */
export const ReleaseDecisionsEntry = z.object({
  kind: z.literal('release-decisions'),
  at: Instant,
  isAsOf,
  /** Ties the decisions to the line that says what came of them. */
  requestId: ThingId,
  requester: Requester,
  purpose: Purpose,
  /** Absent in lines that an earlier version wrote. */
  useCase: UseCase.optional(),
  /** Pseudonym, then `released` or every reason that held the person back. */
  decisions: z.array(z.tuple([Pseudonym, z.union([z.literal('released'), z.array(RefusalReason).min(1)])])),
});

/** That a cohort was given out: to whom, for what, from which model, over how many and (by digest) whom. */
export const CohortReleasedEntry = z.object({
  kind: z.literal('cohort-released'),
  at: Instant,
  isAsOf,
  requestId: ThingId,
  request: LoggedCohortRequest,
  modelVersion: z.string(),
  eligible: people,
  considered: people,
  released: people,
  /** By the first reason that held each person back. */
  withheldByReason: z.record(z.string(), people),
  /** SHA-256 of the released pseudonyms in the order shown, a line feed after each. */
  pseudonymsSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** That a cohort was refused as a whole, before anyone was considered; written by earlier versions. */
export const CohortRefusedEntry = z.object({
  kind: z.literal('cohort-refused'),
  at: Instant,
  isAsOf,
  requestId: ThingId,
  request: LoggedCohortRequest,
  reason: RefusalReason,
});

/** That a plan was given out; the digest is over everyone shown: the offers, then those who lost a draw. */
export const PlanReleasedEntry = CohortReleasedEntry.extend({
  kind: z.literal('plan-released'),
  request: LoggedPlanRequest,
  offered: people,
});

/** That a plan was refused as a whole, before anyone was considered; written by earlier versions. */
export const PlanRefusedEntry = CohortRefusedEntry.extend({
  kind: z.literal('plan-refused'),
  request: LoggedPlanRequest,
});

/** That something a person said about the use of their data was recorded, by whom, and what. */
export const ConsentRecordedEntry = z.object({
  kind: z.literal('consent-recorded'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  event: RecordedConsent,
});

const withheldByReason = z.record(z.string(), people);

/** That a planner made an outreach list for a team, of how many who were asked for. */
export const OutreachListMadeEntry = z.object({
  kind: z.literal('outreach-list-made'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  listId: OutreachListId,
  unit: ThingId,
  asked: people,
  listed: people,
  withheldByReason,
});

/** That an outreach list was opened or exported, names and all, by whom and over how many and (by digest) whom. */
export const OutreachReleasedEntry = z.object({
  kind: z.literal('outreach-released'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  useCase: UseCase,
  listId: OutreachListId,
  handedOver: people,
  withheldByReason,
  /** SHA-256 of the pseudonyms handed over, in order, a line feed after each. */
  pseudonymsSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * That somebody did something, or tried to, that gives out no person's data by itself; and the release gate's
 * answer to a question as a whole, before anybody is considered.
 */
export const AccessEntry = z.object({
  kind: z.literal('access'),
  at: Instant,
  isAsOf,
  requestId: ThingId,
  requester: Requester,
  useCase: UseCase,
  outcome: z.enum(['allowed', 'refused']),
  /** Why the gate refused the question as a whole. */
  reason: RefusalReason.optional(),
  /** The question itself. */
  asked: z
    .union([LoggedCohortRequest, LoggedPlanRequest, HiddenDemandRequest, CheckUpPlanRequest])
    .optional(),
  /** Of which list; absent too where the id is none. */
  listId: OutreachListId.optional(),
  client: Pseudonym.optional(),
});

/** What came of a question that gives out no rows: over how many people, and (by digest) whom. */
export const QuestionClosedEntry = z.object({
  kind: z.literal('question-closed'),
  at: Instant,
  isAsOf,
  requestId: ThingId,
  requester: Requester,
  useCase: UseCase,
  considered: people,
  released: people,
  withheldByReason,
  /** SHA-256 of the pseudonyms released, in order, a line feed after each. */
  pseudonymsSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** That a person's data were erased, by whom, and how much there was of them. */
export const PersonErasedEntry = z.object({
  kind: z.literal('person-erased'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  client: Pseudonym,
  erased: ErasedData,
});

/** SHA-256 in hexadecimal digits. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const lineNumber = z.number().int().min(0);

/**
 * That an append found the end of the log not as it had been left, and went on behind it: from here on nobody can
 * change what was found. First in its piece; its chain goes on from the last line before `line`.
 */
export const AuditDamageFoundEntry = z.object({
  kind: z.literal('audit-damage-found'),
  at: Instant,
  isAsOf,
  code: z.string().max(40),
  /** The first line that was not as it was written, and the last; before `line` where none is missing. */
  line: lineNumber,
  through: lineNumber,
  /** Of the bytes that were found in their place. */
  sha256: Sha256,
});

/** An event of somebody's consents that is not as it was written, and what counts in its place. */
export const ConsentSetAside = z.object({
  of: z.literal('consent'),
  client: Pseudonym,
  sequence: z.number().int().min(1),
  /** Of the bytes in the event's place; of none where there is none. */
  sha256: Sha256,
  /** What counts in its place; null: nothing. */
  instead: RecordedConsent.nullable(),
});
export type ConsentSetAside = z.infer<typeof ConsentSetAside>;

/** What of the service's own records is not as it was written, so exactly that nothing else is set aside with it. */
export const SetAside = z.discriminatedUnion('of', [
  z.object({ of: z.literal('audit-lines'), line: lineNumber, through: lineNumber }),
  /** Lines written by a clock that was ahead: whole, but for their instants. */
  z.object({ of: z.literal('audit-instants'), line: lineNumber, through: lineNumber }),
  ConsentSetAside,
]);
export type SetAside = z.infer<typeof SetAside>;

/** That a data-protection officer has looked at something that was damaged and set it aside, and why. */
export const FaultSetAsideEntry = z.object({
  kind: z.literal('fault-set-aside'),
  at: Instant,
  requestId: ThingId,
  requester: Requester,
  /** As `verify` names it. */
  faultId: ThingId,
  fault: SetAside,
  reason: z.string().trim().min(1).max(300),
});

/** What the audit log says in one line. Pseudonyms at most, never an identity. */
export const AuditEntry = z.discriminatedUnion('kind', [
  ReleaseDecisionsEntry,
  CohortReleasedEntry,
  CohortRefusedEntry,
  PlanReleasedEntry,
  PlanRefusedEntry,
  ConsentRecordedEntry,
  OutreachListMadeEntry,
  OutreachReleasedEntry,
  AccessEntry,
  PersonErasedEntry,
  QuestionClosedEntry,
  AuditDamageFoundEntry,
  FaultSetAsideEntry,
]);
export type AuditEntry = z.infer<typeof AuditEntry>;
