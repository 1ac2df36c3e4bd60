import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RiskContributions, RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { ServiceStatusRule } from '../../../data-contracts/schemas/service-status-rule.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { expectedHeavyServiceCost } from '../../../models/economics/expected-heavy-cost.ts';
import { statusOfEachRow } from '../client-months/service-status.ts';
import type { ClientMonthBatch } from '../ports/client-month-source.ts';
import type { ScoredBatch } from '../ports/risk-network.ts';
import type { UncheckedContributions } from './contrary-features.ts';

/** Of costs and effects: 3 % a year. */
export const discountRatePerYear = 0.03;

/** The lake's rows of one scored batch, with how each came about. Probabilities are kept to nine decimals. */
export function riskScores(
  programme: Programme,
  landmarkOn: string,
  rules: readonly ServiceStatusRule[],
  batch: ClientMonthBatch,
  scored: ScoredBatch,
  contributions: readonly RiskContributions[],
): RiskScore[] {
  const statuses = statusOfEachRow(rules, batch);
  return Array.from({ length: batch.rows }, (_, row) => {
    const [first, second] = programme.horizonsMonths;
    const curve = curveOf(scored, row);
    return {
      client: batch.texts.client![row]!,
      landmark_on: landmarkOn,
      age_years: batch.numbers.age_years![row]!,
      sex: batch.texts.sex![row] as RiskScore['sex'],
      municipality: batch.texts.municipality![row]!,
      service_language: batch.texts.service_language![row]!,
      service_status: statuses[row]!,
      lives_alone: yesNoUnknown(batch.numbers.lives_alone![row]!),
      sources_used: batch.texts.sources_used![row]!,
      probability_h1: round(scored.probability[row * 2]!),
      probability_h2: round(scored.probability[row * 2 + 1]!),
      expected_cost_cents_h1: expectedCostCents(programme, curve, first),
      expected_cost_cents_h2: expectedCostCents(programme, curve, second),
      curve: JSON.stringify(curve),
      contributions: JSON.stringify(contributions[row]!),
      feature_values: JSON.stringify(predictorValues(programme, batch, row)),
    };
  });
}

/** How each row of a scored batch came about. */
export const explanationsOf = (scored: ScoredBatch): UncheckedContributions[] =>
  Array.from({ length: scored.rows }, (_, row) => contributionsOf(scored, row));

function contributionsOf(scored: ScoredBatch, row: number): UncheckedContributions {
  const [h1, h2] = [partsOf(scored, row, 0), partsOf(scored, row, 1)];
  const against = scored.featureNames.flatMap((feature, place) =>
    feature in h1 || feature in h2
      ? [[feature, seenValue(scored.typical.columns[place]![row]!)] as const]
      : [],
  );
  const [typical1, typical2] = [0, 1].map((horizon) => round(scored.typicalProbability[row * 2 + horizon]!));
  return { typical: { h1: typical1!, h2: typical2! }, h1, h2, against: Object.fromEntries(against) };
}

interface Curve {
  readonly ends: readonly number[];
  readonly outcome: number[];
  readonly competing: number[];
}

function curveOf({ gridEnds, outcomeIncidence, competingIncidence }: ScoredBatch, row: number): Curve {
  const from = row * gridEnds.length;
  const part = (incidence: Float64Array) =>
    Array.from(incidence.subarray(from, from + gridEnds.length), round);
  return { ends: gridEnds, outcome: part(outcomeIncidence), competing: part(competingIncidence) };
}

/** What each feature adds at a horizon, those left out that add nothing. */
function partsOf({ featureNames, contributions }: ScoredBatch, row: number, horizon: 0 | 1) {
  const from = (row * 2 + horizon) * featureNames.length;
  const parts: Record<string, number> = {};
  for (let place = 0; place < featureNames.length; place++) {
    const part = round(contributions[from + place]!);
    if (part !== 0) parts[featureNames[place]!] = part;
  }
  return parts;
}

function expectedCostCents(
  { outcomeCost }: Programme,
  { ends, outcome }: Curve,
  horizonMonths: number,
): number {
  const { expectedCostCents: cents } = expectedHeavyServiceCost({
    gridEnds: ends,
    cumulativeIncidence: outcome,
    horizonMonths,
    centsPerDay: outcomeCost.centsPerDay,
    meanDays: outcomeCost.meanDays,
    discountRatePerYear,
  });
  return Math.round(cents);
}

/** The predictors' values as they were seen, for the reasons; missing is null. */
function predictorValues({ predictors }: Programme, batch: ClientMonthBatch, row: number) {
  const shown = predictors.filter((name) => name in features);
  return Object.fromEntries(shown.map((name) => [name, seenValue(batch.numbers[name]![row]!)]));
}

const seenValue = (value: number) => (Number.isNaN(value) ? null : Math.round(value * 100) / 100);

/** A flag in words: 1, 0 or not a number. */
export const yesNoUnknown = (flag: number) => (Number.isNaN(flag) ? 'unknown' : flag === 1 ? 'yes' : 'no');

const round = (value: number) => Math.round(value * 1e9) / 1e9;
