import type { Tree } from './boosted-trees.ts';
import type { BinnedInputs } from './threshold-bins.ts';

/** How one output does by each row seen. */
export interface Residuals {
  /** Minus the loss's slope; of a level it is events − expected events, the martingale residual. */
  readonly excess: Float32Array;
  /** The loss's second derivative; of a level it is the variance of the events. */
  readonly curvature: Float32Array;
}

/** What makes answers careful. */
export interface LeafSettings {
  /** Share of a leaf's step that is taken. */
  readonly rate: number;
  /** Curvature given to every leaf besides its own: leaves with few events take small steps. */
  readonly ridge: number;
}

/** What a tree sees: some inputs, and the binned rows from `start` up to `end`. */
export interface Seen {
  readonly inputs: Int32Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Fills a tree: at each depth the question by which Σ_leaves excess² / (curvature + 1) of the level grows most;
 * then of level and trend each leaf's Newton step, rate · excess / (curvature + ridge). Questions are chosen with hardly a ridge: with the leaves' own they rank worse.
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
  for (let depth = 0; depth < inputs.length; depth++) {
    const { input, threshold } = bestQuestion(binned, seen, residuals.level, leafOf, 2 ** depth);
    inputs[depth] = input;
    thresholds[depth] = binned.thresholds[input]![threshold] ?? Number.POSITIVE_INFINITY;
    const places = binned.places[input]!;
    for (let row = 0; row < rows; row++) leafOf[row] = 2 * leafOf[row]! + (places[row]! > threshold ? 1 : 0);
  }
  [residuals.level, residuals.trend].forEach((one, output) => {
    const sums = new Float64Array(leaves.length);
    for (let row = seen.start, at = 0; row < seen.end; row++, at++) {
      sums[2 * leafOf[row]!]! += one.excess[at]!;
      sums[2 * leafOf[row]! + 1]! += one.curvature[at]!;
    }
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

/** The question that parts the leaves best; one that parts nothing where none gains anything. */
function bestQuestion(
  { thresholds, places }: BinnedInputs,
  { inputs, start, end }: Seen,
  residuals: Residuals,
  leafOf: Uint8Array,
  leaves: number,
): Question {
  let best: Question = { input: inputs[0]!, threshold: thresholds[inputs[0]!]!.length };
  let mostGain = 0;
  for (const input of inputs) {
    const bins = thresholds[input]!.length + 1;
    const sums = new Float64Array(2 * leaves * bins);
    addRows(sums, residuals, leafOf.subarray(start, end), places[input]!.subarray(start, end), bins);
    const gains = gainsOf(sums, leaves, bins);
    for (let threshold = 0; threshold < gains.length; threshold++) {
      if (gains[threshold]! <= mostGain) continue;
      mostGain = gains[threshold]!;
      best = { input, threshold };
    }
  }
  return best;
}

/**
 * What is gained by parting every leaf at each threshold.
 *
 * @param sums leaves × bins × (excess, curvature)
 */
function gainsOf(sums: Float64Array, leaves: number, bins: number): Float64Array {
  const gains = new Float64Array(bins - 1);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const [first, last] = [2 * leaf * bins, 2 * (leaf + 1) * bins];
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

/** Adds excess and curvature of rows by leaf and place: leaves × bins × 2. */
function addRows(
  sums: Float64Array,
  { excess, curvature }: Residuals,
  leafOf: Uint8Array,
  places: Uint8Array,
  bins: number,
): void {
  for (let row = 0; row < places.length; row++) {
    const cell = 2 * (leafOf[row]! * bins + places[row]!);
    sums[cell]! += excess[row]!;
    sums[cell + 1]! += curvature[row]!;
  }
}
