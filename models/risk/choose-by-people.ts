import {
  type AdditiveParameters,
  additiveNumbers,
  additiveOutputs,
  additiveParameters,
} from './additive-member.ts';
import { joined } from './blend.ts';
import { roundSize, roundsOf, treeOutputs } from './boosted-trees.ts';
import { hazardHead } from './hazard-head.ts';
import { networkOutputs, networkParameters, shapeFor } from './hazard-network.ts';
import { chooseBlend, type JudgedBlend, type JudgedChoice, type JudgedModel } from './judged-blends.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { trainAdditive } from './train-additive.ts';
import { type EncodedStudy, trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** Chooses the additive model's ridge; each ridge starts from the solution of the one before. */
export async function chooseRidge(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<number>> {
  const { forAdditive: study, gridEnds, causes } = prepared;
  const timeScale = settings.additiveTimeScale;
  const head = hazardHead(gridEnds, causes, timeScale);
  const [baselineSize, width] = [gridEnds.length * causes, 2 * causes];
  const starts: AdditiveParameters[] = [];
  const judgedInputs = judgedInputsOf(prepared, study);
  const fitted = async (ridge: number, split: number): Promise<JudgedBlend> => {
    const { learn } = prepared.splits[split]!;
    const numbers = await parts.numbersOf(`split-${split}-ridge-${ridge}`, () =>
      additiveNumbers(trainAdditive(study, learn, head, ridge, starts[split])),
    );
    const { baseline, pulls } = additiveParameters(numbers, baselineSize);
    starts[split] = { baseline, pulls };
    const outputs = additiveOutputs(judgedInputs(split), pulls, width);
    return [{ numbers, baseline, outputs, timeScale, share: 1 }];
  };
  return chooseBlend(prepared, settings.choosingSplits, settings.ridges, fitted);
}

/**
 * Chooses how freely networks learn, by what the blend of one network with the additive model loses: beside
 * a model that is steady by nature, a network may be freer than it could be alone.
 *
 * @param additive of each split, alone in its blend
 */
export async function chooseStrength(
  prepared: PreparedStudy,
  additive: readonly JudgedBlend[],
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<StrengthName>> {
  const { forNetworks: study, gridEnds, causes } = prepared;
  const { hidden, batchRows, networkTimeScale: timeScale, networkShare: share } = settings;
  const head = hazardHead(gridEnds, causes, timeScale);
  const shape = shapeFor(head, study.width, hidden);
  const trained = async (name: StrengthName, split: number, member: number): Promise<JudgedModel> => {
    const { learn, judge } = prepared.splits[split]!;
    const strength = strengthOf(name, learn.length, settings);
    const seed = prepared.study.seed + member;
    const numbers = await parts.numbersOf(
      `split-${split}-${name}-${member}`,
      () => trainNetwork({ study, rows: learn, head, strength, hidden, batchRows, seed }).all,
    );
    const network = networkParameters(shape, numbers);
    const outputs = networkOutputs(network, study.inputsOf(judge));
    return { numbers, baseline: network.baseline, outputs, timeScale, share };
  };
  const { choice, ofSplits: single } = await chooseBlend(
    prepared,
    settings.choosingSplits,
    settings.strengths,
    async (name, split) => joined(additive[split]!, [await trained(name, split, 0)]),
  );
  const ofSplits: JudgedBlend[] = [];
  for (const [split, blend] of single.entries()) {
    const networks = [blend.at(-1)!];
    for (let member = 1; member < settings.judgedNetworks; member++)
      networks.push(await trained(choice.chosen, split, member));
    ofSplits.push(joined(additive[split]!, [meanModel(networks)]));
  }
  return { choice, ofSplits };
}

/** Chooses how many rounds of trees join each split's blend. */
export async function chooseRounds(
  prepared: PreparedStudy,
  others: readonly JudgedBlend[],
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<number>> {
  const { forTrees: study, gridEnds, causes } = prepared;
  const { trees, treeRounds, treesTimeScale: timeScale, treesShare: share } = settings;
  const head = hazardHead(gridEnds, causes, timeScale);
  const shape = { depth: trees.depth, causes, intervals: gridEnds.length };
  const { seed } = prepared.study;
  const grown: Float32Array[] = [];
  const judgedInputs = judgedInputsOf(prepared, study);
  const withRounds = async (count: number, split: number): Promise<JudgedBlend> => {
    const { learn } = prepared.splits[split]!;
    const rounds = split < settings.choosingSplits ? treeRounds.at(-1)! : count;
    grown[split] ??= await parts.numbersOf(`split-${split}-trees`, () =>
      trainTrees({ study, rows: learn, head, settings: trees, rounds, seed }),
    );
    const numbers = grown[split].subarray(0, count * roundSize(shape));
    const made = roundsOf(shape, numbers);
    const { baseline } = made.at(-1)!;
    const outputs = treeOutputs(made, judgedInputs(split), study.width);
    return joined(others[split]!, [{ numbers, baseline, outputs, timeScale, share }]);
  };
  return chooseBlend(prepared, settings.choosingSplits, treeRounds, withRounds);
}

/** Inputs of a split's judged rows, encoded once for all candidates. */
function judgedInputsOf({ splits }: PreparedStudy, study: EncodedStudy): (split: number) => Float32Array {
  const held: Float32Array[] = [];
  return (split) => {
    held[split] ??= study.inputsOf(splits[split]!.judge);
    return held[split];
  };
}

/** An ensemble as one model: its members' logits averaged. */
function meanModel(models: readonly JudgedModel[]): JudgedModel {
  const mean = (part: 'baseline' | 'outputs') =>
    models[0]![part].map((_, at) => models.reduce((sum, one) => sum + one[part][at]! / models.length, 0));
  return { ...models[0]!, baseline: mean('baseline'), outputs: mean('outputs') };
}
