import { type Blend, blendedIncidence, blendedSlopes } from './blend.ts';
import { gaussLegendre } from './gauss-legendre.ts';

/** What explanations are measured from. */
export interface Reference {
  /** Mean predicted probability over the training rows, per horizon. */
  readonly averageProbability: readonly number[];
  /** Mean contribution of each group over training rows, from the average profile: horizons × groups. */
  readonly centres: readonly number[];
}

/** Rows to explain: per member its inputs, its average profile, and each input's group. */
export interface ExplainedRows {
  readonly inputs: readonly Float32Array[];
  readonly profiles: readonly Float32Array[];
  readonly groupOfInputs: readonly Int32Array[];
  readonly groups: number;
  readonly horizonIntervals: readonly number[];
  /** rows × horizons */
  readonly probability: Float64Array;
  /** Of the average profile, per horizon. */
  readonly profileProbability: readonly number[];
}

const { points, weights } = gaussLegendre(5);

/**
 * Contributions from the average profile by path-integrated gradients, in probability:
 * c_g = Σ_{inputs i of g} (x_i − x̄_i) ∫₀¹ ∂p/∂x_i (x̄ + a (x − x̄)) da, by Gauss–Legendre; what the quadrature
 * leaves over is shared out in proportion, so that a row's contributions sum to p(x) − p(x̄).
 *
 * @returns rows × horizons × groups
 * @source Sundararajan, Taly & Yan 2017, Axiomatic Attribution for Deep Networks, eq. 1
 */
export function contributionsFromProfile(blend: Blend, rows: ExplainedRows): Float64Array {
  const { inputs, profiles, groupOfInputs, groups, horizonIntervals, probability } = rows;
  const contributions = new Float64Array(probability.length * groups);
  const paths = blend.members.map((member, m) => member.path(inputs[m]!, profiles[m]!));
  points.forEach((point, at) => {
    const outputs = paths.map((path) => path.outputsAt(point));
    const slopes = blendedSlopes(blend, outputs, horizonIntervals, weights[at]!);
    paths.forEach((path, m) => {
      path.addSlopes(slopes[m]!);
    });
  });
  paths.forEach((path, m) => {
    path.writeContributions(groupOfInputs[m]!, groups, contributions);
  });
  for (let cell = 0; cell < probability.length; cell++) {
    const wanted = probability[cell]! - rows.profileProbability[cell % horizonIntervals.length]!;
    shareOutRemainder(contributions.subarray(cell * groups, (cell + 1) * groups), wanted);
  }
  return contributions;
}

/** Predicted probability of the average profile at each horizon. */
export function probabilityOfProfile(
  blend: Blend,
  profiles: readonly Float32Array[],
  horizonIntervals: readonly number[],
): number[] {
  const outputs = blend.members.map((member, m) => member.outputs(profiles[m]!));
  const { outcome } = blendedIncidence(blend, outputs);
  return horizonIntervals.map((interval) => outcome[interval]!);
}

/** Brings the sum of some parts to what is wanted, each part changed in proportion to its size. */
export function shareOutRemainder(parts: Float64Array, wanted: number): void {
  let [sum, size] = [0, 0];
  for (const part of parts) {
    sum += part;
    size += Math.abs(part);
  }
  const remainder = wanted - sum;
  for (let at = 0; at < parts.length; at++) {
    parts[at]! += remainder * (size > 0 ? Math.abs(parts[at]!) / size : 1 / parts.length);
  }
}

/**
 * Contributions measured from the programme's average prediction: each group's mean is taken off, so that a
 * row's contributions sum to its probability − the average.
 *
 * @param fromProfile contributions from the average profile, rows × horizons × groups
 */
export function centredContributions(fromProfile: Float64Array, { centres }: Reference): Float64Array {
  return fromProfile.map((contribution, at) => contribution - centres[at % centres.length]!);
}
