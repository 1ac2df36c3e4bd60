import { z } from 'zod';
import {
  addTallies,
  countsOfMany,
  emptyTally,
  meanOf,
  populationBins,
  tallyOf,
} from '../../../models/evaluation/population-bins.ts';
import { smallestCell } from '../release/small-cells.ts';
import type { LandmarkRows } from './landmark-rows.ts';

/** One column of those a model learnt from, counted by bin; a bin of few people is told with the largest one. */
const CountedColumn = z.object({
  commonest: z.number().nullable(),
  edges: z.array(z.number()),
  counts: z.array(z.number().int().min(0)),
  /** Null where few people have a value. */
  mean: z.number().nullable(),
});
export type CountedColumn = z.infer<typeof CountedColumn>;

export const populationFile = 'training-population.json';

/** Whom a model learnt from, in counts of many, with which later people are compared. */
export const TrainingPopulation = z.object({
  people: z.number().int(),
  /** By predictor's name. */
  predictors: z.record(z.string(), CountedColumn),
  /** The model's probability at each horizon, for those it learnt from. */
  predictions: z.tuple([CountedColumn, CountedColumn]),
});
export type TrainingPopulation = z.infer<typeof TrainingPopulation>;

/** The people now scored, by the bins of those the model learnt from. Tallies of shards add up to those of all. */
const Tally = z.object({ counts: z.array(z.number().int().min(0)).readonly(), sum: z.number().int() });
export const ScoredPopulation = z.object({
  predictors: z.record(z.string(), Tally),
  predictions: z.tuple([Tally, Tally]),
});
export type ScoredPopulation = z.infer<typeof ScoredPopulation>;

/** How finely values are added up: a predictor in hundredths, a probability to nine decimals, as it is published. */
export const stepsPerUnit = { predictor: 100, prediction: 1e9 } as const;

/** A programme has two horizons. */
const eachHorizon = <One>(of: (horizon: 0 | 1) => One): [One, One] => [of(0), of(1)];

/** @param probability of the rows at both horizons, rows × 2 */
export function trainingPopulation(rows: LandmarkRows, probability: Float64Array): TrainingPopulation {
  const { predictors, person } = rows;
  const column = (values: Float64Array, steps: number) => countedColumn(values, person, steps);
  return {
    people: new Set(person).size,
    predictors: Object.fromEntries(
      predictors.names.map((name, at) => [name, column(predictors.columns[at]!, stepsPerUnit.predictor)]),
    ),
    predictions: eachHorizon((at) => column(atHorizon(probability, at), stepsPerUnit.prediction)),
  };
}

const atHorizon = (probability: Float64Array, horizon: 0 | 1) =>
  probability.filter((_, place) => place % 2 === horizon);

function countedColumn(values: Float64Array, person: Int32Array, steps: number): CountedColumn {
  const bins = populationBins(values);
  const mean = isKnownOfMany(values, person) ? meanOf(tallyOf(bins, values, steps), steps) : undefined;
  return {
    commonest: bins.commonest,
    edges: [...bins.edges],
    counts: countsOfMany(bins, values, person, smallestCell),
    mean: mean === undefined ? null : Number(mean.toPrecision(6)),
  };
}

function isKnownOfMany(values: Float64Array, person: Int32Array): boolean {
  const known = new Set<number>();
  for (let row = 0; row < values.length && known.size < smallestCell; row += 1)
    if (!Number.isNaN(values[row]!)) known.add(person[row]!);
  return known.size >= smallestCell;
}

export const nobodyScored = ({ predictors, predictions }: TrainingPopulation): ScoredPopulation => ({
  predictors: mapValues(predictors, (bins) => emptyTally(bins)),
  predictions: eachHorizon((at) => emptyTally(predictions[at])),
});

/** Some of those now scored. */
export function scoredPopulation(
  { predictors, predictions }: TrainingPopulation,
  columns: Readonly<Record<string, Float64Array>>,
  probability: Float64Array,
): ScoredPopulation {
  return {
    predictors: mapValues(predictors, (bins, name) => tallyOf(bins, columns[name]!, stepsPerUnit.predictor)),
    predictions: eachHorizon((at) =>
      tallyOf(predictions[at], atHorizon(probability, at), stepsPerUnit.prediction),
    ),
  };
}

export const together = (one: ScoredPopulation, other: ScoredPopulation): ScoredPopulation => ({
  predictors: mapValues(one.predictors, (tally, name) => addTallies(tally, other.predictors[name]!)),
  predictions: eachHorizon((at) => addTallies(one.predictions[at], other.predictions[at])),
});

const mapValues = <One, Other>(
  record: Readonly<Record<string, One>>,
  to: (one: One, name: string) => Other,
): Record<string, Other> =>
  Object.fromEntries(Object.entries(record).map(([name, one]) => [name, to(one, name)]));
