import type { Tree } from './boosted-trees.ts';
import { PlaceSums, type Residuals, type Seen, totalsOf } from './place-sums.ts';
import type { BinnedInputs } from './threshold-bins.ts';

/** What makes answers careful. */
export interface LeafSettings {
  /** Share of a leaf's step that is taken. */
  readonly rate: number;
  /** Curvature given to every leaf besides its own: leaves with few events take small steps. */
  readonly ridge: number;
}

/**
 * Fills a tree: at each depth the question by which Σ_leaves excess² / (curvature + 1) of the level grows most;
 * then of level and trend each leaf's Newton step, rate · excess / (curvature + ridge). Questions are chosen
 * with hardly a ridge: with the leaves' own they rank worse.
 *
 * @param residuals of level and trend, of the rows seen
 * @returns the leaf of each row, seen or not
 */
export function growTree(
  { inputs, thresholds, leaves }: Tree,
  binned: BinnedInputs,
  seen: Seen,
  residuals: { readonly level: Residuals; readonly trend: Residuals },
  settings: LeafSettings,
): Uint8Array {
  const rows = binned.places[0]!.length;
  const leafOf = new Uint8Array(rows);
  const placeSums = new PlaceSums(binned, seen, residuals.level);
  for (let depth = 0; depth < inputs.length; depth++) {
    const sums = placeSums.ofLeaves(leafOf, 2 ** depth);
    const { input, threshold } = bestQuestion(sums, seen.inputs, 2 ** depth);
    inputs[depth] = input;
    thresholds[depth] = binned.thresholds[input]![threshold] ?? Number.POSITIVE_INFINITY;
    const places = binned.places[input]!;
    for (let row = 0; row < rows; row++) leafOf[row] = 2 * leafOf[row]! + (places[row]! > threshold ? 1 : 0);
  }
  [residuals.level, residuals.trend].forEach((one, output) => {
    const { sums } = totalsOf(leafOf.subarray(seen.start, seen.end), one, leaves.length / 2);
    for (let at = 0; at < leaves.length; at += 2)
      leaves[at + output] = (settings.rate * sums[at]!) / (sums[at + 1]! + settings.ridge);
  });
  return leafOf;
}

interface Question {
  readonly input: number;
  /** Position of the threshold; past the last one: nothing is above. */
  readonly threshold: number;
}

/**
 * The question that parts the leaves best; one that parts nothing where none gains anything.
 *
 * @param sums by input: leaves × places × (excess, curvature)
 */
function bestQuestion(sums: readonly Float64Array[], inputs: Int32Array, leaves: number): Question {
  let best: Question = { input: inputs[0]!, threshold: sums[0]!.length / (2 * leaves) - 1 };
  let mostGain = 0;
  sums.forEach((ofInput, at) => {
    const gains = gainsOf(ofInput, leaves);
    for (let threshold = 0; threshold < gains.length; threshold++) {
      if (gains[threshold]! <= mostGain) continue;
      mostGain = gains[threshold]!;
      best = { input: inputs[at]!, threshold };
    }
  });
  return best;
}

/**
 * What is gained by parting every leaf at each threshold.
 *
 * @param sums leaves × places × (excess, curvature)
 */
function gainsOf(sums: Float64Array, leaves: number): Float64Array {
  const places = sums.length / (2 * leaves);
  const gains = new Float64Array(places - 1);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const [first, last] = [2 * leaf * places, 2 * (leaf + 1) * places];
    let [excess, curvature] = [0, 0];
    for (let at = first; at < last; at += 2) {
      excess += sums[at]!;
      curvature += sums[at + 1]!;
    }
    const whole = worth(excess, curvature);
    let [below, belowCurvature] = [0, 0];
    for (let threshold = 0, at = first; threshold < gains.length; threshold++, at += 2) {
      below += sums[at]!;
      belowCurvature += sums[at + 1]!;
      gains[threshold]! +=
        worth(below, belowCurvature) + worth(excess - below, curvature - belowCurvature) - whole;
    }
  }
  return gains;
}

const worth = (excess: number, curvature: number) => (excess * excess) / (curvature + 1);
