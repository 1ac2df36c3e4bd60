import { blendedOutputs, drifted } from './blend.ts';
import { putRight, type RowKinds } from './calibration-kinds.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { type HazardHead, horizonGradients, outputsOf } from './hazard-head.ts';
import type { MemberPath } from './member.ts';

/** What explanations are measured from. */
export interface Reference {
  /** Mean predicted probability over the training rows, per horizon. */
  readonly averageProbability: readonly number[];
  /** Mean contribution of each group over training rows, from the average profile: horizons × groups. */
  readonly centres: readonly number[];
}

/** Rows to explain: each member's way to them, and what its outputs count for in the blend's. */
export interface ExplainedRows {
  readonly head: HazardHead;
  /** The blend's: intervals × causes. */
  readonly baseline: Float32Array;
  readonly paths: readonly MemberPath[];
  readonly weights: readonly Float64Array[];
  /** How the blend's levels drift, by cause. */
  readonly drifts: readonly number[];
  /** How the rows' kinds are put right besides; absent: all alike. */
  readonly kinds?: RowKinds | undefined;
  readonly groups: number;
  readonly horizonIntervals: readonly number[];
  /** rows × horizons */
  readonly probability: Float64Array;
  /** Of the average profile, per horizon. */
  readonly profileProbability: readonly number[];
}

/** A way through networks has kinks and wants more points than one through smooth curves alone. */
const quadratures = { smooth: gaussLegendre(4), kinked: gaussLegendre(5) };

/**
 * Contributions from the average profile by path-integrated gradients, in probability:
 * c_g = Σ_{inputs i of g} (x_i − x̄_i) ∫₀¹ ∂p/∂x_i (x̄ + a (x − x̄)) da, by Gauss–Legendre; what the quadrature
 * leaves over is shared out in proportion, so that a row's contributions sum to p(x) − p(x̄). A row walks its whole way
 * as of its own kind; what the profile would gain by being of that kind is left over too.
 *
 * @returns rows × horizons × groups
 * @source Sundararajan, Taly & Yan 2017, Axiomatic Attribution for Deep Networks, eq. 1
 */
export function contributionsFromProfile(rows: ExplainedRows): Float64Array {
  const { paths, weights, drifts, groups, horizonIntervals, probability } = rows;
  const contributions = new Float64Array(probability.length * groups);
  const { points, weights: pointWeights } = quadratures[paths.length > 1 ? 'kinked' : 'smooth'];
  points.forEach((point, at) => {
    const outputs = blendedOutputs(
      paths.map((path) => path.outputsAt(point)),
      weights,
    );
    const ready = drifted(outputs, drifts);
    const slopes = slopesAt(rows, rows.kinds ? putRight(ready, rows.kinds) : ready);
    paths.forEach((path, m) => {
      const stretch = pointWeights[at]!;
      path.addSlopes(
        slopes.map((slope) => weighted(slope, weights[m]!, stretch)),
        stretch,
      );
    });
  });
  for (const path of paths) path.writeContributions(groups, contributions);
  for (let cell = 0; cell < probability.length; cell++) {
    const wanted = probability[cell]! - rows.profileProbability[cell % horizonIntervals.length]!;
    shareOutRemainder(contributions, cell * groups, groups, wanted);
  }
  return contributions;
}

/** Slopes of the probability at each horizon by the blend's outputs before they drift and are put right by kind: per horizon rows × outputs. */
function slopesAt(
  { head, baseline, drifts, kinds, horizonIntervals }: ExplainedRows,
  outputs: Float32Array,
): Float64Array[] {
  const width = outputsOf(head);
  const gradientAt = horizonGradients(head, baseline, horizonIntervals);
  const slopes = horizonIntervals.map(() => new Float64Array(outputs.length));
  for (let start = 0, row = 0; start < outputs.length; start += width, row++) {
    const own = kinds && kinds.stretches[kinds.ofRow[row]!]!.slopes;
    const { gradient } = gradientAt(outputs, start);
    for (let h = 0, at = 0; h < slopes.length; h++) {
      for (let output = 0; output < width; output += 2, at += 2) {
        const stretch = own?.[output >> 1] ?? 1;
        slopes[h]![start + output] = stretch * (gradient[at]! + drifts[output >> 1]! * gradient[at + 1]!);
        slopes[h]![start + output + 1] = stretch * gradient[at + 1]!;
      }
    }
  }
  return slopes;
}

function weighted(slope: Float64Array, weights: Float64Array, share: number): Float32Array {
  const scaled = new Float32Array(slope.length);
  for (let at = 0; at < slope.length; ) {
    for (let output = 0; output < weights.length; output++, at++) {
      scaled[at] = share * weights[output]! * slope[at]!;
    }
  }
  return scaled;
}

/** Brings the sum of some parts to what is wanted, each part changed in proportion to its size. */
export function shareOutRemainder(parts: Float64Array, start: number, count: number, wanted: number): void {
  let [sum, size] = [0, 0];
  for (let at = start; at < start + count; at++) {
    sum += parts[at]!;
    size += Math.abs(parts[at]!);
  }
  const remainder = wanted - sum;
  for (let at = start; at < start + count; at++) {
    parts[at]! += remainder * (size > 0 ? Math.abs(parts[at]!) / size : 1 / count);
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
