import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import type { ServiceStatusRules } from '../../../data-contracts/schemas/service-status-rule.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { peerCuts } from '../../../data-contracts/vocabularies/peer-cuts.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ErasureRecords } from '../ports/erasure-records.ts';
import type { KeptParts } from '../ports/kept-parts.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModels } from '../ports/risk-network.ts';
import { publishOnce } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import { calibrationKinds } from './calibration-kinds.ts';
import { judgeModel, type ModelEvaluation } from './judge-model.ts';
import { type LandmarkRows, type RowChoice, readLandmarkRows } from './landmark-rows.ts';
import { modelCard } from './model-card.ts';
import { markOlder } from './older-than-erasure.ts';
import type { PeopleSplit } from './people-split.ts';
import { trainingCheckpoints } from './training-checkpoints.ts';
import { planTraining, TooLittleToLearnFrom, type TrainingPlan } from './training-plan.ts';
import { populationFile, trainingPopulation } from './training-population.ts';
import { trainingVersion } from './training-version.ts';
import { type MayTrain, type TrainingOccasion, type WhoMayTrainPorts, whoMayTrain } from './who-may-train.ts';

export interface TrainPorts extends WhoMayTrainPorts {
  readonly publications: PublicationStore;
  readonly network: RiskNetwork;
  /** Who is erased while the model is trained may have been learnt from: then it is marked so. */
  readonly erasures: Pick<ErasureRecords, 'clients'>;
  readonly progress: Progress;
  /** By which everybody's service status is told: the figures of the card stand by it. */
  readonly serviceStatusRules: ServiceStatusRules;
}

export interface TrainOrder {
  readonly programme: Programme;
  readonly seed: number;
  readonly people: PeopleSplit;
  /** At most about so many client-months are trained on, and as many tested. */
  readonly maximumRows: number;
}

/**
 * Trains a programme's model and, beside it on the same rows, its baselines; judges all of them on other
 * people and, where the data allow, a later time; publishes model and evaluation together. Nobody is trained on,
 * or tested, whom the release gate withholds from model development.
 */
export async function trainRiskModel(ports: TrainPorts, order: TrainOrder, occasion: TrainingOccasion) {
  const { programme, people, maximumRows } = order;
  const months = await requireCurrent(ports.publications, clientMonthStation(programme));
  const summary = months.summary as unknown as ClientMonthSummary;
  const plan = planTraining(summary, programme.horizonsMonths[1], people, maximumRows);
  const erasedBefore = await ports.erasures.clients();
  const mayTrain = await whoMayTrain(ports, months, [plan.training, plan.test], occasion);
  const station = {
    station: `models/${order.programme.id}`,
    version: trainingVersion,
    inputs: [months],
    parameters: {
      ...order,
      numerics: ports.network.numerics,
      withheld: mayTrain.withheldSha256,
      serviceStatusRules: ports.serviceStatusRules,
    },
    origin: months.origin,
    outlivesInputs: true,
  };
  const published = await publishOnce(ports.publications, station, (run) =>
    makeModel(ports, order, { months, plan, mayTrain }, run),
  );
  // their record comes before everything else of an erasure, so one that is not there yet marks the model itself
  const isOlder = (await ports.erasures.clients()).size > erasedBefore.size;
  return isOlder
    ? { ...published, publication: await markOlder(ports.publications, published.publication) }
    : published;
}

interface TrainingMaterial {
  readonly months: Publication;
  readonly plan: TrainingPlan;
  readonly mayTrain: MayTrain;
}

