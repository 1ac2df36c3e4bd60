import { artefactOf, restoreArtefact } from '../../../models/risk/artefact.ts';
import { memberAgreement } from '../../../models/risk/member-agreement.ts';
import { type Numerics, startNumerics } from '../../../models/risk/numerics.ts';
import { typicalPeers } from '../../../models/risk/peers.ts';
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
import { keepNativeAlive } from './native-on-newer-node.ts';
import { withOwnErrorHandling } from './own-error-handling.ts';
import { installedWasmFolder } from './wasm-folder.ts';

const batchRows = 1024;

export interface TensorflowSettings {
  /** Where the WebAssembly files lie, ending in a slash; absent: in the installed package. */
  readonly wasmFolder?: string;
  /** Instead of the settings that follow from the number of rows. */
  readonly training?: Partial<TrainingSettings>;
}

/** The risk network on TensorFlow.js. */
export class TensorflowRiskNetwork implements RiskNetwork {
  readonly numerics: Numerics;
  readonly #training: Partial<TrainingSettings>;

  private constructor(numerics: Numerics, training: Partial<TrainingSettings>) {
    this.numerics = numerics;
    this.#training = training;
  }

  /** @throws NumericsUnavailable */
  static async start({ wasmFolder, training }: TensorflowSettings = {}): Promise<TensorflowRiskNetwork> {
    keepNativeAlive();
    const numerics = await withOwnErrorHandling(() => startNumerics(wasmFolder ?? installedWasmFolder()));
    return new TensorflowRiskNetwork(numerics, training ?? {});
  }

  async train(input: TrainingInput): Promise<TrainedRiskModels> {
    const { served, additive, blend } = await trainRiskModel(input, this.#training);
    const models = {
      additive: new TensorflowRiskModel(additive, blend),
      blend: blend && new TensorflowRiskModel(blend),
    };
    return { served: served === blend ? models.blend! : models.additive, ...models };
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
