import { AdditiveMember, additiveParameters } from './additive-member.ts';
import { blendedOutputs, drifted, outputWeights } from './blend.ts';
import { roundsOf } from './boosted-trees.ts';
import type { Stretch } from './calibrate-hazards.ts';
import { type KindCalibration, kindOfEachRow, putRight, type RowKinds } from './calibration-kinds.ts';
import { type Encoding, type Expansion, groupOfColumn, groupOfInput } from './encoding.ts';
import { centredContributions, contributionsFromProfile, type Reference } from './explanation.ts';
import { causeIncidence, type HazardHead, hazardHead, outputsOf } from './hazard-head.ts';
import { networkParameters, shapeFor } from './hazard-network.ts';
import type { Member, MemberPath } from './member.ts';
import { NetworkMember } from './network-member.ts';
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

export type Profiles = Readonly<Partial<Record<Expansion, Float32Array>>>;

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
  /** Mean of each input over the training rows, by expansion that a member reads. */
  readonly profiles: Profiles;
  readonly members: readonly FittedMember[];
  readonly reference: Reference;
  /** How it was trained, for the model card. */
  readonly training: Readonly<Record<string, unknown>>;
}

/** Probabilities of some rows; shapes as in `RiskScores`. */
export interface RiskProbabilities {
  readonly outcomeIncidence: Float64Array;
  readonly competingIncidence: Float64Array;
  readonly probability: Float64Array;
}

/** Probabilities and their explanation. */
export interface RiskScores extends RiskProbabilities {
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
  /** Of the average profile, once it has been asked for. */
  #profileProbability: readonly number[] | undefined;

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

  /** The same with contributions by group from the programme's average: rows × horizons × groups. */
  explained(table: PredictorTable): RiskScores {
    const { probabilities, fromProfile } = this.explainedFromProfile(table);
    return { ...probabilities, contributions: centredContributions(fromProfile, this.fitted.reference) };
  }

  /** The blend's outputs before they become hazards: rows × outputs. */
  outputs(table: PredictorTable): Float32Array {
    return this.#putRight(
      this.#blended(this.#members.map((member) => member.outputs(table))),
      this.#kindsOf(table),
    );
  }

  /** Contributions from the average profile's probability rather than from the average probability. */
  explainedFromProfile(table: PredictorTable) {
    const paths = this.#members.map((member) => member.path(table));
    const kinds = this.#kindsOf(table);
    const probabilities = this.#probabilitiesOf(
      this.#putRight(this.#blended(paths.map((path) => path.outputsAt(1))), kinds),
    );
    const profileProbability = this.#profileProbability ?? this.#probabilityOfProfile(paths);
    const fromProfile = contributionsFromProfile({
      head: this.#head,
      baseline: this.#baseline,
      paths,
      weights: this.#weights,
      drifts: this.fitted.calibration.drifts,
      kinds,
      groups: this.fitted.groupNames.length,
      horizonIntervals: this.#horizonIntervals,
      probability: probabilities.probability,
      profileProbability,
    });
    return { probabilities, fromProfile, profileProbability };
  }

  #probabilityOfProfile(paths: readonly MemberPath[]): readonly number[] {
    const width = outputsOf(this.#head);
    const ofProfile = paths.map((path) => path.outputsAt(0).subarray(0, width));
    if (ofProfile[0]!.length === 0) return [];
    this.#profileProbability = [...this.#probabilitiesOf(this.#blended(ofProfile)).probability];
    return this.#profileProbability;
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
  const { gridEnds, causes, encoding, groups, groupNames, profiles } = fitted;
  const ofColumn = groupOfColumn(encoding, groups, groupNames);
  const ofInput = groupOfInput(encoding, expansion, ofColumn);
  const profile = profiles[expansion]!;
  if (kind === 'additive') {
    const { pulls } = additiveParameters(numbers, gridEnds.length * causes);
    return new AdditiveMember(encoding, pulls, profile, ofColumn, groupNames.length);
  }
  if (kind === 'trees') {
    const rounds = roundsOf({ depth: size, causes, intervals: gridEnds.length }, numbers);
    return new TreeMember(encoding, rounds, profile, ofInput);
  }
  const shape = shapeFor(hazardHead(gridEnds, causes, timeScale), profile.length, size);
  return new NetworkMember(encoding, expansion, networkParameters(shape, numbers), profile, ofInput);
}

/** Rows `start` … `end` − 1 of a table, without copying. */
export function rowsBetween(table: PredictorTable, start: number, end: number): PredictorTable {
  const columns = columnsByName(table, table.names).map((column) => column.subarray(start, end));
  return { names: table.names, rows: end - start, columns };
}