async function makeModel(
  ports: TrainPorts,
  order: TrainOrder,
  { months, plan, mayTrain }: TrainingMaterial,
  run: string,
) {
  const { programme, seed } = order;
  const read = (choice: RowChoice) =>
    readLandmarkRows(
      ports.clientMonths,
      months,
      { programme, serviceStatusRules: ports.serviceStatusRules },
      mayTrain.ofThose(choice),
    );
  const training = await read(plan.training);
  const test = await read(plan.test);
  refuseTooLittle(training, 'training');
  refuseTooLittle(test, 'test');
  refuseShort(training, programme);
  const models = await learn(ports, order, training, run);
  ports.progress.begin('evaluate');
  try {
    const { evaluation, predictions } = await judgeModel({
      programme,
      models,
      training,
      test,
      seed,
    });
    const { description, weights } = models.served.artefact();
    const judged: ModelEvaluation = {
      origin: months.origin,
      ...describeSplit(plan, training, test),
      ...evaluation,
    };
    const { numerics } = ports.network;
    const made = { programme, run, numerics, seed, description, months, training, test };
    const card = modelCard({ ...made, evaluation: judged });
    const fitted = await models.served.probabilities(training.predictors);
    // Row by row, predictions about real people leave through the release gate only.
    const files: Record<string, Uint8Array> = {
      'model.json': jsonBytes(description),
      'weights.bin': weights,
      'evaluation.json': jsonBytes(judged),
      'model-card.json': jsonBytes(card),
      [populationFile]: jsonBytes(trainingPopulation(training, fitted)),
      ...(months.origin !== 'register' && { 'test-predictions.csv': new TextEncoder().encode(predictions) }),
    };
    for (const [name, content] of Object.entries(files)) {
      await ports.publications.write(`models/${programme.id}`, run, name, content);
    }
    return {
      fileNames: Object.keys(files),
      summary: {
        averageProbability: evaluation.wholeModel.averageProbability,
        typicalByAge: evaluation.wholeModel.typicalByAge,
        clearContributions: evaluation.wholeModel.clearContributions,
        numerics,
        trainingRows: training.clients.length,
        withheld: mayTrain.withheld,
        newestLandmarkOn: plan.training.landmarks.at(-1),
        learntUntil: plan.learntUntil,
      },
    };
  } finally {
    ports.progress.end();
    models.additive.dispose();
    models.blend?.dispose();
  }
}

async function learn(
  { network, progress, publications }: TrainPorts,
  { programme, seed }: TrainOrder,
  rows: LandmarkRows,
  run: string,
): Promise<TrainedRiskModels> {
  const parts = 1000;
  let done = 0;
  progress.begin('train', parts);
  const models = await network.train({
    predictors: rows.predictors,
    followUp: rows.followUp,
    person: rows.person,
    landmark: rows.landmark,
    horizons: programme.horizonsMonths,
    groups: Object.fromEntries(programme.predictors.map((name) => [name, features[name].group])),
    kinds: calibrationKinds(programme),
    peers: peersIn(programme),
    seed,
    checkpoints: trainingCheckpoints(unpublished(publications, `models/${programme.id}`, run), 'checkpoints'),
    onProgress: (share) => {
      progress.advance(Math.round(share * parts) - done);
      done = Math.round(share * parts);
    },
  });
  progress.end();
  return models;
}

/** In what people are compared who are alike, of what the programme looks at. */
const peersIn = ({ predictors }: Programme) =>
  Object.fromEntries(
    Object.entries(peerCuts).filter(([feature]) => predictors.some((own) => own === feature)),
  );

const leastCases = 20;

function refuseTooLittle({ followUp, clients }: LandmarkRows, part: string): void {
  const cases = followUp.event.reduce((count, event) => count + (event === 1 ? 1 : 0), 0);
  if (cases >= leastCases) return;
  throw new TooLittleToLearnFrom(
    `${part} rows: expected at least ${leastCases} outcomes, got ${cases} among ${clients.length} client-months`,
  );
}

/** Hazards late in the horizon cannot be learnt where nobody was seen that long. */
function refuseShort({ followUp }: LandmarkRows, { horizonsMonths }: Programme): void {
  const longest = followUp.time.reduce((most, months) => Math.max(most, months), 0);
  if (longest >= horizonsMonths[1]) return;
  throw new TooLittleToLearnFrom(
    `training follow-up: expected ${horizonsMonths[1]} months for the longer horizon, got ${longest}`,
  );
}

function describeSplit(plan: TrainingPlan, training: LandmarkRows, test: LandmarkRows) {
  return {
    split: plan.split,
    trainingLandmarks: plan.training.landmarks,
    testLandmark: plan.test.landmarks[0]!,
    trainingRows: training.clients.length,
    trainingPeople: new Set(training.person).size,
    testRows: test.clients.length,
  };
}

const jsonBytes = (content: unknown) => new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);

/** In the run's own folder, where nobody sees them: publishing the run removes them. */
const unpublished = (publications: PublicationStore, station: string, run: string): KeptParts => ({
  read: (part) => publications.readUnpublished(station, run, part),
  write: (part, content) => publications.write(station, run, part, content),
});
