import { additiveNumbers, additiveParameters } from './additive-member.ts';
import { hazardHead } from './hazard-head.ts';
import type { JudgedChoice } from './judged-blends.ts';
import type { PreparedStudy, RiskStudy } from './prepare-study.ts';
import type { FittedMember } from './risk-model.ts';
import { trainAdditive } from './train-additive.ts';
import { trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** The additive model on all rows, alone in its blend. */
export async function fitAdditive(
  { study, forAdditive, gridEnds, causes }: PreparedStudy,
  { additiveTimeScale: timeScale }: TrainingSettings,
  { choice, ofSplits }: JudgedChoice<number>,
  parts: TrainingParts,
): Promise<FittedMember> {
  const head = hazardHead(gridEnds, causes, timeScale);
  const start = additiveParameters(ofSplits[0]![0]!.numbers, gridEnds.length * causes);
  const numbers = await parts.numbersOf('additive', () =>
    additiveNumbers(trainAdditive(forAdditive, allRows(study), head, choice.chosen, start)),
  );
  return { kind: 'additive', size: 0, timeScale, expansion: 'curves', share: 1, numbers };
}

/** The networks on all rows, which together have their share. */
export async function fitNetworks(
  { study, forNetworks, gridEnds, causes }: PreparedStudy,
  settings: TrainingSettings,
  strengthName: StrengthName,
  parts: TrainingParts,
): Promise<FittedMember[]> {
  const { hidden, batchRows, networkTimeScale: timeScale, networkExpansion: expansion } = settings;
  const rows = allRows(study);
  const strength = strengthOf(strengthName, rows.length, settings);
  const head = hazardHead(gridEnds, causes, timeScale);
  const share = settings.networkShare / settings.networks;
  const networks: FittedMember[] = [];
  for (let at = 0; at < settings.networks; at++) {
    const seed = study.seed + 1 + at;
    const training = { study: forNetworks, rows, head, strength, hidden, batchRows, seed };
    const numbers = await parts.numbersOf(`network-${at}`, () => trainNetwork(training).all);
    networks.push({ kind: 'network', size: hidden, timeScale, expansion, share, numbers });
  }
  return networks;
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

export const allRows = ({ predictors }: RiskStudy) =>
  Int32Array.from({ length: predictors.rows }, (_, row) => row);
