import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthBatch, ClientMonthSource, ReadingChoice } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModel } from '../ports/risk-network.ts';
import type { ScoreWriter } from '../ports/score-writer.ts';
import { fromWhatStands, publishOnce, type StationRun } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import {
  type MonitoredScores,
  modelMonitoring,
  publishMonitoring,
  type ScoredClients,
} from './model-monitoring.ts';
import { discountRatePerYear, riskScores } from './risk-scores.ts';
import {
  nobodyScored,
  populationFile,
  scoredPopulation,
  TrainingPopulation,
  together,
} from './training-population.ts';

export interface ScorePorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
  readonly network: RiskNetwork;
  readonly scores: ScoreWriter;
  readonly progress: Progress;
}

/** From which pseudonym on, and before which. */
export type ClientRange = Pick<ReadingChoice, 'fromClient' | 'beforeClient'>;

export const scoresFile = 'scores.parquet';

/** Scores and explains every client of the latest landmark with the programme's current model. */
export const scoreClients = (ports: ScorePorts, programme: Programme) =>
  fromWhatStands(() => scoreFromMonths(ports, programme));

async function scoreFromMonths(ports: ScorePorts, programme: Programme) {
  const { station, months, model } = await scoringRun(ports.publications, programme);
  const published = await publishOnce(ports.publications, station, async (run) => {
    const scored = await writeScores(ports, { programme, months, model, run }, scoresFile);
    const learntFrom = await populationLearntFrom(ports.publications, model);
    return {
      fileNames: [scoresFile],
      summary: scoreSummary({ programme, months, model, learntFrom, scored }),
    };
  });
  await publishMonitoring(ports.publications, published.publication);
  return published;
}

/** What a programme's scores would be made from now. */
export async function scoringRun(publications: PublicationStore, programme: Programme, shards?: number) {
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const model = await requireCurrent(publications, `models/${programme.id}`);
  const station: StationRun = {
    station: `scores/${programme.id}`,
    version: '3',
    inputs: [months, model],
    parameters: {
      outcomeCost: programme.outcomeCost,
      discountRatePerYear,
      maximumModelAge: programme.maximumModelAge.months,
      ...(shards !== undefined && { shards }),
    },
    origin: months.origin,
  };
  return { station, months, model };
}

export interface ScoringMaterial {
  readonly programme: Programme;
  readonly months: Publication;
  readonly model: Publication;
  readonly run: string;
}

/** Scores the clients of a range and writes them as a file of the run. */
export async function writeScores(
  ports: ScorePorts,
  material: ScoringMaterial,
  file: string,
  range: ClientRange = {},
): Promise<ScoredClients> {
  const { programme, months, model, run } = material;
  const { scoringLandmark, landmarks } = months.summary as unknown as ClientMonthSummary;
  const location = await ports.publications.location(`scores/${programme.id}`, run, file);
  const network = await restoreModel(ports, model);
  const learntFrom = await populationLearntFrom(ports.publications, model);
  let population = learntFrom && nobodyScored(learntFrom);
  const scored = async function* () {
    for await (const { batch, probability, scores } of batches(ports, programme, months, network, range)) {
      if (learntFrom && population)
        population = together(population, scoredPopulation(learntFrom, batch.numbers, probability));
      yield scores;
    }
  };
  try {
    ports.progress.begin('score', landmarks.find(({ landmarkOn }) => landmarkOn === scoringLandmark)?.rows);
    return { clients: await ports.scores.write(location, scored()), population };
  } finally {
    ports.progress.end();
    network.dispose();
  }
}

/** What is told of a programme's scores beside them. */
export function scoreSummary(material: MonitoredScores) {
  const { averageProbability, clearContributions } = material.model.summary;
  const monitoring = modelMonitoring(material);
  const { landmarkOn, modelVersion } = monitoring;
  const { clients } = material.scored;
  return { clients, landmarkOn, modelVersion, averageProbability, clearContributions, monitoring };
}

/** Undefined for a model that was trained before it was noted. */
export async function populationLearntFrom(
  publications: PublicationStore,
  model: Publication,
): Promise<TrainingPopulation | undefined> {
  if (!model.files.some(({ name }) => name === populationFile)) return undefined;
  const text = new TextDecoder().decode(await publications.read(model, populationFile));
  return TrainingPopulation.parse(JSON.parse(text));
}

async function restoreModel(
  { publications, network }: ScorePorts,
  model: Publication,
): Promise<TrainedRiskModel> {
  const description = JSON.parse(new TextDecoder().decode(await publications.read(model, 'model.json')));
  return network.restore({ description, weights: await publications.read(model, 'weights.bin') });
}

interface ScoredPart {
  readonly batch: ClientMonthBatch;
  readonly probability: Float64Array;
  readonly scores: readonly RiskScore[];
}

async function* batches(
  ports: ScorePorts,
  programme: Programme,
  months: Publication,
  network: TrainedRiskModel,
  range: ClientRange,
): AsyncIterable<ScoredPart> {
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  for await (const batch of ports.clientMonths.read(months, scoringLandmark, range)) {
    const columns = programme.predictors.map((name) => batch.numbers[name] as Float64Array);
    const scored = await network.score({ names: programme.predictors, rows: batch.rows, columns });
    const scores = riskScores(programme, scoringLandmark, batch, scored);
    yield { batch, probability: scored.probability, scores };
    ports.progress.advance(batch.rows);
  }
}
