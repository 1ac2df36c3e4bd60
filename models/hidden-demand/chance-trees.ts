import { roundsOf, type TreesRound, treeOutputs } from '../risk/boosted-trees.ts';
import {
  type Encoding,
  encode,
  encodedWidth,
  featureOfColumn,
  featureOfInput,
  learnEncoding,
} from '../risk/encoding.ts';
import { hazardHead } from '../risk/hazard-head.ts';
import { intervalExposure } from '../risk/interval-exposure.ts';
import type { PredictorTable } from '../risk/predictor-table.ts';
import { pickInputs } from '../risk/train-network.ts';
import { type TreesSettings, trainTrees } from '../risk/train-trees.ts';
import { TreePath } from '../risk/tree-member.ts';

/** Fixed, as nothing is known here by which they could be chosen: the truth that is looked for is not in the data. */
const settings: TreesSettings = {
  depth: 4,
  rate: 0.08,
  ridge: 10,
  rowShare: 0.7,
  mostRows: 50_000,
  inputShare: 0.5,
};
const rounds = 120;

/** Boosted trees of a yes or no. */
export class ChanceTrees {
  readonly #encoding: Encoding;
  readonly #rounds: readonly TreesRound[];
  /** Mean of each input, from which contributions are counted. */
  readonly #profile: Float32Array;

  /**
   * Fits the trees of the hazards on a grid of one interval, whose hazard is the chance. The same rows and seed, the
   * same trees.
   *
   * @param isCase of each of the table's rows, 1 for a yes
   * @throws RangeError when no predictor tells anything
   */
  constructor(table: PredictorTable, isCase: Uint8Array, seed: number) {
    this.#encoding = learnEncoding(table, 1);
    const width = encodedWidth(this.#encoding, 'plain');
    const inputs = encode(this.#encoding, table, 'plain');
    const exposure = intervalExposure({ time: new Float64Array(table.rows).fill(1), event: isCase }, [1]);
    const numbers = trainTrees({
      study: { width, exposure, inputsOf: (rows) => pickInputs(inputs, width, rows) },
      rows: Int32Array.from({ length: table.rows }, (_, row) => row),
      head: hazardHead([1], 1, 1),
      settings,
      rounds,
      seed,
    });
    this.#rounds = roundsOf({ depth: settings.depth, causes: 1, intervals: 1 }, numbers);
    this.#profile = meanInputs(inputs, width);
  }

  /** Chance of a yes, of each row. */
  chances(table: PredictorTable): Float64Array {
    const values = encode(this.#encoding, table, 'plain');
    const outputs = treeOutputs(this.#rounds, values, this.#profile.length);
    const baseline = this.#rounds.at(-1)!.baseline[0]!;
    return Float64Array.from(
      { length: table.rows },
      (_, row) => 1 / (1 + Math.exp(-baseline - outputs[2 * row]!)),
    );
  }

  /**
   * What each predictor adds to the logit of the chance, beside somebody whose every input is the mean.
   *
   * @returns rows × predictors of the table; a row's sum is the difference of the two logits
   */
  contributions(table: PredictorTable): Float64Array {
    const values = encode(this.#encoding, table, 'plain');
    const ofInput = featureOfInput(this.#encoding, 'plain', featureOfColumn(this.#encoding, table.names));
    const width = this.#profile.length;
    const start = Float32Array.from(values, (_, at) => this.#profile[at % width]!);
    const path = new TreePath(this.#rounds, start, values, ofInput);
    const levelAlone = Float32Array.from({ length: 2 * table.rows }, (_, at) => (at % 2 === 0 ? 1 : 0));
    path.addSlopes([levelAlone], 1);
    const features = table.names.length;
    const contributions = new Float64Array(table.rows * features);
    path.writeContributions(features, contributions);
    return contributions;
  }
}

function meanInputs(inputs: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  for (let at = 0; at < inputs.length; at++) sums[at % width]! += inputs[at]!;
  return Float32Array.from(sums, (sum) => (sum * width) / inputs.length);
}
