import { additiveNumbers, additiveOutputs, additiveParameters } from './additive-member.ts';
import { joined } from './blend.ts';
import { roundSize, roundsOf, treeOutputs } from './boosted-trees.ts';
import { hazardHead } from './hazard-head.ts';
import { networkOutputs, networkParameters, shapeFor } from './hazard-network.ts';
import { bestOf, type JudgedBlend, type JudgedChoice, type JudgedModel } from './judged-blends.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { trainAdditive } from './train-additive.ts';
import { trainNetwork } from './train-network.ts';
import { trainTrees } from './train-trees.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** Chooses the additive model's ridge; each ridge starts from the stronger one's solution. */
export async function chooseRidge(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<number>> {
  const { forAdditive: study, gridEnds, causes } = prepared;
  const timeScale = settings.additiveTimeScale;
  const head = hazardHead(gridEnds, causes, timeScale);
  const [baselineSize, width] = [gridEnds.length * causes, 2 * causes];
  const blends = settings.ridges.map(() => [] as JudgedBlend[]);
  for (const [split, { learn, judge }] of prepared.splits.entries()) {
    const inputs = study.inputsOf(judge);
    let start: ReturnType<typeof additiveParameters> | undefined;
    for (let at = settings.ridges.length - 1; at >= 0; at--) {
      const ridge = settings.ridges[at]!;
      const numbers = await parts.numbersOf(`split-${split}-ridge-${ridge}`, () =>
        additiveNumbers(trainAdditive(study, learn, head, ridge, start)),
      );
      start = additiveParameters(numbers, baselineSize);
      const outputs = additiveOutputs(inputs, start.pulls, width);
      blends[at]!.push([{ numbers, baseline: start.baseline, outputs, timeScale, share: 1 }]);
    }
  }
  return bestOf(prepared, settings.ridges, blends);
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
  const blends: JudgedBlend[][] = [];
  for (const name of settings.strengths) {
    const ofSplits: JudgedBlend[] = [];
    for (const [split, blend] of additive.entries())
      ofSplits.push(joined(blend, [await trained(name, split, 0)]));
    blends.push(ofSplits);
  }
  const { choice, ofSplits: single } = bestOf(prepared, settings.strengths, blends);
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
  const [rounds, seed] = [treeRounds.at(-1)!, prepared.study.seed];
  const blends = treeRounds.map(() => [] as JudgedBlend[]);
  for (const [split, { learn, judge }] of prepared.splits.entries()) {
    const grown = await parts.numbersOf(`split-${split}-trees`, () =>
      trainTrees({ study, rows: learn, head, settings: trees, rounds, seed }),
    );
    const inputs = study.inputsOf(judge);
    treeRounds.forEach((count, at) => {
      const numbers = grown.subarray(0, count * roundSize(shape));
      const made = roundsOf(shape, numbers);
      const { baseline } = made.at(-1)!;
      const outputs = treeOutputs(made, inputs, study.width);
      blends[at]!.push(joined(others[split]!, [{ numbers, baseline, outputs, timeScale, share }]));
    });
  }
  return bestOf(prepared, treeRounds, blends);
}

/** An ensemble as one model: its members' logits averaged. */
function meanModel(models: readonly JudgedModel[]): JudgedModel {
  const mean = (part: 'baseline' | 'outputs') =>
    models[0]![part].map((_, at) => models.reduce((sum, one) => sum + one[part][at]! / models.length, 0));
  return { ...models[0]!, baseline: mean('baseline'), outputs: mean('outputs') };
}
