import { AdditiveMember, additiveParameters } from './additive-member.ts';
import { blendedOutputs, drifted, outputWeights } from './blend.ts';
import { roundsOf } from './boosted-trees.ts';
import type { Stretch } from './calibrate-hazards.ts';
import { type KindCalibration, kindOfEachRow, putRight, type RowKinds } from './calibration-kinds.ts';
import { EncodedRows } from './encoded-rows.ts';
import { type Encoding, type Expansion, encodedWidth, featureOfColumn, featureOfInput } from './encoding.ts';
import { contributionsAlong } from './explanation.ts';
import { causeIncidence, type HazardHead, hazardHead } from './hazard-head.ts';
import { networkParameters, shapeFor } from './hazard-network.ts';
import type { Member } from './member.ts';
import { NetworkMember } from './network-member.ts';
import { type Peers, typicalPeers } from './peers.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';
import { TreeMember } from './tree-member.ts';

/** One member of the blend: what it is, its share, and all its numbers. */
export interface FittedMember {
  readonly kind: 'additive' | 'network' | 'trees';
  /** Width of a network's hidden layers, depth of trees; 0 for the additive model. */
  readonly size: number;
  /** How freely hazard ratios may drift in time. */
  readonly timeScale: number;
  /** Shares of all members sum to 1. */
  readonly share: number;
  /** Which inputs it reads. */
  readonly expansion: Expansion;
  /** A network's parameters in their order; an additive model's baseline, then its pulls; trees' rounds. */
  readonly numbers: Float32Array;
}

/** The blend's hazards as other people, and all training rows, have put them right. */
export interface HazardCalibration extends Stretch {
  /** intervals × causes */
  readonly baseline: readonly number[];
  /** How each kind of people is put right besides; absent: all alike. */
  readonly kinds?: KindCalibration;
}

/** Everything a trained model is. */
export interface FittedRiskModel {
  readonly predictors: readonly string[];
  readonly groups: Readonly<Record<string, string>>;
  readonly groupNames: readonly string[];
  readonly horizons: readonly number[];
  readonly gridEnds: readonly number[];
  readonly causes: number;
  readonly encoding: Encoding;
  readonly calibration: HazardCalibration;
  readonly members: readonly FittedMember[];
  /** Whom explanations compare with. */
  readonly peers: Peers;
  /** Mean predicted probability over the training rows, per horizon; empty where nobody asked for explanations. */
  readonly averageProbability: readonly number[];
  /** How it was trained, for the model card. */
  readonly training: Readonly<Record<string, unknown>>;
}

/** Probabilities of some rows; shapes as in `RiskScores`. */
export interface RiskProbabilities {
  readonly outcomeIncidence: Float64Array;
  readonly competingIncidence: Float64Array;
  readonly probability: Float64Array;
}

/** Probabilities and their explanation: each cell's contributions sum to `probability` − `typicalProbability`. */
export interface RiskScores extends RiskProbabilities {
  /** Of somebody typical among each row's peers: rows × horizons. */
  readonly typicalProbability: Float64Array;
  /** By feature, in the order of the model's predictors: rows × horizons × features. */
  readonly contributions: Float64Array;
}

/** A trained model at work. Holds plain numbers only; tensors live no longer than a call. */
export class RiskModel {
  readonly fitted: FittedRiskModel;
  readonly #members: readonly Member[];
  /** The blend's head, its time in the common unit. */
  readonly #head: HazardHead;
  readonly #baseline: Float32Array;
  readonly #weights: readonly Float64Array[];
  readonly #horizonIntervals: readonly number[];

  constructor(fitted: FittedRiskModel) {
    this.fitted = fitted;
    const { members, gridEnds, causes, calibration, horizons } = fitted;
    this.#members = members.map((member) => memberAtWork(fitted, member));
    this.#head = hazardHead(gridEnds, causes, 1);
    this.#baseline = Float32Array.from(calibration.baseline);
    this.#weights = members.map((member) => outputWeights(member, calibration.slopes));
    this.#horizonIntervals = horizons.map((horizon) => gridEnds.indexOf(horizon));
  }

