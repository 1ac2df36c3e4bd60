import { headIncidence, horizonGradient, outputsOf } from './hazard-head.ts';
import type { Member } from './member.ts';

/** Members that share a grid, and how much each counts; shares sum to 1. */
export interface Blend {
  readonly members: readonly Member[];
  readonly shares: readonly number[];
}

const leastProbability = 1e-12;

export function logit(probability: number): number {
  const kept = Math.min(1 - leastProbability, Math.max(leastProbability, probability));
  return Math.log(kept / (1 - kept));
}

const inverseLogit = (value: number) => 1 / (1 + Math.exp(-value));

/** Cumulative incidence of outcome and competing event by each end: rows × intervals each. */
export interface BlendedIncidence {
  readonly outcome: Float64Array;
  readonly competing: Float64Array;
}

/**
 * Averages members on the logit of the cumulative incidence, each cause by itself. Each member's incidence
 * never falls in time, so neither does the average's; and outcome and competing event together never pass 1,
 * because logit p ≤ −logit q wherever p + q ≤ 1.
 *
 * @param outputs of each member, rows × outputs
 */
export function blendedIncidence(
  { members, shares }: Blend,
  outputs: readonly Float32Array[],
): BlendedIncidence {
  const { causes, ends } = members[0]!.head;
  const rows = outputs[0]!.length / outputsOf(members[0]!.head);
  const sums = new Float64Array(rows * ends.length * causes);
  members.forEach(({ head, baseline }, m) => {
    const { incidence } = headIncidence(head, baseline, outputs[m]!);
    for (let at = 0; at < sums.length; at++) sums[at]! += shares[m]! * logit(incidence[at]!);
  });
  const ofCause = (cause: number) =>
    Float64Array.from({ length: rows * ends.length }, (_, cell) =>
      cause <= causes ? inverseLogit(sums[cell * causes + cause - 1]!) : 0,
    );
  return { outcome: ofCause(1), competing: ofCause(2) };
}

/**
 * Slopes of the blended probability at each horizon by every member's outputs: with p = σ(Σ_m a_m logit F_m),
 * ∂p/∂o_m = p (1 − p) a_m / (F_m (1 − F_m)) ∂F_m/∂o_m.
 *
 * @param weight that slopes are multiplied by
 * @returns member → horizon → rows × outputs
 */
export function blendedSlopes(
  { members, shares }: Blend,
  outputs: readonly Float32Array[],
  horizonIntervals: readonly number[],
  weight: number,
): Float32Array[][] {
  const width = outputsOf(members[0]!.head);
  const rows = outputs[0]!.length / width;
  const horizons = horizonIntervals.length;
  const slopes = members.map(() => horizonIntervals.map(() => new Float32Array(rows * width)));
  const incidence = members.map(() => new Float64Array(horizons));
  const gradient = members.map(() => new Float64Array(horizons * width));
  for (let row = 0; row < rows; row++) {
    members.forEach(({ head, baseline }, m) => {
      horizonGradient(
        head,
        baseline,
        outputs[m]!,
        row * width,
        horizonIntervals,
        incidence[m]!,
        gradient[m]!,
      );
    });
    for (let h = 0; h < horizons; h++) {
      let sum = 0;
      for (let m = 0; m < members.length; m++) sum += shares[m]! * logit(incidence[m]![h]!);
      const p = inverseLogit(sum);
      for (let m = 0; m < members.length; m++) {
        const own = Math.max(leastProbability, incidence[m]![h]!);
        const scale = (weight * p * (1 - p) * shares[m]!) / (own * Math.max(leastProbability, 1 - own));
        const into = slopes[m]![h]!;
        for (let o = 0; o < width; o++) into[row * width + o] = scale * gradient[m]![h * width + o]!;
      }
    }
  }
  return slopes;
}
