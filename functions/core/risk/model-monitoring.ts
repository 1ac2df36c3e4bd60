import type {
  ModelAge,
  ModelMonitoring,
  ModelStandingNote,
} from '../../../data-contracts/schemas/model-monitoring.ts';
import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { FeatureId } from '../../../data-contracts/vocabularies/features.ts';
import { meanOf } from '../../../models/evaluation/population-bins.ts';
import { populationStability } from '../../../models/evaluation/population-stability.ts';
import { monthsBetween } from '../calendar.ts';
import type { ClientMonthSummary } from '../client-months/build-client-months.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import { publishOnce, type StationRun } from '../publish-once.ts';
import { smallestCell } from '../release/small-cells.ts';
import {
  type CountedColumn,
  type ScoredPopulation,
  stepsPerUnit,
  type TrainingPopulation,
} from './training-population.ts';

/** Those whom scores were made of. */
export interface ScoredClients {
  readonly clients: number;
  /** Undefined: of the model it is not known whom it learnt from. */
  readonly population: ScoredPopulation | undefined;
}

export interface MonitoredScores {
  readonly programme: Programme;
  readonly months: Publication;
  readonly model: Publication;
  readonly learntFrom: TrainingPopulation | undefined;
  readonly scored: ScoredClients;
}

/** How old a model is at the landmark it scored, and how far those scored are from those it learnt from. */
export function modelMonitoring(material: MonitoredScores): ModelMonitoring {
  const { programme, months, model, learntFrom, scored } = material;
  const { scoringLandmark: landmarkOn } = months.summary as unknown as ClientMonthSummary;
  const isCompared = learntFrom && scored.population && scored.clients > 0;
  return {
    origin: months.origin,
    programme: programme.id,
    modelVersion: `${programme.id}-${model.run}`,
    landmarkOn,
    age: ageOf(material, landmarkOn),
    drift: isCompared ? driftOf(material, learntFrom, scored.population) : null,
  };
}

function ageOf({ model, programme }: MonitoredScores, landmarkOn: string): ModelAge | null {
  const { newestLandmarkOn, learntUntil } = model.summary as Partial<ModelAge>;
  if (newestLandmarkOn === undefined || learntUntil === undefined) return null;
  const months = monthsBetween(learntUntil, landmarkOn);
  const limitMonths = programme.maximumModelAge.months;
  return { newestLandmarkOn, learntUntil, months, limitMonths, isStale: months > limitMonths };
}

function driftOf(
  { programme }: MonitoredScores,
  learntFrom: TrainingPopulation,
  population: ScoredPopulation,
): ModelMonitoring['drift'] {
  const predictors = Object.entries(learntFrom.predictors).map(([name, before]) => {
    const now = population.predictors[name]!;
    return {
      predictor: name as FeatureId,
      ...shiftOf(before, now, learntFrom.people, stepsPerUnit.predictor),
      missingInTraining: missingShare(before.counts),
      missingNow: missingShare(now.counts),
    };
  });
  const prediction = (at: 0 | 1) => ({
    horizonMonths: programme.horizonsMonths[at],
    ...shiftOf(
      learntFrom.predictions[at],
      population.predictions[at],
      learntFrom.people,
      stepsPerUnit.prediction,
    ),
  });
  const beyond = ({ stabilityIndex, byChance }: (typeof predictors)[number]) => stabilityIndex - byChance;
  return {
    predictors: predictors.sort((one, other) => beyond(other) - beyond(one)),
    predictions: [prediction(0), prediction(1)],
  };
}

type Tally = ScoredPopulation['predictions'][number];

function shiftOf(before: CountedColumn, now: Tally, people: number, steps: number) {
  const { index, byChance, level } = populationStability(before.counts, now.counts, people);
  const isKnownOfMany = total(now.counts.slice(1)) >= smallestCell;
  return {
    stabilityIndex: rounded(index),
    byChance: rounded(byChance),
    level,
    meanInTraining: before.mean,
    meanNow: isKnownOfMany ? Number(meanOf(now, steps)!.toPrecision(6)) : null,
  };
}

/** Where a few are missing, or a few are not, nobody or everybody is told to be. */
function missingShare(counts: readonly number[]): number {
  const [missing, rows] = [counts[0]!, total(counts)];
  if (missing < smallestCell) return 0;
  return rows - missing < smallestCell ? 1 : rounded(missing / rows);
}

const total = (counts: readonly number[]) => counts.reduce((rows, count) => rows + count, 0);
const rounded = (figure: number) => Math.round(figure * 1e4) / 1e4;

/** Where it is published as well, for those who may not read scores. */
export const monitoringStation = (programme: string) => `monitoring/${programme}`;

/** Publishes what is told of scores without anybody's score. */
export function publishMonitoring(
  publications: PublicationStore,
  scores: Publication,
): Promise<{ publication: Publication }> {
  const { monitoring } = scores.summary as { readonly monitoring: ModelMonitoring };
  const station: StationRun = {
    station: monitoringStation(monitoring.programme),
    version: '1',
    inputs: [scores],
    parameters: {},
    origin: scores.origin,
  };
  return publishOnce(publications, station, async () => ({ fileNames: [], summary: monitoring }));
}

/** What a planner must know of the model behind an answer. */
export function standingNotes(monitoring: ModelMonitoring | undefined): ModelStandingNote[] {
  const { age, drift } = monitoring ?? { age: null, drift: null };
  const shifts = drift ? [...drift.predictors, ...drift.predictions] : [];
  const holds: Record<ModelStandingNote, boolean> = {
    'model-stale': age?.isStale === true,
    'people-strongly-shifted': shifts.some(({ level }) => level === 'strongly-shifted'),
    'model-not-watched': !(age && drift),
  };
  return (Object.keys(holds) as ModelStandingNote[]).filter((note) => holds[note]);
}

/** Figures for those who keep the service running. */
export function monitoringMeasures({ age, drift }: ModelMonitoring) {
  const beyond = (shifts: readonly { readonly stabilityIndex: number; readonly byChance: number }[]) =>
    Math.max(0, ...shifts.map(({ stabilityIndex, byChance }) => stabilityIndex - byChance));
  return {
    'models-not-watched': age && drift ? 0 : 1,
    ...(age && { 'model-age-months': age.months, 'models-stale': age.isStale ? 1 : 0 }),
    ...(drift && {
      'largest-predictor-drift': beyond(drift.predictors),
      'largest-prediction-drift': beyond(drift.predictions),
    }),
  };
}
