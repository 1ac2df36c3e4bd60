import { artefactOf, restoreArtefact } from '../../../models/risk/artefact.ts';
import { memberAgreement } from '../../../models/risk/member-agreement.ts';
import type { Numerics } from '../../../models/risk/numerics.ts';
import { typicalPeers } from '../../../models/risk/peers.ts';
import type { RiskStudy } from '../../../models/risk/prepare-study.ts';
import { type RiskModel, rowsBetween } from '../../../models/risk/risk-model.ts';
import { trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import type { TrainingSettings } from '../../../models/risk/training-settings.ts';
import type {
  PredictorTable,
  RiskArtefact,
  RiskNetwork,
  ScoredBatch,
  TrainedRiskModel,
  TrainedRiskModels,
  TrainingInput,
} from '../../core/ports/risk-network.ts';
import { startNetworkNumerics } from './start-numerics.ts';
import { type StudyAtWork, TrainingWorkers, type WorkerSettings } from './training-workers.ts';

const batchRows = 1024;

export interface TensorflowSettings {
  /** Where the WebAssembly files lie, ending in a slash; absent: in the installed package. */
  readonly wasmFolder?: string;
  /** Instead of the settings that follow from the number of rows. */
  readonly training?: Partial<TrainingSettings>;
  /** Threads that train; absent: the one that asks. */
  readonly workers?: WorkerSettings;
}

/** The risk network on TensorFlow.js. */
export class TensorflowRiskNetwork implements RiskNetwork {
  readonly numerics: Numerics;
  readonly #training: Partial<TrainingSettings>;
  readonly #workers: TrainingWorkers | undefined;
  readonly #leastRowsForWorkers: number;

  private constructor(numerics: Numerics, { training, workers }: TensorflowSettings) {
    this.numerics = numerics;
    this.#training = training ?? {};
    this.#workers = workers && new TrainingWorkers(workers);
    this.#leastRowsForWorkers = workers?.leastRows ?? Number.POSITIVE_INFINITY;
  }

  /** @throws NumericsUnavailable */
  static async start(settings: TensorflowSettings = {}): Promise<TensorflowRiskNetwork> {
    return new TensorflowRiskNetwork(await startNetworkNumerics(settings.wasmFolder), settings);
  }

  async train(input: TrainingInput): Promise<TrainedRiskModels> {
    const { served, additive, blend } = await this.#trained(input);
    const models = {
      additive: new TensorflowRiskModel(additive, blend),
      blend: blend && new TensorflowRiskModel(blend),
    };
    return { served: served === blend ? models.blend! : models.additive, ...models };
  }

  async #trained(study: RiskStudy) {
    if (!this.#workers || study.predictors.rows < this.#leastRowsForWorkers)
      return trainRiskModel(study, this.#training);
    let atWork: StudyAtWork | undefined;
    try {
      return await trainRiskModel(study, this.#training, (settings) => {
        atWork = this.#workers!.open(study, settings);
        return atWork.make;
      });
    } finally {
      atWork?.close();
    }
  }

  async restore(artefact: RiskArtefact): Promise<TrainedRiskModel> {
    return new TensorflowRiskModel(restoreArtefact(artefact));
  }
}

class TensorflowRiskModel implements TrainedRiskModel {
  readonly #model: RiskModel;
  /** Whose members say how sure a contribution's direction is. */
  readonly #panel: RiskModel;

  constructor(model: RiskModel, panel = model) {
    this.#model = model;
    this.#panel = panel;
  }

  artefact(): RiskArtefact {
    return artefactOf(this.#model);
  }

  async score(predictors: PredictorTable): Promise<ScoredBatch> {
    const { fitted } = this.#model;
    const { horizons, gridEnds, predictors: featureNames, averageProbability } = fitted;
    const { rows } = predictors;
    const cells = rows * horizons.length;
    const scored = {
      outcomeIncidence: new Float64Array(rows * gridEnds.length),
      competingIncidence: new Float64Array(rows * gridEnds.length),
      probability: new Float64Array(cells),
      typicalProbability: new Float64Array(cells),
      contributions: new Float64Array(cells * featureNames.length),
    };
    for (let start = 0; start < rows; start += batchRows) {
      const part = rowsBetween(predictors, start, Math.min(rows, start + batchRows));
      const scores = this.#model.explained(part);
      for (const [name, into] of Object.entries(scored)) {
        into.set(scores[name as keyof typeof scored], (into.length / rows) * start);
      }
    }
    const typical = typicalPeers(predictors, featureNames, fitted.peers);
    return { rows, horizons, gridEnds, featureNames, averageProbability, typical, ...scored };
  }

  async probabilities(predictors: PredictorTable): Promise<Float64Array> {
    const { rows } = predictors;
    const probability = new Float64Array(rows * this.#model.fitted.horizons.length);
    for (let start = 0; start < rows; start += batchRows) {
      const part = rowsBetween(predictors, start, Math.min(rows, start + batchRows));
      probability.set(this.#model.probabilities(part).probability, (probability.length / rows) * start);
    }
    return probability;
  }

  async contributionAgreement(predictors: PredictorTable): Promise<Float64Array | undefined> {
    return memberAgreement(this.#model, this.#panel, predictors);
  }

  /** Nothing is held between calls. */
  dispose(): void {}
}
