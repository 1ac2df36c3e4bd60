import type { Preset } from '../../../data-contracts/schemas/asked-people.ts';
import type { Cohort } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Dweller, ExplainedScore, ScoreStore } from '../ports/score-store.ts';
import { askablePopulation } from '../release/askable-population.ts';
import type { Occasion, QuestionRefused } from '../release/gate-question.ts';
import { aboutWhom, meantPeople, type PresetRefused, plainTerms } from '../release/meant-people.ts';
import { askMeteredGate, type MeteredGatePorts } from '../release/metered-gate.ts';
import { releaseLikeliest } from '../release/release-likeliest.ts';
import { askable, filterOf } from '../release/safe-population.ts';
import { withheldOfDay } from '../release/withheld-of-day.ts';
import { cohortAnswer, cohortRow, type WordReason } from './cohort-answer.ts';

export interface CohortPorts extends MeteredGatePorts {
  readonly answers: KeptAnswers;
  readonly scores: ScoreStore;
  readonly programme: Programme;
  /** Whom the county asks about by name. */
  readonly presets: readonly Preset[];
  readonly wordReason: WordReason;
}

export type CohortOutcome =
  | { readonly status: 'answered'; readonly cohort: Cohort }
  | QuestionRefused
  | PresetRefused
  | { readonly status: 'horizon-not-in-programme'; readonly horizonsMonths: readonly [number, number] };

/**
 * Answers who, of those scored, is likeliest to need heavy services: asks the release gate about each client
 * in order, reads the explanation of the released only, and returns nothing that the audit log does not hold.
 * What is told but the rows themselves is of partitions that no question chooses. Where fewer fit than the smallest
 * cell, nobody is considered: a row would undo what the small count hides.
 * @throws IdentityCodeAsRequester before anything is written
 */
export async function requestCohort(
  ports: CohortPorts,
  asked: CohortRequest,
  occasion: Occasion,
): Promise<CohortOutcome> {
  const { programme, scores } = ports;
  const meant = meantPeople(asked, ports.presets);
  if (meant.status !== 'meant') return meant;
  const request = meant.question;
  const horizon = horizonOf(programme, request);
  if (!horizon) return { status: 'horizon-not-in-programme', horizonsMonths: programme.horizonsMonths };
  const { purpose, requester } = request;
  const originOf = async () => (await scores.describe()).origin;
  const question = { useCase: 'ask-cohort', purpose, requester, originOf, occasion, asked: request } as const;
  const session = await askMeteredGate(ports, question, partsOf(request));
  if (session.status === 'refused') return session;
  const scoreSet = await scores.describe();
  const filter = filterOf(request);
  const population = await askablePopulation(session, scores, scoreSet, ports.limits);
  const withheld = await withheldOfDay(ports.answers, session, scoreSet, scores.likeliestFirst({}, horizon));
  const eligible = population.eligible(filter);
  const limit = request.size ?? maximumCohortRows;
  const { thresholdProbability = 0 } = request;
  const likeliestFirst = askable(scores.likeliestFirst(filter, horizon), population, filter);
  const released =
    eligible === 'suppressed'
      ? []
      : await releaseLikeliest(session, likeliestFirst, { limit, thresholdProbability });
  const explained = await scores.explained(released);
  const rows = explained.map((score, place) => {
    if (!score) throw new Error('scores: a ranked client has no score');
    const who = dwellerOf(score);
    const isSmallCell = population.isSmall(who);
    const isStatusTold = population.tellsStatus(who);
    return cohortRow(score, place + 1, request, horizon, scoreSet, ports.wordReason, {
      isSmallCell,
      isStatusTold,
    });
  });
  const about = aboutWhom(request, ports.presets, scoreSet);
  const cohort = cohortAnswer(programme, request, scoreSet, {
    session,
    about,
    rows,
    eligible,
    withheld,
    population,
  });
  const { modelVersion } = scoreSet;
  await session.close(released, (closing) => ({
    kind: 'cohort-released',
    ...closing,
    request,
    modelVersion,
    eligible: population.fitting(filter),
  }));
  return { status: 'answered', cohort };
}

/** What is asked, apart from who asks and in which words it is to be answered. */
const partsOf = ({ requester: _, language: __, reasonsShown: ___, ...parts }: CohortRequest) =>
  plainTerms(parts);

const dwellerOf = (score: ExplainedScore): Dweller => ({
  municipality: score.municipality,
  ageYears: score.age_years,
  serviceStatus: score.service_status,
  livesAlone: score.lives_alone,
});

function horizonOf({ horizonsMonths }: Programme, { horizonMonths }: CohortRequest): 'h1' | 'h2' | undefined {
  const place = horizonsMonths.indexOf(horizonMonths);
  return place === -1 ? undefined : place === 0 ? 'h1' : 'h2';
}
