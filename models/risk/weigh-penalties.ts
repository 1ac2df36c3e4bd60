import { additiveOutputs, additiveParameters } from './additive-member.ts';
import { type JudgedBlend, judgedRows, outcomeLossesOf } from './judged-blends.ts';
import type { TrainingPart } from './make-part.ts';
import { pairedGain } from './paired-gain.ts';
import type { PreparedStudy } from './prepare-study.ts';
import type { Penalty } from './train-additive.ts';
import type { NamedParts, TrainingParts } from './training-parts.ts';
import type { TrainingSettings } from './training-settings.ts';

/** A penalty, what it lost of people not learnt from, and how much its model counts in the additive one. */
export interface WeighedPenalty {
  readonly penalty: Penalty;
  readonly loss: number;
  /** All sum to 1. */
  readonly weight: number;
}

/** Penalties weighed, the additive model that their weights make of each split, and of all rows. */
export interface WeighedAdditive {
  readonly tried: readonly WeighedPenalty[];
  readonly ofSplits: readonly JudgedBlend[];
  readonly ofAll: Float32Array;
}

/**
 * The additive model: not of the best penalty, which on few people is chosen by chance, but of all that people not
 * learnt from hardly tell from the best, their pulls averaged. All are tried on the first splits, and those that
 * count fitted on the others and on all rows.
 */
export async function weighPenalties(
  prepared: PreparedStudy,
  settings: TrainingSettings,
  parts: TrainingParts,
): Promise<WeighedAdditive> {
  const { forAdditive, gridEnds, causes, splits } = prepared;
  const { penalties, additiveTimeScale: timeScale, choosingSplits } = settings;
  const laddered = async (rows: number | 'all', own: readonly Penalty[]) =>
    partedNumbers(await parts.numbersOf(ladderName(rows), ladder(rows, own)), own.length);
  const judged = (split: number, ladder: readonly Float32Array[]): JudgedBlend[] => {
    const inputs = forAdditive.inputsOf(splits[split]!.judge);
    return ladder.map((numbers) => {
      const { baseline, pulls } = additiveParameters(numbers, gridEnds.length * causes);
      const outputs = additiveOutputs(inputs, pulls, 2 * causes);
      return [{ numbers, baseline, outputs, timeScale, share: 1 }];
    });
  };
  const tries: Float32Array[][] = [];
  for (let split = 0; split < choosingSplits; split++) tries.push(await laddered(split, penalties));
  const judgedTries = tries.map((ladder, split) => judged(split, ladder));
  const blends = penalties.map((_, at) => judgedTries.map((ofSplit) => ofSplit[at]!));
  const tried = weighed(prepared, penalties, blends);
  const kept = tried.filter(({ weight }) => weight > 0);
  const keptPenalties = kept.map(({ penalty }) => penalty);
  const others = splits.map((_, split) => split).slice(choosingSplits);
  parts.begin(ladders([...others, 'all'], keptPenalties));
  const mixed = (ladder: readonly Float32Array[]) => weightedMean(ladder, kept);
  const ofSplits: JudgedBlend[] = [];
  for (const split of splits.keys()) {
    const ladder =
      tries[split]?.filter((_, at) => tried[at]!.weight > 0) ?? (await laddered(split, keptPenalties));
    ofSplits.push(...judged(split, [mixed(ladder)]));
  }
  const ofAll = mixed(await laddered('all', keptPenalties));
  return { tried, ofSplits, ofAll };
}

const ladderName = (rows: number | 'all') => (rows === 'all' ? 'additive' : `split-${rows}-additive`);

const ladder = (rows: number | 'all', penalties: readonly Penalty[]): TrainingPart => ({
  kind: 'additive',
  rows,
  penalties,
});

/** Additive models with each penalty, of the rows of each split or of all. */
export const ladders = (rows: readonly (number | 'all')[], penalties: readonly Penalty[]): NamedParts =>
  Object.fromEntries(rows.map((own) => [ladderName(own), ladder(own, penalties)]));

const leastLikely = 0.1;

/**
 * Weighs penalties: e to the power of minus half of what the best one gains over them in log likelihood, rows of one person
 * together counting as one. Whole weights are known to trust chance too much. What would count for less than a tenth of
 * the best is left out.
 *
 * @param blends of each penalty, of each split that is tried
 * @source Yao, Vehtari, Simpson & Gelman 2018, Using stacking to average Bayesian predictive distributions, 2.2
 */
function weighed(
  prepared: PreparedStudy,
  penalties: readonly Penalty[],
  blends: readonly JudgedBlend[][],
): WeighedPenalty[] {
  const judged = blends.map((ofSplits) =>
    judgedRows(prepared, ofSplits).map((one) => ({ rows: one.rows, losses: outcomeLossesOf(prepared, one) })),
  );
  const best = judged.reduce((found, one) => (pairedGain(prepared, found, one).gain > 0 ? one : found));
  const compared = judged.map((one) => pairedGain(prepared, one, best));
  const likely = compared.map(({ gain, people }) => Math.exp((-gain * people) / 2));
  const counted = likely.map((weight) => (weight < leastLikely ? 0 : weight));
  const sum = sumOf(counted);
  return penalties.map((penalty, at) => ({
    penalty,
    loss: compared[at]!.firstLoss,
    weight: counted[at]! / sum,
  }));
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

function weightedMean(ladder: readonly Float32Array[], kept: readonly WeighedPenalty[]): Float32Array {
  return ladder[0]!.map((_, at) =>
    kept.reduce((sum, { weight }, penalty) => sum + weight * ladder[penalty]![at]!, 0),
  );
}

function partedNumbers(numbers: Float32Array, count: number): Float32Array[] {
  const size = numbers.length / count;
  return Array.from({ length: count }, (_, at) => numbers.subarray(at * size, (at + 1) * size));
}
