import { hazardHead } from './hazard-head.ts';
import type { JudgedBlend } from './judged-blends.ts';
import { allRows, type PreparedStudy } from './prepare-study.ts';
import type { FittedMember } from './risk-model.ts';
import { trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** The additive model alone in its blend. */
export function additiveMember(
  numbers: Float32Array,
  { additiveTimeScale: timeScale }: TrainingSettings,
): FittedMember {
  return { kind: 'additive', size: 0, timeScale, expansion: 'curves', share: 1, numbers };
}

/**
 * The networks, which together have their share: those that the splits have trained already, each on most people and
 * together on all, and as many on all rows as are lacking.
 *
 * @param ofSplits blends whose last model is the network
 * @source Krogh & Vedelsby 1995, Neural Network Ensembles, Cross Validation, and Active Learning
 */
export async function fitNetworks(
  { study, forNetworks, gridEnds, causes }: PreparedStudy,
  settings: TrainingSettings,
  strengthName: StrengthName,
  ofSplits: readonly JudgedBlend[],
  parts: TrainingParts,
): Promise<FittedMember[]> {
  const { hidden, batchRows, networkTimeScale: timeScale, networkExpansion: expansion } = settings;
  const rows = allRows(study);
  const strength = strengthOf(strengthName, rows.length, settings);
  const head = hazardHead(gridEnds, causes, timeScale);
  const trained = ofSplits.map((blend) => blend.at(-1)!.numbers).slice(0, settings.networks);
  while (trained.length < settings.networks) {
    const seed = study.seed + trained.length;
    const training = { study: forNetworks, rows, head, strength, hidden, batchRows, seed };
    trained.push(await parts.numbersOf(`network-${trained.length}`, () => trainNetwork(training).all));
  }
  const share = settings.networkShare / settings.networks;
  return trained.map((numbers) => ({ kind: 'network', size: hidden, timeScale, expansion, share, numbers }));
}

/** Some rounds of trees on all rows. */
export async function fitTrees(
  { study, forTrees, gridEnds, causes }: PreparedStudy,
  { trees, treesTimeScale: timeScale, treesShare: share }: TrainingSettings,
  rounds: number,
  parts: TrainingParts,
): Promise<FittedMember> {
  const head = hazardHead(gridEnds, causes, timeScale);
  const training = { study: forTrees, rows: allRows(study), head, settings: trees, rounds, seed: study.seed };
  const numbers = await parts.numbersOf('trees', () => trainTrees(training));
  return { kind: 'trees', size: trees.depth, timeScale, expansion: 'plain', share, numbers };
}
