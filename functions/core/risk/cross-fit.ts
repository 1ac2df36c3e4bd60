import { logisticBaselineAtHorizon } from '../../../models/baseline/logistic-baseline.ts';
import { isFollowedTo } from '../../../models/survival/censoring.ts';
import { type FollowUp, pickFollowUp } from '../../../models/survival/follow-up.ts';
import type { KeptParts } from '../ports/kept-parts.ts';
import type { Progress } from '../ports/progress.ts';
import type { RiskNetwork } from '../ports/risk-network.ts';
import { type CrossFitModel, type CrossFitOrder, crossFitModels, type Split } from './cross-fit-order.ts';
import { keptOrMade, type SplitPredictions, splitKeys } from './kept-splits.ts';
import { numberPeople } from './landmark-rows.ts';
import type { Repetition } from './table-folds.ts';
import { learnPredictors } from './table-predictors.ts';
import { trainingCheckpoints } from './training-checkpoints.ts';
import { TooLittleToLearnFrom } from './training-plan.ts';

export interface CrossFitPorts {
  readonly network: RiskNetwork;
  readonly progress: Progress;
  /** Absent: a run that is stopped begins anew. */
  readonly kept?: KeptParts;
}

/** Predictions of one repetition, each by a model that never saw the row. */
export interface OutOfFold {
  readonly rep: string;
  /** The table's rows that were predicted, rising. */
  readonly rows: Int32Array;
  /** Probability of the outcome: for each horizon one value a row of `rows`. */
  readonly probability: Readonly<Record<CrossFitModel, readonly Float64Array[]>>;
}

/**
 * Predicts every row by models trained on the other folds, the ridge logistic beside the network on the same
 * rows. All that is learnt, the encoding of columns too, is learnt from the training folds. A fit that was kept is
 * not made again: a run that was stopped ends as an undisturbed one.
 *
 * @throws TooLittleToLearnFrom when training folds hold too few outcomes
 */
export async function crossFit(ports: CrossFitPorts, order: CrossFitOrder): Promise<OutOfFold[]> {
  const splits = order.repetitions.flatMap((repetition) =>
    repetition.predicted.map((fold) => splitOf(repetition, fold)),
  );
  for (const split of splits) refuseTooLittle(order, split);
  const found = new Map(order.repetitions.map(({ rep }) => [rep, emptyPredictions(order)]));
  const keyOf = splitKeys(order, ports.network.numerics);
  try {
    for (const [at, split] of splits.entries()) {
      ports.progress.begin('train', stepsPerSplit, { number: at + 1, of: splits.length });
      const predicted = await keptOrMade(ports.kept, keyOf(split), (key) =>
        fitSplit(ports, order, split, key),
      );
      enter(predicted, split, found.get(split.rep)!);
    }
  } finally {
    ports.progress.end();
  }
  return order.repetitions.map((repetition) => predictedRows(repetition, found.get(repetition.rep)!));
}

type Predictions = Record<CrossFitModel, Float64Array[]>;

const stepsPerSplit = 100;

function splitOf({ rep, foldOfRow }: Repetition, fold: string): Split {
  const rows = Int32Array.from(foldOfRow, (_, row) => row);
  const isTest = (row: number) => foldOfRow[row] === fold;
  return { rep, fold, training: rows.filter((row) => !isTest(row)), test: rows.filter(isTest) };
}

const leastOutcomes = 10;

function refuseTooLittle({ table, horizons }: CrossFitOrder, { rep, fold, training }: Split): void {
  const followUp = pickFollowUp(table.followUp, training);
  horizons.forEach((horizon, at) => {
    const { cases, others } = knownAt(followUp, horizon);
    const least = at === horizons.length - 1 ? leastOutcomes : 1;
    const lacking: [string, number] | false =
      (!isFollowedTo(followUp, horizon) && ['some followed so far', 0]) ||
      (cases < least && [`at least ${least} with the outcome by then`, cases]) ||
      (others === 0 && ['some without the outcome by then', 0]);
    if (!lacking) return;
    const [expected, got] = lacking;
    throw new TooLittleToLearnFrom(
      `horizon ${horizon}, repetition ${rep}, fold ${fold}: among the rows to train on expected ${expected}, got ${got}`,
    );
  });
}

/** Rows with the outcome by the horizon, and rows of which it is known that they had none by then. */
function knownAt({ time, event }: FollowUp, horizon: number): { cases: number; others: number } {
  let [cases, others] = [0, 0];
  time.forEach((end, row) => {
    if (end <= horizon && event[row] === 1) cases++;
    else if (end >= horizon || event[row]! > 0) others++;
  });
  return { cases, others };
}

function emptyPredictions({ table, horizons }: CrossFitOrder): Predictions {
  const empty = () => horizons.map(() => new Float64Array(table.ids.length));
  return { network: empty(), logistic: empty() };
}

/** Predictions of a split's test rows. */
async function fitSplit(
  { network, progress, kept }: CrossFitPorts,
  { table, horizons, seed }: CrossFitOrder,
  { training, test }: Split,
  key: string,
): Promise<SplitPredictions> {
  const predictorsOf = learnPredictors(table.columns, training);
  const [known, asked] = [predictorsOf(training), predictorsOf(test)];
  const followUp = withoutZero(pickFollowUp(table.followUp, training), horizons[0]!);
  const person = numberPeople(Array.from(training, (row) => table.people[row]!));
  let done = 0;
  const { served: model } = await network.train({
    predictors: known,
    followUp,
    person,
    horizons,
    groups: Object.fromEntries(known.names.map((name) => [name, 'all'])),
    seed,
    explains: false,
    ...(kept && { checkpoints: trainingCheckpoints(kept, key) }),
    onProgress: (share) => {
      progress.advance(Math.round(share * stepsPerSplit) - done);
      done = Math.round(share * stepsPerSplit);
    },
  });
  try {
    const probability = await model.probabilities(asked);
    return {
      network: horizons.map((_, h) => Array.from(test, (_, at) => probability[at * horizons.length + h]!)),
      logistic: horizons.map((horizon) => {
        const logistic = logisticBaselineAtHorizon(known, followUp, person, horizon, seed);
        return [...logistic.predict(asked.columns, asked.rows)];
      }),
    };
  } finally {
    model.dispose();
  }
}

function enter(predicted: SplitPredictions, { test }: Split, into: Predictions): void {
  for (const model of crossFitModels)
    predicted[model].forEach((column, h) => {
      test.forEach((row, at) => {
        into[model][h]![row] = column[at]!;
      });
    });
}

/** Models need a time above 0: an end at 0 is taken as one at the smallest time above it, by the first horizon. */
function withoutZero({ time, event }: FollowUp, firstHorizon: number): FollowUp {
  const least = time.reduce((found, one) => (one > 0 && one < found ? one : found), firstHorizon);
  return { time: time.map((one) => (one === 0 ? least : one)), event };
}

function predictedRows({ rep, foldOfRow, predicted }: Repetition, all: Predictions): OutOfFold {
  const asked = new Set(predicted);
  const rows = Int32Array.from(foldOfRow, (_, row) => row).filter((row) => asked.has(foldOfRow[row]!));
  const pick = (columns: readonly Float64Array[]) =>
    columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  return { rep, rows, probability: { network: pick(all.network), logistic: pick(all.logistic) } };
}
