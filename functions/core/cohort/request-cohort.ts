import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { ScoreFilter, ScoreStore } from '../ports/score-store.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { askGate, type GatePorts } from '../release/release-gate.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import { smallestCell } from '../release/small-cells.ts';
import { cohortAnswer, cohortRow, type WordReason } from './cohort-answer.ts';

export interface CohortPorts extends GatePorts {
  readonly scores: ScoreStore;
  readonly programme: Programme;
  readonly wordReason: WordReason;
}

export type CohortOutcome =
  | { readonly status: 'answered'; readonly cohort: Cohort }
  | QuestionRefused
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
  occasion: Occasion,
): Promise<CohortOutcome> {
  const { programme, scores } = ports;
  const horizon = horizonOf(programme, request);
  if (!horizon) return { status: 'horizon-not-in-programme', horizonsMonths: programme.horizonsMonths };
  const { purpose, requester } = request;
  const originOf = async () => (await scores.describe()).origin;
  const question = { useCase: 'ask-cohort', purpose, requester, originOf, occasion, asked: request } as const;
  const session = await askGate(ports, question);
  if (session.status === 'refused') return session;
  const scoreSet = await scores.describe();
  const filter = filterOf(request);
  const eligible = await scores.count(filter);
  const limit = request.size ?? maximumCohortRows;
  const { thresholdProbability = 0 } = request;
  const released =
    eligible < smallestCell
      ? []
      : await releaseLikeliest(session, scores.likeliestFirst(filter, horizon), {
          limit,
          thresholdProbability,
        });
  const explained = await scores.explained(released);
  const rows = explained.map((score, place) => {
    if (!score) throw new Error('scores: a ranked client has no score');
    return cohortRow(score, place + 1, request, horizon, scoreSet, ports.wordReason);
  });
  const cohort = cohortAnswer(programme, request, scoreSet, { session, rows, eligible });
  const { modelVersion } = scoreSet;
  await session.close(released, (closing) => ({
    kind: 'cohort-released',
    ...closing,
    request,
    modelVersion,
    eligible,
  }));
  return { status: 'answered', cohort };
}

function horizonOf({ horizonsMonths }: Programme, { horizonMonths }: CohortRequest): 'h1' | 'h2' | undefined {
  const place = horizonsMonths.indexOf(horizonMonths);
  return place === -1 ? undefined : place === 0 ? 'h1' : 'h2';
}

const filterOf = ({ municipalities, fromAgeYears, toAgeYears }: CohortRequest): ScoreFilter => ({
  municipalities,
  fromAgeYears,
  toAgeYears,
});
