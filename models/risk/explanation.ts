import { blendedOutputs, drifted } from './blend.ts';
import { putRight, type RowKinds } from './calibration-kinds.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { type HazardHead, horizonGradients, outputsOf } from './hazard-head.ts';
import type { MemberPath } from './member.ts';

/** Rows to explain: each member's way to them from where explanations start, and what its outputs count for. */
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
  readonly features: number;
  readonly horizonIntervals: readonly number[];
  /** At the end and at the start of the way: rows × horizons. */
  readonly probability: Float64Array;
  readonly startProbability: Float64Array;
}

/** A way through networks has kinks and wants more points than one through smooth curves alone. */
const quadratures = { smooth: gaussLegendre(4), kinked: gaussLegendre(5) };

/**
 * Contributions of features by path-integrated gradients, in probability, along the straight way from somebody typical
 * to each row: c_f = Σ_{inputs i of f} (x_i − x̄_i) ∫₀¹ ∂p/∂x_i (x̄ + a (x − x̄)) da, by Gauss–Legendre; what the
 * quadrature leaves over is shared out in proportion, so that a row's contributions sum to p(x) − p(x̄). A feature in
 * which a row is typical contributes nothing. A row walks its whole way as of its own kind; what the typical would gain
 * by being of that kind is left over too.
 *
 * @returns rows × horizons × features
 * @source Sundararajan, Taly & Yan 2017, Axiomatic Attribution for Deep Networks, eq. 1
 */
export function contributionsAlong(rows: ExplainedRows): Float64Array {
  const { paths, weights, drifts, features, probability, startProbability } = rows;
  const contributions = new Float64Array(probability.length * features);
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
  for (const path of paths) path.writeContributions(features, contributions);
  for (let cell = 0; cell < probability.length; cell++) {
    shareOutRemainder(contributions, cell * features, features, probability[cell]! - startProbability[cell]!);
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

/** Brings the sum of some parts to what is wanted, each part changed in proportion to its size; no part, no change. */
function shareOutRemainder(parts: Float64Array, start: number, count: number, wanted: number): void {
  let [sum, size] = [0, 0];
  for (let at = start; at < start + count; at++) {
    sum += parts[at]!;
    size += Math.abs(parts[at]!);
  }
  if (size === 0) return;
  const remainder = wanted - sum;
  for (let at = start; at < start + count; at++) parts[at]! += (remainder * Math.abs(parts[at]!)) / size;
}

/**
 * Contributions of groups of features: each the sum of its features'.
 *
 * @param contributions rows × horizons × features
 * @param groupOfFeature position of each feature's group
 * @returns rows × horizons × groups
 */
export function contributionsOfGroups(
  contributions: Float64Array,
  groupOfFeature: ArrayLike<number>,
  groups: number,
): Float64Array {
  const features = groupOfFeature.length;
  const sums = new Float64Array((contributions.length / features) * groups);
  for (let at = 0; at < contributions.length; at++) {
    const cell = Math.floor(at / features);
    sums[cell * groups + groupOfFeature[at - cell * features]!]! += contributions[at]!;
  }
  return sums;
}
