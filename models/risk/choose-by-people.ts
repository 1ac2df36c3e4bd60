import { joined } from './blend.ts';
import { roundSize, roundsOf, treeOutputs } from './boosted-trees.ts';
import { hazardHead } from './hazard-head.ts';
import { networkOutputs, networkParameters, shapeFor } from './hazard-network.ts';
import { chooseBlend, type JudgedBlend, type JudgedChoice } from './judged-blends.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

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
  const { hidden, batchRows, networkTimeScale: timeScale, networkShare: share } = settings;
  const head = hazardHead(gridEnds, causes, timeScale);
  const shape = shapeFor(head, study.width, hidden);
  return chooseBlend(
    prepared,
    settings.choosingSplits,
    settings.strengths,
    async (name: StrengthName, split: number): Promise<JudgedBlend> => {
      const { learn, judge } = splits[split]!;
      const strength = strengthOf(name, learn.length, settings);
      const seed = prepared.study.seed + split;
      const numbers = await parts.numbersOf(
        `split-${split}-${name}`,
        () => trainNetwork({ study, rows: learn, head, strength, hidden, batchRows, seed }).all,
      );
      const network = networkParameters(shape, numbers);
      const outputs = networkOutputs(network, study.inputsOf(judge));
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
  const head = hazardHead(gridEnds, causes, timeScale);
  const shape = { depth: trees.depth, causes, intervals: gridEnds.length };
  const { seed } = prepared.study;
  const grown: Float32Array[] = [];
  const judgedInputs: Float32Array[] = [];
  return chooseBlend(prepared, settings.choosingSplits, treeRounds, async (count, split) => {
    const { learn, judge } = splits[split]!;
    const rounds = split < settings.choosingSplits ? treeRounds.at(-1)! : count;
    grown[split] ??= await parts.numbersOf(`split-${split}-trees`, () =>
      trainTrees({ study, rows: learn, head, settings: trees, rounds, seed }),
    );
    const numbers = grown[split].subarray(0, count * roundSize(shape));
    const made = roundsOf(shape, numbers);
    const { baseline } = made.at(-1)!;
    judgedInputs[split] ??= study.inputsOf(judge);
    const outputs = treeOutputs(made, judgedInputs[split], study.width);
    return joined(others[split]!, [{ numbers, baseline, outputs, timeScale, share }]);
  });
}
