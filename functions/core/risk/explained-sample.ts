import type { TypicalOfAge } from '../../../data-contracts/schemas/cohort.ts';
import { ageBand, ageBands } from '../../../data-contracts/vocabularies/age-bands.ts';
import { type ContributionCurve, contributionCurve } from '../../../models/explanation/contribution-curve.ts';
import { contributionsTo } from '../../../models/explanation/contributions-to.ts';
import type { PredictorTable, ScoredBatch } from '../ports/risk-network.ts';

/** Rows that a model has explained, and the group of each of its features. */
export interface ExplainedSample {
  readonly predictors: PredictorTable;
  readonly scored: ScoredBatch;
  /** Predictor name to its group. */
  readonly groups: Readonly<Record<string, string>>;
}

/** The curve of a group, along the feature of it that acts most. */
export interface GroupCurve extends ContributionCurve {
  readonly group: string;
}

/** How contributions change along every feature, and each group's along the feature that acts most in it. */
export function curvesOf(sample: ExplainedSample, groupNames: readonly string[]) {
  const { predictors, scored, groups } = sample;
  const valuesOf = (feature: string) => predictors.columns[predictors.names.indexOf(feature)]!;
  const ofFeatures = scored.featureNames.map((feature, at) => ({
    feature,
    effects: everyNth(scored.contributions, at, scored.featureNames.length),
  }));
  const sums = contributionsTo(groupNames, { ...scored, groups });
  const groupCurves = groupNames.map((group, at): GroupCurve => {
    const own = ofFeatures.filter(({ feature }) => groups[feature] === group);
    const { feature } = own.reduce((most, one) => (size(one.effects) > size(most.effects) ? one : most));
    const effects = everyNth(sums, at, groupNames.length);
    return { group, ...contributionCurve(feature, valuesOf(feature), effects) };
  });
  const curves = ofFeatures.map(({ feature, effects }) =>
    contributionCurve(feature, valuesOf(feature), effects),
  );
  return { groupCurves, curves };
}

const everyNth = (numbers: Float64Array, from: number, n: number) =>
  Float64Array.from({ length: numbers.length / n }, (_, cell) => numbers[cell * n + from]!);

const size = (effects: Float64Array) => effects.reduce((sum, effect) => sum + Math.abs(effect), 0);

const leastRows = 20;

/** What somebody typical of each age band is given, on average over the sample; of a band with few rows nothing. */
export function typicalByAge({ predictors, scored }: Omit<ExplainedSample, 'groups'>): TypicalOfAge[] {
  const at = predictors.names.indexOf('age_years');
  if (at < 0) return [];
  const bands = Array.from(predictors.columns[at]!, (age) => (Number.isNaN(age) ? undefined : ageBand(age)));
  return Object.keys(ageBands).flatMap((band) => {
    const rows = [...bands.keys()].filter((row) => bands[row] === band);
    if (rows.length < leastRows) return [];
    const mean = (horizon: 0 | 1) =>
      rows.reduce((sum, row) => sum + scored.typicalProbability[row * 2 + horizon]!, 0) / rows.length;
    return [{ ageBand: band, probability: [mean(0), mean(1)] }];
  });
}
