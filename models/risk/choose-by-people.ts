import { joined } from './blend.ts';
import { roundSize, roundsOf, treeOutputs } from './boosted-trees.ts';
import { hazardHead } from './hazard-head.ts';
import { networkOutputs, networkParameters, shapeFor } from './hazard-network.ts';
import { chooseBlend, type JudgedBlend, type JudgedChoice } from './judged-blends.ts';
import type { PreparedStudy } from './prepare-study.ts';
import type { NamedParts, TrainingParts } from './training-parts.ts';
import type { StrengthName, TrainingSettings } from './training-settings.ts';

/**
 * Chooses how freely networks learn, by what the blend of one network with the additive model loses: beside
 * a model that is steady by nature, a network may be freer than it could be alone.
 *
 * @param additive of each split, alone in its blend
 */
export function chooseStrength(
  prepared: PreparedStudy,
  additive: readonly JudgedBlend[],
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<StrengthName>> {
  const { forNetworks: study, gridEnds, causes, splits } = prepared;
  const { hidden, networkTimeScale: timeScale, networkShare: share } = settings;
  const head = hazardHead(gridEnds, causes, timeScale);
  const shape = shapeFor(head, study.width, hidden);
  return chooseBlend(
    prepared,
    settings.choosingSplits,
    settings.strengths,
    async (name: StrengthName, split: number): Promise<JudgedBlend> => {
      const numbers = await parts.numbersOf(
        networkName(name, split),
        networkOf(name, split, prepared.study.seed),
      );
      const network = networkParameters(shape, numbers);
      const outputs = networkOutputs(network, study.inputsOf(splits[split]!.judge));
      return joined(additive[split]!, [{ numbers, baseline: network.baseline, outputs, timeScale, share }]);
    },
  );
}

/** Chooses how many rounds of trees join each split's blend. */
export function chooseRounds(
  prepared: PreparedStudy,
  others: readonly JudgedBlend[],
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<number>> {
  const { forTrees: study, gridEnds, causes, splits } = prepared;
  const { trees, treeRounds, treesTimeScale: timeScale, treesShare: share } = settings;
  const shape = { depth: trees.depth, causes, intervals: gridEnds.length };
  const grown: Float32Array[] = [];
  const judgedInputs: Float32Array[] = [];
  return chooseBlend(prepared, settings.choosingSplits, treeRounds, async (count, split) => {
    const rounds = split < settings.choosingSplits ? treeRounds.at(-1)! : count;
    grown[split] ??= await parts.numbersOf(treesName(split), treesOf(split, rounds));
    const numbers = grown[split].subarray(0, count * roundSize(shape));
    const made = roundsOf(shape, numbers);
    const { baseline } = made.at(-1)!;
    judgedInputs[split] ??= study.inputsOf(splits[split]!.judge);
    const outputs = treeOutputs(made, judgedInputs[split], study.width);
    return joined(others[split]!, [{ numbers, baseline, outputs, timeScale, share }]);
  });
}

const networkName = (strength: StrengthName, split: number) => `split-${split}-${strength}`;
const treesName = (split: number) => `split-${split}-trees`;

const networkOf = (strength: StrengthName, split: number, seed: number) =>
  ({ kind: 'network', rows: split, strength, seed: seed + split }) as const;
const treesOf = (split: number, rounds: number) => ({ kind: 'trees', rows: split, rounds }) as const;

/** What is tried on the first splits whatever comes of it and, where nothing is to be chosen, fitted on the others. */
export function triedMembers(
  { study, splits }: PreparedStudy,
  { strengths, treeRounds, choosingSplits }: TrainingSettings,
): NamedParts {
  const isTried = (split: number, candidates: readonly unknown[]) =>
    split < choosingSplits || candidates.length === 1;
  const members = [...splits.keys()].flatMap((split) => [
    ...strengths
      .filter(() => isTried(split, strengths))
      .map((name) => [networkName(name, split), networkOf(name, split, study.seed)] as const),
    ...(isTried(split, treeRounds) ? [[treesName(split), treesOf(split, treeRounds.at(-1)!)] as const] : []),
  ]);
  return Object.fromEntries(members);
}
