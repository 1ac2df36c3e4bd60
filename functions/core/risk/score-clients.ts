import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { RiskScore } from '../../../data-contracts/schemas/risk-score.ts';
import type { ServiceStatusRules } from '../../../data-contracts/schemas/service-status-rule.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthBatch } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModel } from '../ports/risk-network.ts';
import type { ScoreWriter } from '../ports/score-writer.ts';
import { fromWhatStands, type MadeRun, publishOnce, type StationRun } from '../publish-once.ts';
import { PublishedByEarlierVersion, requireCurrent } from '../require-current.ts';
import { withContrary } from './contrary-features.ts';
import {
  type MonitoredScores,
  modelMonitoring,
  publishMonitoring,
  type ScoredClients,
} from './model-monitoring.ts';
import { discountRatePerYear, explanationsOf, riskScores } from './risk-scores.ts';
import { rowsWithout } from './rows-without.ts';
import {
  nobodyScored,
  populationFile,
  scoredPopulation,
  TrainingPopulation,
  together,
} from './training-population.ts';
import { againWhereSaidNo, SaidNoMeanwhile } from './unless-said-no.ts';
import {
  type ClientRange,
  type MayBeScored,
  type WhoMayBeScoredPorts,
  whoMayBeScored,
} from './who-may-be-scored.ts';

export interface ScorePorts extends WhoMayBeScoredPorts {
  readonly publications: PublicationStore;
  readonly network: RiskNetwork;
  readonly scores: ScoreWriter;
  /** By which everybody's service status is told. */
  readonly serviceStatusRules: ServiceStatusRules;
  readonly progress: Progress;
}

export const scoresFile = 'scores.parquet';

/**
 * Scores and explains every client of the latest landmark who may be profiled, with the programme's current model.
 * Where somebody says no while it is done, it is done again without them before anything is published.
 * @throws ScoringRefused
 */
export const scoreClients = (ports: ScorePorts, programme: Programme) =>
  fromWhatStands(() => againWhereSaidNo(() => scoreFromMonths(ports, programme)));

async function scoreFromMonths(ports: ScorePorts, programme: Programme) {
  const inputs = await scoringInputs(ports.publications, programme);
  const mayBe = await whoMayBeScored(ports, inputs.months, {});
  const { serviceStatusRules } = ports;
  const station = scoringStation(programme, inputs, {
    withheld: mayBe.withheldSha256,
    serviceStatusRules,
  });
  const published = await publishOnce(ports.publications, station, (run) =>
    scoredRun(ports, { programme, ...inputs, run, mayBe }),
  );
  await publishMonitoring(ports.publications, published.publication);
  return published;
}

async function scoredRun(ports: ScorePorts, material: ScoringMaterial): Promise<MadeRun> {
  const scored = await writeScores(ports, material, scoresFile);
  if (!(await material.mayBe.isStillSo())) throw new SaidNoMeanwhile('scores: made again');
  const learntFrom = await populationLearntFrom(ports.publications, material.model);
  const summary = scoreSummary({ ...material, learntFrom, scored });
  return {
    fileNames: [scoresFile],
    summary: {
      ...summary,
      withheldFromScoring: material.mayBe.withheldByReason,
      serviceStatusRules: ports.serviceStatusRules,
    },
  };
}

/** What a programme's scores would be made from now. */
export async function scoringInputs(publications: PublicationStore, programme: Programme) {
  const months = await requireCurrent(publications, clientMonthStation(programme));
  const model = await requireCurrent(publications, `models/${programme.id}`);
  return { months, model };
}

/** @param further what else decides the scores */
export const scoringStation = (
  programme: Programme,
  { months, model }: Pick<ScoringMaterial, 'months' | 'model'>,
  further: object,
): StationRun => ({
  station: `scores/${programme.id}`,
  version: '5',
  inputs: [months, model],
  parameters: {
    outcomeCost: programme.outcomeCost,
    discountRatePerYear,
    maximumModelAge: programme.maximumModelAge.months,
    ...further,
  },
  origin: months.origin,
});

export interface ScoringMaterial {
  readonly programme: Programme;
  readonly months: Publication;
  readonly model: Publication;
  readonly run: string;
  readonly mayBe: MayBeScored;
}

/** Scores those of a range who may be, and writes them as a file of the run. */
export async function writeScores(
  ports: ScorePorts,
  material: ScoringMaterial,
  file: string,
  range: ClientRange = {},
): Promise<ScoredClients> {
  const { programme, model, run } = material;
  const { scoringLandmark, landmarks } = material.months.summary as unknown as ClientMonthSummary;
  const location = await ports.publications.location(`scores/${programme.id}`, run, file);
  const network = await restoreModel(ports, model, programme);
  const learntFrom = await populationLearntFrom(ports.publications, model);
  let population = learntFrom && nobodyScored(learntFrom);
  const scored = async function* () {
    for await (const { batch, probability, scores } of batches(ports, material, network, range)) {
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
  const { averageProbability, typicalByAge, clearContributions } = material.model.summary;
  const monitoring = modelMonitoring(material);
  const { landmarkOn, modelVersion } = monitoring;
  const { clients } = material.scored;
  const explained = { averageProbability, typicalByAge, clearContributions };
  return { clients, landmarkOn, modelVersion, ...explained, monitoring };
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

/** @throws PublishedByEarlierVersion when it learnt from what client-months no longer hold */
async function restoreModel(
  { publications, network }: ScorePorts,
  model: Publication,
  { predictors }: Programme,
): Promise<TrainedRiskModel> {
  const description = JSON.parse(new TextDecoder().decode(await publications.read(model, 'model.json')));
  const learntFrom: readonly string[] = description.predictors ?? [];
  if (!learntFrom.every((name) => predictors.some((own) => own === name)))
    throw new PublishedByEarlierVersion(model.station);
  return network.restore({ description, weights: await publications.read(model, 'weights.bin') });
}

interface ScoredPart {
  readonly batch: ClientMonthBatch;
  readonly probability: Float64Array;
  readonly scores: readonly RiskScore[];
}

async function* batches(
  ports: ScorePorts,
  { programme, months, mayBe }: ScoringMaterial,
  network: TrainedRiskModel,
  range: ClientRange,
): AsyncIterable<ScoredPart> {
  const { scoringLandmark } = months.summary as unknown as ClientMonthSummary;
  for await (const all of ports.clientMonths.read(months, scoringLandmark, range)) {
    const batch = rowsWithout(all, mayBe.withheld);
    ports.progress.advance(all.rows);
    if (batch.rows === 0) continue;
    const columns = programme.predictors.map((name) => batch.numbers[name] as Float64Array);
    const table = { names: programme.predictors, rows: batch.rows, columns };
    const scored = await network.score(table);
    const explained = await withContrary(network, table, scored, explanationsOf(scored));
    const scores = riskScores(programme, scoringLandmark, ports.serviceStatusRules, batch, scored, explained);
    yield { batch, probability: scored.probability, scores };
  }
}
