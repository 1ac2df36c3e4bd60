import type { AskedPeople } from '../../../data-contracts/schemas/asked-people.ts';
import type { Cohort, CohortRow, SafeCount, SafeTable } from '../../../data-contracts/schemas/cohort.ts';
import { notTold } from '../../../data-contracts/schemas/cohort.ts';
import { type CohortRequest, maximumCohortRows } from '../../../data-contracts/schemas/cohort-request.ts';
import type { Language } from '../../../data-contracts/schemas/fields.ts';
import type { LegalBasis } from '../../../data-contracts/schemas/legal-basis.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { ageBand } from '../../../data-contracts/vocabularies/age-bands.ts';
import { modifiableFactors } from '../../../data-contracts/vocabularies/modifiable-factors.ts';
import type { ExplainedScore, ScoreSet } from '../ports/score-store.ts';
import type { ReleaseSession } from '../release/release-session.ts';
import { filterOf, isParted, type SafePopulation } from '../release/safe-population.ts';
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
  readonly population: SafePopulation;
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
  { session, about, rows, eligible, withheld, population }: AnswerParts,
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
      ...notesOnParts(request, population),
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

/**
 * That groups too small are left out: told by what is asked alone, whether anybody is or not. Of a preset of the whole
 * county also how much of it is reached, in coarse shares: nobody chooses whom it is about.
 */
export function notesOnParts(question: AskedPeople, population: SafePopulation): PartNote[] {
  if (!isParted(question)) return [];
  const isFixed = question.preset !== undefined && question.municipalities === undefined;
  const share = isFixed ? population.shareAskable(filterOf(question)) : undefined;
  const reached = share && sharesTold.find(({ from, to }) => share >= from && share < to);
  return ['small-groups-left-out', ...(reached ? [reached.note] : [])];
}

/** Where all but all are reached there is nothing to say, and where nobody is, that is said already. */
const sharesTold = [
  { from: Number.MIN_VALUE, to: 0.375, note: 'reaches-few' },
  { from: 0.375, to: 0.625, note: 'reaches-half' },
  { from: 0.625, to: 0.875, note: 'reaches-three-quarters' },
] as const;

type PartNote = 'small-groups-left-out' | (typeof sharesTold)[number]['note'];

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
