import { artefactOf, restoreArtefact } from '../../../models/risk/artefact.ts';
import { type Numerics, startNumerics } from '../../../models/risk/numerics.ts';
import { type RiskModel, rowsBetween } from '../../../models/risk/risk-model.ts';
import { trainRiskModel } from '../../../models/risk/train-risk-model.ts';
import type {
  PredictorTable,
  RiskArtefact,
  RiskNetwork,
  ScoredBatch,
  TrainedRiskModel,
  TrainingInput,
} from '../../core/ports/risk-network.ts';
import { withOwnErrorHandling } from './own-error-handling.ts';
import { installedWasmFolder } from './wasm-folder.ts';

const batchRows = 1024;

/** The risk network on TensorFlow.js. */
export class TensorflowRiskNetwork implements RiskNetwork {
  readonly numerics: Numerics;

  private constructor(numerics: Numerics) {
    this.numerics = numerics;
  }

  /**
   * @param wasmFolder where the WebAssembly files lie, ending in a slash; absent: in the installed package
   * @throws NumericsUnavailable
   */
  static async start(wasmFolder = installedWasmFolder()): Promise<TensorflowRiskNetwork> {
    return new TensorflowRiskNetwork(await withOwnErrorHandling(() => startNumerics(wasmFolder)));
  }

  async train(input: TrainingInput): Promise<TrainedRiskModel> {
    return new TensorflowRiskModel(trainRiskModel(input));
  }

  async restore(artefact: RiskArtefact): Promise<TrainedRiskModel> {
    return new TensorflowRiskModel(restoreArtefact(artefact));
  }
}

class TensorflowRiskModel implements TrainedRiskModel {
  readonly #model: RiskModel;

  constructor(model: RiskModel) {
    this.#model = model;
  }

  artefact(): RiskArtefact {
    return artefactOf(this.#model);
  }

  async score(predictors: PredictorTable): Promise<ScoredBatch> {
    const { fitted } = this.#model;
    const { horizons, gridEnds, groupNames, reference } = fitted;
    const { rows } = predictors;
    const scored = {
      outcomeIncidence: new Float64Array(rows * gridEnds.length),
      competingIncidence: new Float64Array(rows * gridEnds.length),
      probability: new Float64Array(rows * horizons.length),
      contributions: new Float64Array(rows * horizons.length * groupNames.length),
    };
    for (let start = 0; start < rows; start += batchRows) {
      const part = rowsBetween(predictors, start, Math.min(rows, start + batchRows));
      const scores = this.#model.explained(part);
      for (const [name, into] of Object.entries(scored)) {
        into.set(scores[name as keyof typeof scored], (into.length / rows) * start);
      }
    }
    const { averageProbability } = reference;
    return { rows, horizons, gridEnds, groupNames, averageProbability, ...scored };
  }

  /** Nothing is held between calls. */
  dispose(): void {}
}
