import type { Cohort, CohortRow } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import type { ExplainedScore, ScoreSet } from '../ports/score-store.ts';
import { legalBasesInUse } from '../release/legal-bases-in-use.ts';
import { safeEligible, smallestCell, suppressSmallCells } from '../release/small-cells.ts';
import { standingNotes } from '../risk/model-monitoring.ts';
import type { ClientsConsidered } from './consider-clients.ts';
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
): CohortRow {
  return {
    rank,
    client: score.client,
    ageBand: ageBand(score.age_years),
    municipality: score.municipality,
    probability: [toldProbability(score.probability_h1), toldProbability(score.probability_h2)],
    expectedCostCents: [toldCents(score.expected_cost_cents_h1), toldCents(score.expected_cost_cents_h2)],
    reasons: toldReasons(score, horizon, reasonsShown, clearContributions).map((reason) => ({
      ...reason,
      value: reason.feature === 'age_years' ? null : reason.value,
      text: wordReason(reason, language),
    })),
  };
}

export interface AnswerParts {
  readonly at: string;
  readonly rows: CohortRow[];
  /** Exact; the answer tells it only where it gives nobody away. */
  readonly eligible: number;
  readonly considered: ClientsConsidered;
}

export function cohortAnswer(
  { programme, legalBases }: { readonly programme: Programme; readonly legalBases: readonly LegalBasis[] },
  request: CohortRequest,
  scoreSet: ScoreSet,
  { at, rows, eligible, considered }: AnswerParts,
): Cohort {
  const withheld = suppressSmallCells(considered.withheld);
  return {
    origin: scoreSet.origin,
    programme: programme.id,
    outcomeName: programme.outcomeName,
    modelVersion: scoreSet.modelVersion,
    landmarkOn: scoreSet.landmarkOn,
    askedAt: at,
    purpose: request.purpose,
    language: request.language,
    horizonsMonths: programme.horizonsMonths,
    horizonMonths: request.horizonMonths,
    averageProbability: [...scoreSet.averageProbability],
    rows,
    eligible: safeEligible(eligible, rows.length, withheld),
    withheld: {
      total: withheld.total,
      byReason: withheld.cells.map(({ name, count }) => ({ reason: name, count })),
    },
    notes: [
      ...notesOnRows(request, rows.length, eligible),
      ...standingNotes(scoreSet.monitoring),
      ...notesOnGrounds(request, programme, legalBasesInUse(legalBases, scoreSet.origin)),
    ],
  };
}

function notesOnRows({ size }: CohortRequest, shown: number, eligible: number): Cohort['notes'] {
  if (eligible < smallestCell) return ['too-few-to-show'];
  if (size === undefined) return shown === maximumCohortRows ? ['more-than-shown'] : [];
  return shown < size ? ['fewer-than-asked'] : [];
}

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
