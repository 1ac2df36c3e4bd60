import { additiveMember } from './additive-member.ts';
import { type Blend, blendedIncidence } from './blend.ts';
import { type Encoding, encode, groupOfInput } from './encoding.ts';
import {
  centredContributions,
  contributionsFromProfile,
  probabilityOfProfile,
  type Reference,
} from './explanation.ts';
import { hazardHead, outputsOf } from './hazard-head.ts';
import { networkParameters, shapeFor } from './hazard-network.ts';
import type { Member } from './member.ts';
import { networkMember } from './network-member.ts';
import { columnsByName, type PredictorTable } from './predictor-table.ts';

/** One member of the blend: what it is, its share, and all its numbers. */
export interface FittedMember {
  readonly kind: 'network' | 'additive';
  /** Width of the hidden layers; 0 for the additive model. */
  readonly hidden: number;
  /** How freely hazard ratios may drift in time. */
  readonly timeScale: number;
  /** Shares of all members sum to 1. */
  readonly share: number;
  /** Position in `encodings`. */
  readonly encoding: number;
  /** A network's parameters in their order; an additive model's baseline, then its pulls. */
  readonly numbers: Float32Array;
}

/** An encoding, and the mean of each of its inputs over the training rows. */
export interface FittedEncoding {
  readonly encoding: Encoding;
  readonly profile: Float32Array;
}

/** Everything a trained model is. */
export interface FittedRiskModel {
  readonly predictors: readonly string[];
  readonly groups: Readonly<Record<string, string>>;
  readonly groupNames: readonly string[];
  readonly horizons: readonly number[];
  readonly gridEnds: readonly number[];
  readonly causes: number;
  readonly encodings: readonly FittedEncoding[];
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
  readonly #blend: Blend;
  readonly #horizonIntervals: readonly number[];
  readonly #groupOfInputs: readonly Int32Array[];

  constructor(fitted: FittedRiskModel) {
    this.fitted = fitted;
    this.#blend = {
      members: fitted.members.map((member) => memberAtWork(fitted, member)),
      shares: fitted.members.map(({ share }) => share),
    };
    this.#horizonIntervals = fitted.horizons.map((horizon) => fitted.gridEnds.indexOf(horizon));
    this.#groupOfInputs = fitted.encodings.map(({ encoding }) =>
      groupOfInput(encoding, fitted.groups, fitted.groupNames),
    );
  }

  /**
   * Probability of the outcome by each horizon, and incidence at every end.
   *
   * @param table any number of rows that fit in memory once encoded
   */
  probabilities(table: PredictorTable): RiskProbabilities {
    return this.#probabilitiesOf(table.rows, this.#inputsOf(table));
  }

  /** The same with contributions by group from the programme's average: rows × horizons × groups. */
  explained(table: PredictorTable): RiskScores {
    const { probabilities, fromProfile } = this.explainedFromProfile(table);
    return { ...probabilities, contributions: centredContributions(fromProfile, this.fitted.reference) };
  }

  /** Contributions from the average profile's probability rather than from the average probability. */
  explainedFromProfile(table: PredictorTable) {
    const encoded = this.#inputsOf(table);
    const probabilities = this.#probabilitiesOf(table.rows, encoded);
    const { members, groupNames } = this.fitted;
    const profiles = members.map(({ encoding }) => this.fitted.encodings[encoding]!.profile);
    const horizonIntervals = this.#horizonIntervals;
    const profileProbability = probabilityOfProfile(this.#blend, profiles, horizonIntervals);
    const fromProfile = contributionsFromProfile(this.#blend, {
      inputs: members.map(({ encoding }) => encoded[encoding]!),
      profiles,
      groupOfInputs: members.map(({ encoding }) => this.#groupOfInputs[encoding]!),
      groups: groupNames.length,
      horizonIntervals,
      probability: probabilities.probability,
      profileProbability,
    });
    return { probabilities, fromProfile, profileProbability };
  }

  #inputsOf(table: PredictorTable): Float32Array[] {
    const { encodings } = this.fitted;
    return encodings.map(({ encoding }) => encode(encoding, table));
  }

  #probabilitiesOf(rows: number, encoded: readonly Float32Array[]): RiskProbabilities {
    const { members, gridEnds, horizons } = this.fitted;
    const outputs = this.#blend.members.map((member, m) => member.outputs(encoded[members[m]!.encoding]!));
    const { outcome, competing } = blendedIncidence(this.#blend, outputs);
    const probability = new Float64Array(rows * horizons.length);
    for (let row = 0, at = 0; row < rows; row++) {
      for (const interval of this.#horizonIntervals)
        probability[at++] = outcome[row * gridEnds.length + interval]!;
    }
    return { outcomeIncidence: outcome, competingIncidence: competing, probability };
  }
}

function memberAtWork({ gridEnds, causes, encodings }: FittedRiskModel, member: FittedMember): Member {
  const head = hazardHead(gridEnds, causes, member.timeScale);
  const { width } = encodings[member.encoding]!.encoding;
  if (member.kind === 'network') {
    return networkMember(head, networkParameters(shapeFor(head, width, member.hidden), member.numbers));
  }
  const split = gridEnds.length * causes;
  const pulls = member.numbers.subarray(split, split + width * outputsOf(head));
  return additiveMember(head, { baseline: member.numbers.subarray(0, split), pulls });
}

/** Rows `start` … `end` − 1 of a table, without copying. */
export function rowsBetween(table: PredictorTable, start: number, end: number): PredictorTable {
  const columns = columnsByName(table, table.names).map((column) => column.subarray(start, end));
  return { names: table.names, rows: end - start, columns };
}
