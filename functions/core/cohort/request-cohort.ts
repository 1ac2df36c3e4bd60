import { createHash } from 'node:crypto';
import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RefusalReason } from '../../../data-contracts/schemas/refusal-reason.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { ScoreFilter, ScoreSet, ScoreStore } from '../ports/score-store.ts';
import { refuseClockSetBack } from '../release/clock-set-back.ts';
import { refusalOfEveryone } from '../release/decide-release.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { refuseIdentityCodeAsRequester } from '../release/no-identity-codes.ts';
import type { StandingSources } from '../release/release-in-order.ts';
import { smallestCell } from '../release/small-cells.ts';
import { cohortAnswer, cohortRow, type WordReason } from './cohort-answer.ts';
import { type ClientsConsidered, considerClients } from './consider-clients.ts';

export interface CohortPorts extends StandingSources {
  readonly scores: ScoreStore;
  readonly audit: AuditLog;
  readonly programme: Programme;
  /** The shipped examples, or the county's own. */
  readonly legalBases: readonly LegalBasis[];
  readonly wordReason: WordReason;
}

/** When the question is asked, and the id that ties its lines in the audit log together. */
export interface CohortOccasion {
  readonly at: string;
  readonly requestId: string;
  /** Whether `at` is another instant than the one at which it is asked: of invented people only. */
  readonly isAsOf?: true | undefined;
}

export type CohortOutcome =
  | { readonly status: 'answered'; readonly cohort: Cohort }
  | { readonly status: 'refused'; readonly reason: RefusalReason }
  | { readonly status: 'horizon-not-in-programme'; readonly horizonsMonths: readonly [number, number] };

/**
 * Answers who, of those scored, is likeliest to need heavy services: asks the release gate about each client
 * in order, reads the explanation of the released only, and returns nothing that the audit log does not hold.
 * Where fewer fit than the smallest cell, nobody is considered: a row would undo what the small count hides.
 * @throws IdentityCodeAsRequester before anything is written
 */
export async function requestCohort(
  ports: CohortPorts,
  request: CohortRequest,
  occasion: CohortOccasion,
): Promise<CohortOutcome> {
  const { at, requestId, isAsOf } = occasion;
  refuseIdentityCodeAsRequester(request.requester);
  if (!isAsOf) await refuseClockSetBack(ports.audit, at);
  const horizon = horizonOf(ports.programme, request);
  if (!horizon) {
    return { status: 'horizon-not-in-programme', horizonsMonths: ports.programme.horizonsMonths };
  }
  const scoreSet = await ports.scores.describe();
  const legalBases = legalBasesInUse(ports.legalBases, scoreSet.origin);
  const { purpose, requester } = request;
  const question = { useCase: 'ask-cohort', purpose, requester, at, isAsOf } as const;
  const reason = refusalOfEveryone(question, legalBases);
  if (reason) {
    await ports.audit.append([{ kind: 'cohort-refused', ...occasion, request, reason }]);
    return { status: 'refused', reason };
  }
  const filter = filterOf(request);
  const eligible = await ports.scores.count(filter);
  const considered =
    eligible < smallestCell
      ? nobodyConsidered
      : await considerClients(ports, ports.scores.likeliestFirst(filter, horizon), {
          question,
          legalBases,
          requestId,
          limit: request.size ?? maximumCohortRows,
          thresholdProbability: request.thresholdProbability ?? 0,
        });
  const scores = await ports.scores.explained(considered.released);
  const rows = scores.map((score, place) => {
    if (!score) throw new Error('scores: a ranked client has no score');
    return cohortRow(score, place + 1, request, horizon, scoreSet, ports.wordReason);
  });
  const cohort = cohortAnswer(ports, request, scoreSet, { at, rows, eligible, considered });
  await ports.audit.append([releasedEntry(occasion, request, scoreSet, eligible, considered)]);
  return { status: 'answered', cohort };
}

const nobodyConsidered: ClientsConsidered = { considered: 0, released: [], withheld: new Map() };

function horizonOf({ horizonsMonths }: Programme, { horizonMonths }: CohortRequest): 'h1' | 'h2' | undefined {
  const place = horizonsMonths.indexOf(horizonMonths);
  return place === -1 ? undefined : place === 0 ? 'h1' : 'h2';
}

const filterOf = ({ municipalities, fromAgeYears, toAgeYears }: CohortRequest): ScoreFilter => ({
  municipalities,
  fromAgeYears,
  toAgeYears,
});

function releasedEntry(
  occasion: CohortOccasion,
  request: CohortRequest,
  { modelVersion }: ScoreSet,
  eligible: number,
  { considered, released, withheld }: ClientsConsidered,
) {
  const pseudonyms = createHash('sha256');
  for (const client of released) pseudonyms.update(`${client}\n`);
  return {
    kind: 'cohort-released' as const,
    ...occasion,
    request,
    modelVersion,
    eligible,
    considered,
    released: released.length,
    withheldByReason: Object.fromEntries([...withheld].filter(([, count]) => count > 0)),
    pseudonymsSha256: pseudonyms.digest('hex'),
  };
}
