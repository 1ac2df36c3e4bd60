import type { CheckUpPlanRequest } from '../../../data-contracts/schemas/check-up-plan.ts';
import type { CohortRequest } from '../../../data-contracts/schemas/cohort-request.ts';
import type { DataOrigin } from '../../../data-contracts/schemas/delivery.ts';
import type { HiddenDemandRequest } from '../../../data-contracts/schemas/hidden-demand-list.ts';
import type { PlanRequest } from '../../../data-contracts/schemas/plan-request.ts';
import type { Purpose } from '../../../data-contracts/schemas/purpose.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { Requester } from '../../../data-contracts/schemas/requester.ts';
import type { UseCase } from '../../../data-contracts/schemas/use-case.ts';
import { refusalReasons } from '../../../data-contracts/vocabularies/refusal-reasons.ts';
import type { Subject } from './access.ts';

/** When a question is asked, and the id that ties its lines in the audit log together. */
export interface Occasion {
  readonly at: string;
  readonly requestId: string;
  /** Whether `at` is another instant than the one at which it is asked: of invented people only. */
  readonly isAsOf?: true | undefined;
}

/** Somebody of whom something would be used, and the data sources behind it, joined by commas. */
export interface AskedClient {
  readonly client: string;
  readonly sourcesUsed: string;
}

/** What somebody would do with people's data. */
export interface IntendedUse {
  readonly useCase: UseCase;
  readonly requester: Requester;
  /** For what the requester says it is done; unless told, what the use case is for. */
  readonly purpose?: Purpose;
  /** What it would be done to, where that belongs to a unit. */
  readonly subject?: Subject;
}

export interface GateQuestion extends IntendedUse {
  /** Uses for which a person must be released too, in the order in which they are looked at. */
  readonly further?: readonly IntendedUse[];
  /** Where the people's data come from; not looked at before the role may ask. */
  readonly originOf: () => Promise<DataOrigin>;
  /** Given where the edge knows it; else every decision is of its own instant. */
  readonly occasion?: Occasion;
  /** The question in its own words, for the log. */
  readonly asked?: CohortRequest | PlanRequest | HiddenDemandRequest | CheckUpPlanRequest;
  /** Whether the requester has asked too much today. */
  readonly isTooMany?: boolean;
  /** Words that would be kept, by the name of their field. */
  readonly words?: Readonly<Record<string, string | undefined>>;
}

/** Nobody at all can be released for the question. */
export interface QuestionRefused {
  readonly status: 'refused';
  readonly reason: RefusalReason;
}

/** The same, where what was asked for has no other end. */
export class ReleaseRefused extends Error {
  readonly code = 'release-refused';
  readonly reason: RefusalReason;

  constructor({ reason }: QuestionRefused) {
    super(`release: ${refusalReasons[reason].en}`);
    this.reason = reason;
  }
}
