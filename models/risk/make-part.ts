import { additiveNumbers } from './additive-member.ts';
import { hazardHead } from './hazard-head.ts';
import { allRows, type PreparedStudy } from './prepare-study.ts';
import { type Penalty, trainAdditive } from './train-additive.ts';
import { trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** A part of a training as plain data: what is fitted, on which rows. */
export type TrainingPart = {
  /** The rows that a split learns from, by its number, or all. */
  readonly rows: number | 'all';
} & (
  | { readonly kind: 'additive'; readonly penalties: readonly Penalty[] }
  | { readonly kind: 'network'; readonly strength: StrengthName; readonly seed: number }
  | { readonly kind: 'trees'; readonly rounds: number }
);

/** Makes a part of one study: here, or wherever else the same study was prepared with the same settings. */
export type PartMaker = (part: TrainingPart) => Promise<Float32Array>;

/** A part's numbers; they depend on the study, the settings and the part alone. */
export function makePart(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  part: TrainingPart,
): Float32Array {
  const { study, forAdditive, forNetworks, forTrees, gridEnds, causes, splits } = prepared;
  const rows = part.rows === 'all' ? allRows(study) : splits[part.rows]!.learn;
  const headAt = (timeScale: number) => hazardHead(gridEnds, causes, timeScale);
  if (part.kind === 'additive') {
    const models = trainAdditive(forAdditive, rows, headAt(settings.additiveTimeScale), part.penalties);
    return Float32Array.from(models.flatMap((model) => [...additiveNumbers(model)]));
  }
  if (part.kind === 'network') {
    const { hidden, batchRows, networkTimeScale } = settings;
    const strength = strengthOf(part.strength, rows.length, settings);
    const how = { head: headAt(networkTimeScale), strength, hidden, batchRows, seed: part.seed };
    return trainNetwork({ study: forNetworks, rows, ...how }).all;
  }
  const how = { head: headAt(settings.treesTimeScale), settings: settings.trees, rounds: part.rounds };
  return trainTrees({ study: forTrees, rows, ...how, seed: study.seed });
}