  /**
   * Probability of the outcome by each horizon, and incidence at every end.
   *
   * @param table any number of rows that fit in memory once encoded
   */
  probabilities(table: PredictorTable): RiskProbabilities {
    return this.#probabilitiesOf(this.outputs(table));
  }

  /** The same, with what each feature adds to the probability of somebody typical among the row's peers. */
  explained(table: PredictorTable): RiskScores {
    const { predictors, peers, calibration, encoding } = this.fitted;
    const from = typicalPeers(table, predictors, peers);
    const [starts, rows] = [from, table].map((each) => new EncodedRows(encoding, each));
    const paths = this.#members.map((member) => member.path(starts!, rows!));
    const kinds = this.#kindsOf(table);
    const at = (point: number, of: RowKinds | undefined) =>
      this.#probabilitiesOf(this.#putRight(this.#blended(paths.map((path) => path.outputsAt(point))), of));
    const probabilities = at(1, kinds);
    const { probability: typicalProbability } = at(0, this.#kindsOf(from));
    const contributions = contributionsAlong({
      head: this.#head,
      baseline: this.#baseline,
      paths,
      weights: this.#weights,
      drifts: calibration.drifts,
      kinds,
      features: predictors.length,
      horizonIntervals: this.#horizonIntervals,
      probability: probabilities.probability,
      startProbability: typicalProbability,
    });
    return { ...probabilities, typicalProbability, contributions };
  }

  /** The blend's outputs before they become hazards: rows × outputs. */
  outputs(table: PredictorTable): Float32Array {
    const rows = new EncodedRows(this.fitted.encoding, table);
    const outputs = this.#members.map((member) => member.outputs(rows));
    return this.#putRight(this.#blended(outputs), this.#kindsOf(table));
  }

  #blended(outputs: readonly Float32Array[]): Float32Array {
    return drifted(blendedOutputs(outputs, this.#weights), this.fitted.calibration.drifts);
  }

  #kindsOf(table: PredictorTable): RowKinds | undefined {
    const { kinds } = this.fitted.calibration;
    return kinds && { ofRow: kindOfEachRow(kinds, table), stretches: kinds.stretches };
  }

  #putRight(outputs: Float32Array, kinds: RowKinds | undefined): Float32Array {
    return kinds ? putRight(outputs, kinds) : outputs;
  }

  /** @param outputs of the blend, put right: rows × outputs */
  #probabilitiesOf(outputs: Float32Array): RiskProbabilities {
    const ends = this.fitted.gridEnds.length;
    const { outcome, competing } = causeIncidence(this.#head, this.#baseline, outputs);
    const horizons = this.#horizonIntervals;
    const probability = new Float64Array((outcome.length / ends) * horizons.length);
    for (let row = 0, at = 0; at < probability.length; row++) {
      for (const interval of horizons) probability[at++] = outcome[row * ends + interval]!;
    }
    return { outcomeIncidence: outcome, competingIncidence: competing, probability };
  }
}

function memberAtWork(
  fitted: FittedRiskModel,
  { kind, size, timeScale, expansion, numbers }: FittedMember,
): Member {
  const { gridEnds, causes, encoding, predictors } = fitted;
  const ofColumn = featureOfColumn(encoding, predictors);
  const ofInput = featureOfInput(encoding, expansion, ofColumn);
  if (kind === 'additive') {
    const { pulls } = additiveParameters(numbers, gridEnds.length * causes);
    return new AdditiveMember(encoding, pulls, ofColumn);
  }
  if (kind === 'trees') {
    const rounds = roundsOf({ depth: size, causes, intervals: gridEnds.length }, numbers);
    return new TreeMember(rounds, ofInput);
  }
  const inputs = encodedWidth(encoding, expansion);
  const shape = shapeFor(hazardHead(gridEnds, causes, timeScale), inputs, size);
  return new NetworkMember(expansion, networkParameters(shape, numbers), ofInput);
}

/** Rows `start` … `end` − 1 of a table, without copying. */
export function rowsBetween(table: PredictorTable, start: number, end: number): PredictorTable {
  const columns = columnsByName(table, table.names).map((column) => column.subarray(start, end));
  return { names: table.names, rows: end - start, columns };
}
