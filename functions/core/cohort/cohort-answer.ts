import type { Cohort, CohortRow, SafeCount, SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import { notTold } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import type { ExplainedScore, ScoreFilter, ScoreSet } from '../ports/score-store.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import { isParted } from '../release/safe-population.ts';
import { standingNotes } from '../risk/model-monitoring.ts';
import { changeableFactors } from './changeable-factors.ts';
import { toldCents, toldProbability, toldReasons, type WordlessReason } from './strongest-reasons.ts';

/** Puts a reason into words of a language. */
export type WordReason = (reason: WordlessReason, language: Language) => string;

/** A released client's score as a row of the answer. */
export function cohortRow(
  score: ExplainedScore,
  rank: number,
  { reasonsShown, language }: CohortRequest,
  horizon: 'h1' | 'h2',
  { clearContributions }: ScoreSet,
  wordReason: WordReason,
  { isSmallCell, isStatusTold }: { readonly isSmallCell: boolean; readonly isStatusTold: boolean },
): CohortRow {
  return {
    rank,
    client: score.client,
    ageBand: isSmallCell ? notTold : ageBand(score.age_years),
    municipality: isSmallCell ? notTold : score.municipality,
    serviceStatus: isStatusTold ? (score.service_status ?? notTold) : notTold,
    probability: [toldProbability(score.probability_h1), toldProbability(score.probability_h2)],
    expectedCostCents: [toldCents(score.expected_cost_cents_h1), toldCents(score.expected_cost_cents_h2)],
    reasons: toldReasons(score, horizon, reasonsShown, clearContributions).map((reason) => ({
      ...reason,
      text: wordReason(reason, language),
    })),
    changeable: changeableFactors(score).map((factor) => ({
      factor,
      text: modifiableFactors[factor][language],
    })),
  };
}

export interface AnswerParts {
  readonly about: Pick<Cohort, 'people' | 'presetName' | 'statusBases'>;
  readonly session: ReleaseSession;
  readonly rows: CohortRow[];
  readonly eligible: SafeCount;
  /** Of everybody in the programme, when the day began. */
  readonly withheld: SafeTable;
}

export function cohortAnswer(
  programme: Programme,
  request: CohortRequest,
  scoreSet: ScoreSet,
  { session, about, rows, eligible, withheld }: AnswerParts,
): Cohort {
  return {
    origin: scoreSet.origin,
    programme: programme.id,
    outcomeName: programme.outcomeName,
    modelVersion: scoreSet.modelVersion,
    landmarkOn: scoreSet.landmarkOn,
    askedAt: session.at,
    purpose: request.purpose,
    language: request.language,
    horizonsMonths: programme.horizonsMonths,
    horizonMonths: request.horizonMonths,
    averageProbability: [...scoreSet.averageProbability],
    ...about,
    typicalByAge: scoreSet.typicalByAge.map(({ ageBand, probability }) => ({
      ageBand,
      probability: [...probability],
    })),
    rows,
    eligible,
    withheld: {
      total: withheld.total,
      byReason: withheld.cells.map(({ name, count }) => ({ reason: name, count })),
    },
    notes: [
      ...notesOnRows(request, rows.length, eligible),
      ...notesOnParts(request),
      ...standingNotes(scoreSet.monitoring),
      ...notesOnGrounds(request, programme, session.legalBases),
    ],
  };
}

function notesOnRows({ size }: CohortRequest, shown: number, eligible: SafeCount): Cohort['notes'] {
  if (eligible === 'suppressed') return ['too-few-to-show'];
  if (size === undefined) return shown === maximumCohortRows ? ['more-than-shown'] : [];
  return shown < size ? ['fewer-than-asked'] : [];
}

/** Told by what is asked alone, whether anybody is left out or not. */
export const notesOnParts = (question: ScoreFilter): 'small-groups-left-out'[] =>
  isParted(question) ? ['small-groups-left-out'] : [];

function notesOnGrounds(
  { purpose }: CohortRequest,
  { outcomeCost }: Programme,
  legalBases: readonly LegalBasis[],
): Cohort['notes'] {
  const notes: Cohort['notes'] = [];
  if (legalBases.some((basis) => basis.purpose === purpose && !basis.confirmed)) {
    notes.push('legal-basis-unconfirmed');
  }
  if (!['verified', 'computed'].includes(outcomeCost.evidence)) notes.push('cost-unconfirmed');
  return notes;
}
