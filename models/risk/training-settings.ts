import type { Expansion } from './encoding.ts';
import type { Penalty } from './train-additive.ts';
import type { Strength } from './train-network.ts';
import type { TreesSettings } from './train-trees.ts';

export const strengthNames = ['gentle', 'medium', 'free'] as const;
export type StrengthName = (typeof strengthNames)[number];

/** What a training run does, chosen by its size; all of it is written into the artefact. */
export interface TrainingSettings {
  /** More rows than this are thinned by person. */
  readonly maximumRows: number;
  readonly innerParts: number;
  /** By which what is chosen is judged, and calibrated; candidates are tried on the first `choosingSplits`. */
  readonly innerSplits: number;
  readonly choosingSplits: number;
  readonly intervals: number;
  readonly hidden: number;
  /** Of the blend: those of the splits first, then others on all rows. */
  readonly networks: number;
  /** Of the networks together in the blend with the additive model, whose share the rest is. */
  readonly networkShare: number;
  /** Of the trees in the blend; the others' shares shrink in proportion. */
  readonly treesShare: number;
  readonly trees: TreesSettings;
  /** Numbers of rounds that are tried, rising. */
  readonly treeRounds: readonly number[];
  readonly treesTimeScale: number;
  readonly batchRows: number;
  readonly mostSteps: number;
  readonly strengths: readonly StrengthName[];
  /** Falling, so that each begins where the one before ended. */
  readonly penalties: readonly Penalty[];
  readonly networkTimeScale: number;
  readonly additiveTimeScale: number;
  /** What networks read. */
  readonly networkExpansion: Extract<Expansion, 'normal-scores' | 'bins'>;
  /**
   * What foretelling a person's later row counts for in a network's loss, where people are seen again: the more,
   * the fewer rows there are to tell outcomes.
   */
  readonly foretoldWeight: number;
  /** Of each predictor, at most. */
  readonly bins: number;
  /** Fewer outcomes than this: the additive model alone. */
  readonly leastOutcomesForNetworks: number;
  /** Rows over which average predictions are taken. */
  readonly averagedRows: number;
}

const maximumRows = 600_000;

/** Settings for a number of training rows. */
export function settingsFor(rows: number): TrainingSettings {
  const isLarge = rows >= 20_000;
  const splits = splitsFor(rows);
  return {
    maximumRows,
    ...splits,
    choosingSplits: rows < 10_000 ? splits.innerSplits : 1,
    intervals: 12,
    hidden: isLarge ? 128 : 64,
    networks: isLarge && rows < 100_000 ? 4 : Math.max(3, splits.innerSplits),
    networkShare: isLarge ? 0.7 : 0.5,
    treesShare: isLarge ? 0.4 : 0.3,
    trees: {
      depth: isLarge ? 6 : 4,
      rate: 0.08,
      ridge: 10,
      rowShare: Math.max(0.5, Math.min(1, 8000 / rows)),
      mostRows: 50_000,
      inputShare: 0.5,
    },
    treeRounds: isLarge ? [50, 100, 200] : [100],
    treesTimeScale: 0.3,
    batchRows: rows < 3000 ? 128 : rows < 40_000 ? 256 : 512,
    mostSteps: 8000,
    strengths: [rows < 1200 ? 'gentle' : rows < 5000 ? 'medium' : 'free'],
    penalties: penaltiesFor(rows),
    networkTimeScale: 0.5,
    additiveTimeScale: 0.3,
    networkExpansion: isLarge ? 'bins' : 'normal-scores',
    foretoldWeight: Math.max(1, Math.min(6, maximumRows / rows)),
    bins: 8,
    leastOutcomesForNetworks: 75,
    averagedRows: 50_000,
  };
}

/** Into how many parts people are dealt, and how many of them are judged: the more rows, the fewer are enough. */
function splitsFor(rows: number): { readonly innerParts: number; readonly innerSplits: number } {
  if (rows < 1500) return { innerParts: 10, innerSplits: 10 };
  if (rows < 4000) return { innerParts: 8, innerSplits: 6 };
  if (rows < 10_000) return { innerParts: 8, innerSplits: 4 };
  return { innerParts: 8, innerSplits: rows < 100_000 ? 3 : 2 };
}

const straight = Number.POSITIVE_INFINITY;

/** Few rows may tell straight lines alone, and many bends nearly as freely as lines. */
function penaltiesFor(rows: number): readonly Penalty[] {
  if (rows >= 10_000) return penalties([100, 30, 10], [3]);
  return penalties([300, 100, 30, 10, 3, 1], rows < 3000 ? [straight, 10, 1] : [10, 1]);
}

function penalties(ridges: readonly number[], bends: readonly number[]): Penalty[] {
  return bends.flatMap((bend) => ridges.map((ridge) => ({ ridge, bend })));
}

const strengths: Readonly<Record<StrengthName, Strength>> = {
  gentle: { rate: 1e-3, steps: 300, weightDecay: 4, dropout: 0.3 },
  medium: { rate: 3e-3, steps: 800, weightDecay: 1.5, dropout: 0.3 },
  free: { rate: 3e-3, steps: 800, weightDecay: 0.75, dropout: 0.1 },
};

/** What a strength means for a number of rows: `free` reads every row twelve times, if steps allow. */
export function strengthOf(
  name: StrengthName,
  rows: number,
  { batchRows, mostSteps }: Pick<TrainingSettings, 'batchRows' | 'mostSteps'>,
): Strength {
  const strength = strengths[name];
  const wanted =
    name === 'free' ? Math.max(strength.steps, Math.ceil((12 * rows) / batchRows)) : strength.steps;
  return { ...strength, steps: Math.min(mostSteps, wanted) };
}
