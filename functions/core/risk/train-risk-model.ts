import type { Programme } from '../../../data-contracts/schemas/programme.ts';
import { features } from '../../../data-contracts/vocabularies/features.ts';
import { type ClientMonthSummary, clientMonthStation } from '../client-months/build-client-months.ts';
import type { ClientMonthSource } from '../ports/client-month-source.ts';
import type { Progress } from '../ports/progress.ts';
import type { Publication, PublicationStore } from '../ports/publication-store.ts';
import type { RiskNetwork, TrainedRiskModels } from '../ports/risk-network.ts';
import { publishOnce } from '../publish-once.ts';
import { requireCurrent } from '../require-current.ts';
import { judgeModel, type ModelEvaluation } from './judge-model.ts';
import { type LandmarkRows, readLandmarkRows } from './landmark-rows.ts';
import { modelCard } from './model-card.ts';
import type { PeopleSplit } from './people-split.ts';
import { trainingCheckpoints } from './training-checkpoints.ts';
import { planTraining, TooLittleToLearnFrom, type TrainingPlan } from './training-plan.ts';

export interface TrainPorts {
  readonly publications: PublicationStore;
  readonly clientMonths: ClientMonthSource;
  readonly network: RiskNetwork;
  readonly progress: Progress;
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
 * people and, where the data allow, a later time; publishes model and evaluation together.
 */
export async function trainRiskModel(ports: TrainPorts, order: TrainOrder) {
  const months = await requireCurrent(ports.publications, clientMonthStation(order.programme));
  const station = {
    station: `models/${order.programme.id}`,
    version: '3',
    inputs: [months],
    parameters: { ...order, numerics: ports.network.numerics },
    origin: months.origin,
  };
  return publishOnce(ports.publications, station, (run) => makeModel(ports, order, months, run));
}

async function makeModel(ports: TrainPorts, order: TrainOrder, months: Publication, run: string) {
  const { programme, seed } = order;
  const summary = months.summary as unknown as ClientMonthSummary;
  const plan = planTraining(summary, programme.horizonsMonths[1], order.people, order.maximumRows);
  const training = await readLandmarkRows(ports.clientMonths, months, programme, plan.training);
  const test = await readLandmarkRows(ports.clientMonths, months, programme, plan.test);
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
    // Row by row, predictions about real people leave through the release gate only.
    const files: Record<string, Uint8Array> = {
      'model.json': jsonBytes(description),
      'weights.bin': weights,
      'evaluation.json': jsonBytes(judged),
      'model-card.json': jsonBytes(card),
      ...(months.origin !== 'register' && { 'test-predictions.csv': new TextEncoder().encode(predictions) }),
    };
    for (const [name, content] of Object.entries(files)) {
      await ports.publications.write(`models/${programme.id}`, run, name, content);
    }
    return {
      fileNames: Object.keys(files),
      summary: {
        averageProbability: evaluation.wholeModel.averageProbability,
        clearContributions: evaluation.wholeModel.clearContributions,
        numerics,
        trainingRows: training.clients.length,
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
    horizons: programme.horizonsMonths,
    groups: Object.fromEntries(programme.predictors.map((name) => [name, features[name].group])),
    seed,
    checkpoints: trainingCheckpoints(publications, `models/${programme.id}`, run),
    onProgress: (share) => {
      progress.advance(Math.round(share * parts) - done);
      done = Math.round(share * parts);
    },
  });
  progress.end();
  return models;
}

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
