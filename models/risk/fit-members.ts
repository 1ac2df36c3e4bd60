import type { JudgedBlend } from './judged-blends.ts';
import type { FittedMember } from './risk-model.ts';
import type { NamedParts, TrainingParts } from './training-parts.ts';
import type { StrengthName, TrainingSettings } from './training-settings.ts';

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
  seed: number,
  settings: TrainingSettings,
  strength: StrengthName,
  ofSplits: readonly JudgedBlend[],
  parts: TrainingParts,
): Promise<FittedMember[]> {
  const { hidden, networkTimeScale: timeScale, networkExpansion: expansion } = settings;
  const trained = ofSplits.map((blend) => blend.at(-1)!.numbers).slice(0, settings.networks);
  for (const [name, part] of Object.entries(fillingNetworks(seed, settings, strength)))
    trained.push(await parts.numbersOf(name, part));
  const share = settings.networkShare / settings.networks;
  return trained.map((numbers) => ({ kind: 'network', size: hidden, timeScale, expansion, share, numbers }));
}

/** Networks on all rows, as many as the splits' are too few. */
export function fillingNetworks(
  seed: number,
  { networks, innerSplits }: TrainingSettings,
  strength: StrengthName,
): NamedParts {
  const places = Array.from({ length: Math.max(0, networks - innerSplits) }, (_, at) => innerSplits + at);
  return Object.fromEntries(
    places.map((at) => [`network-${at}`, { kind: 'network', rows: 'all', strength, seed: seed + at }]),
  );
}

/** Trees on all rows. */
export const wholeTrees = (rounds: number): NamedParts => ({ trees: { kind: 'trees', rows: 'all', rounds } });

/** Some rounds of trees on all rows. */
export async function fitTrees(
  { trees, treesTimeScale: timeScale, treesShare: share }: TrainingSettings,
  rounds: number,
  parts: TrainingParts,
): Promise<FittedMember> {
  const numbers = await parts.numbersOf('trees', wholeTrees(rounds).trees!);
  return { kind: 'trees', size: trees.depth, timeScale, expansion: 'plain', share, numbers };
}
