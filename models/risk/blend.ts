import type { HazardHead } from './hazard-head.ts';

/** How much one model counts in a blend. Shares of all parts sum to 1. */
export interface BlendPart {
  readonly share: number;
  /** How freely the model lets hazard ratios drift in time: its trends are in this unit. */
  readonly timeScale: number;
}

/** A blend with more models, which take their shares from all others in proportion. */
export function joined<Part extends BlendPart>(blend: readonly Part[], more: readonly Part[]): Part[] {
  const taken = more.reduce((sum, { share }) => sum + share, 0);
  return [...blend.map((one) => ({ ...one, share: one.share * (1 - taken) })), ...more];
}

/**
 * What one output of a part counts for in the blend's: share · slope, a trend also in units of time.
 *
 * @param slopes of each cause, by which outputs are multiplied
 */
export function outputWeights({ share, timeScale }: BlendPart, slopes: readonly number[]): Float64Array {
  return Float64Array.from(slopes.flatMap((slope) => [share * slope, share * slope * timeScale]));
}

/**
 * Blends models on the logit of the hazard: since every model's logit is baseline + level + log-time · trend,
 * so is their mean, and a blend is evaluated as one head.
 *
 * @param outputs of each part, rows × outputs
 * @param weights of each part
 * @returns rows × outputs
 */
export function blendedOutputs(
  outputs: readonly Float32Array[],
  weights: readonly Float64Array[],
): Float32Array {
  const blended = new Float32Array(outputs[0]!.length);
  outputs.forEach((own, part) => {
    const [weight, width] = [weights[part]!, weights[part]!.length];
    for (let at = 0; at < blended.length; ) {
      for (let output = 0; output < width; output++, at++) blended[at]! += weight[output]! * own[at]!;
    }
  });
  return blended;
}

/** Lets levels drift: of each cause, drift · level is added to the trend. Changes the outputs, and returns them. */
export function drifted(outputs: Float32Array, drifts: readonly number[]): Float32Array {
  const width = 2 * drifts.length;
  for (let level = 0; level < outputs.length; level += 2)
    outputs[level + 1]! += drifts[(level % width) >> 1]! * outputs[level]!;
  return outputs;
}

/**
 * The mean of baselines: intervals × causes.
 *
 * @param baselines of each part
 */
export function blendedBaseline(
  baselines: readonly Float32Array[],
  parts: readonly BlendPart[],
): Float32Array {
  return baselines[0]!.map((_, cell) =>
    baselines.reduce((sum, baseline, part) => sum + parts[part]!.share * baseline[cell]!, 0),
  );
}

/** The head's first intervals: what is judged up to the last horizon. */
export function firstIntervals({ causes, ends, slopes }: HazardHead, count: number): HazardHead {
  return { causes, ends: ends.slice(0, count), slopes: slopes.subarray(0, count) };
}
