import { additiveMember } from './additive-member.ts';
import { type Blend, blendedIncidence } from './blend.ts';
import { type Encoding, type Expansion, encode, encodedWidth, groupOfInput } from './encoding.ts';
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
  /** Which inputs it reads. */
  readonly expansion: Expansion;
  /** A network's parameters in their order; an additive model's baseline, then its pulls. */
  readonly numbers: Float32Array;
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
  /** Mean of each input over the training rows. */
  readonly profiles: Readonly<Record<Expansion, Float32Array>>;
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
  readonly #profiles: readonly Float32Array[];

  constructor(fitted: FittedRiskModel) {
    this.fitted = fitted;
    this.#blend = {
      members: fitted.members.map((member) => memberAtWork(fitted, member)),
      shares: fitted.members.map(({ share }) => share),
    };
    this.#horizonIntervals = fitted.horizons.map((horizon) => fitted.gridEnds.indexOf(horizon));
    this.#profiles = fitted.members.map(({ expansion }) => fitted.profiles[expansion]);
    this.#groupOfInputs = fitted.members.map(({ expansion }) =>
      groupOfInput(fitted.encoding, expansion, fitted.groups, fitted.groupNames),
    );
  }

  /**
   * Probability of the outcome by each horizon, and incidence at every end.
   *
   * @param table any number of rows that fit in memory once encoded
   */
  probabilities(table: PredictorTable): RiskProbabilities {
    return this.#probabilitiesOf(this.#inputsOf(table));
  }

  /** The same with contributions by group from the programme's average: rows × horizons × groups. */
  explained(table: PredictorTable): RiskScores {
    const { probabilities, fromProfile } = this.explainedFromProfile(table);
    return { ...probabilities, contributions: centredContributions(fromProfile, this.fitted.reference) };
  }

  /** Contributions from the average profile's probability rather than from the average probability. */
  explainedFromProfile(table: PredictorTable) {
    const inputs = this.#inputsOf(table);
    const probabilities = this.#probabilitiesOf(inputs);
    const [profiles, horizonIntervals] = [this.#profiles, this.#horizonIntervals];
    const profileProbability = probabilityOfProfile(this.#blend, profiles, horizonIntervals);
    const fromProfile = contributionsFromProfile(this.#blend, {
      inputs,
      profiles,
      groupOfInputs: this.#groupOfInputs,
      groups: this.fitted.groupNames.length,
      horizonIntervals,
      probability: probabilities.probability,
      profileProbability,
    });
    return { probabilities, fromProfile, profileProbability };
  }

  /** Each member's inputs. */
  #inputsOf(table: PredictorTable): Float32Array[] {
    const encoded = encode(this.fitted.encoding, table);
    return this.fitted.members.map(({ expansion }) => encoded[expansion]);
  }

  #probabilitiesOf(inputs: readonly Float32Array[]): RiskProbabilities {
    const ends = this.fitted.gridEnds.length;
    const outputs = this.#blend.members.map((member, m) => member.outputs(inputs[m]!));
    const { outcome, competing } = blendedIncidence(this.#blend, outputs);
    const horizons = this.#horizonIntervals;
    const probability = Float64Array.from({ length: (outcome.length / ends) * horizons.length }, (_, at) => {
      const row = Math.floor(at / horizons.length);
      return outcome[row * ends + horizons[at % horizons.length]!]!;
    });
    return { outcomeIncidence: outcome, competingIncidence: competing, probability };
  }
}

function memberAtWork({ gridEnds, causes, encoding }: FittedRiskModel, member: FittedMember): Member {
  const head = hazardHead(gridEnds, causes, member.timeScale);
  const width = encodedWidth(encoding, member.expansion);
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
