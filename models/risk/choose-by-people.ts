import { additiveNumbers, additiveOutputs, additiveParameters } from './additive-member.ts';
import {
  type BlendPart,
  blendedBaseline,
  blendedOutputs,
  firstIntervals,
  lossOfRows,
  outputWeights,
} from './blend.ts';
import type { JudgedRows } from './calibrate-hazards.ts';
import { type HazardHead, hazardHead } from './hazard-head.ts';
import { networkOutputs, networkParameters, shapeFor } from './hazard-network.ts';
import type { PreparedStudy } from './prepare-study.ts';
import { trainAdditive } from './train-additive.ts';
import { trainNetwork } from './train-network.ts';
import type { TrainingParts } from './training-parts.ts';
import { type StrengthName, strengthOf, type TrainingSettings } from './training-settings.ts';

/** What was tried and what it cost: loss per row of people not learnt from, up to the last horizon. */
export interface Choice<Candidate> {
  readonly chosen: Candidate;
  readonly tried: readonly { readonly candidate: Candidate; readonly loss: number }[];
}

/** A model fitted on one side of a split, and its outputs for the rows of the other side. */
interface JudgedModel {
  readonly numbers: Float32Array;
  readonly baseline: Float32Array;
  readonly outputs: Float32Array;
  readonly timeScale: number;
}

/** A choice, and what the chosen model of each split gives for the people it has not seen. */
export interface JudgedChoice<Candidate> {
  readonly choice: Choice<Candidate>;
  readonly ofSplits: readonly JudgedModel[];
}

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
  const judged = settings.ridges.map(() => [] as JudgedModel[]);
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
      judged[at]!.push({ numbers, baseline: start.baseline, outputs, timeScale });
    }
  }
  return bestOf(prepared, settings.ridges, judged, (models, split) => [{ ...models[split]!, share: 1 }]);
}

/**
 * Chooses how freely networks learn, by what the blend of one network with the additive model loses: beside
 * a model that is steady by nature, a network may be freer than it could be alone.
 */
export async function chooseStrength(
  prepared: PreparedStudy,
  additive: readonly JudgedModel[],
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<JudgedChoice<StrengthName>> {
  const { forNetworks: study, gridEnds, causes } = prepared;
  const { hidden, batchRows, networkTimeScale: timeScale } = settings;
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
    return { numbers, baseline: network.baseline, outputs, timeScale };
  };
  const judged: JudgedModel[][] = [];
  for (const name of settings.strengths) {
    const ofSplits: JudgedModel[] = [];
    for (const split of prepared.splits.keys()) ofSplits.push(await trained(name, split, 0));
    judged.push(ofSplits);
  }
  const { choice, ofSplits: single } = bestOf(prepared, settings.strengths, judged, (models, split) =>
    additiveAndNetworks(additive[split]!, models[split]!, settings),
  );
  const ofSplits: JudgedModel[] = [];
  for (const [split, first] of single.entries()) {
    const networks = [first];
    for (let member = 1; member < settings.judgedNetworks; member++)
      networks.push(await trained(choice.chosen, split, member));
    ofSplits.push(meanModel(networks));
  }
  return { choice, ofSplits };
}

/** An ensemble as one model: its members' logits averaged. */
function meanModel(models: readonly JudgedModel[]): JudgedModel {
  const mean = (part: 'baseline' | 'outputs') =>
    models[0]![part].map((_, at) => models.reduce((sum, one) => sum + one[part][at]! / models.length, 0));
  return { ...models[0]!, baseline: mean('baseline'), outputs: mean('outputs') };
}

/** The candidate whose blends lose least, averaged over splits. */
function bestOf<Candidate>(
  prepared: PreparedStudy,
  candidates: readonly Candidate[],
  judged: readonly (readonly JudgedModel[])[],
  blendOf: (models: readonly JudgedModel[], split: number) => readonly SharedModel[],
): JudgedChoice<Candidate> {
  const tried = candidates.map((candidate, at) => {
    const losses = prepared.splits.map((_, split) =>
      meanOf(lossesOf(prepared, judgedBlend(prepared, blendOf(judged[at]!, split), split))),
    );
    return { candidate, loss: meanOf(losses) };
  });
  const { candidate: chosen } = tried.reduce((found, one) => (one.loss < found.loss ? one : found));
  return { choice: { chosen, tried }, ofSplits: judged[candidates.indexOf(chosen)]! };
}

/** The head that judged rows are judged by: up to the last horizon, time in its common unit. */
export function judgingHead({ gridEnds, causes, study }: PreparedStudy): HazardHead {
  return firstIntervals(hazardHead(gridEnds, causes, 1), gridEnds.indexOf(study.horizons.at(-1)!) + 1);
}

/** A judged model and its share in a blend. */
export interface SharedModel extends JudgedModel, BlendPart {}

/** The additive model and one made of networks, by their shares. */
export function additiveAndNetworks(
  additive: JudgedModel,
  networks: JudgedModel,
  { networkShare }: Pick<TrainingSettings, 'networkShare'>,
): SharedModel[] {
  return [
    { ...additive, share: 1 - networkShare },
    { ...networks, share: networkShare },
  ];
}

/** A blend of models for a split's judged rows. */
export function judgedBlend(
  { causes, splits }: PreparedStudy,
  models: readonly SharedModel[],
  split: number,
): JudgedRows {
  const unstretched = new Array<number>(causes).fill(1);
  const baselines = models.map(({ baseline }) => baseline);
  return {
    rows: splits[split]!.judge,
    baseline: blendedBaseline(baselines, models),
    outputs: blendedOutputs(
      models.map(({ outputs }) => outputs),
      models.map((part) => outputWeights(part, unstretched)),
    ),
  };
}

/** Loss of each judged row up to the last horizon. */
export function lossesOf(prepared: PreparedStudy, { baseline, outputs, rows }: JudgedRows): Float64Array {
  return lossOfRows(judgingHead(prepared), baseline, outputs, prepared.exposure, rows);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum / values.length;
}
