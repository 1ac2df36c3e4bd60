import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CrossFitPorts, crossFit } from '../../functions/core/risk/cross-fit.ts';
import { crossFitFigureNames } from '../../functions/core/risk/cross-fit-figures.ts';
import type { SurvivalTable } from '../../functions/core/risk/cross-fit-order.ts';
import { numberPeople } from '../../functions/core/risk/landmark-rows.ts';
import { columnsTellingOfCensoring, isMissing } from '../../functions/core/risk/missing-tells-censoring.ts';
import { type Repetition, seededFolds } from '../../functions/core/risk/table-folds.ts';
import { learnPredictors } from '../../functions/core/risk/table-predictors.ts';
import { comparePredictions } from '../../models/evaluation/compare-predictions.ts';
import { horizonFigures, predictionsAtHorizon } from '../../models/evaluation/horizon-figures.ts';
import type { Estimate } from '../../models/evaluation/person-bootstrap.ts';
import { type FollowUp, pickFollowUp } from '../../models/survival/follow-up.ts';
import { readSurvivalTable } from '../../runner/table/read-survival-table.ts';
import { fitSplineCox } from './spline-cox.ts';

export const peers = ['logistic', 'splineCox'] as const;
export type Peer = (typeof peers)[number];

/** One table at one horizon. */
export interface JudgedTable {
  readonly table: string;
  readonly rows: number;
  readonly horizon: number;
  /** In the order of `crossFitFigureNames`. */
  readonly figures: Readonly<Record<'network' | Peer, readonly number[]>>;
  /** Network minus peer, paired. */
  readonly against: Readonly<Record<Peer, { readonly auc: Estimate; readonly brier: Estimate }>>;
  /** Judged once more where what is missing tells who is censored, in strata of it; absent: it does not. */
  readonly inStrata?: Omit<JudgedTable, 'table' | 'rows' | 'horizon'>;
}

interface Judge {
  readonly followUp: FollowUp;
  readonly person: ArrayLike<number>;
  readonly horizons: readonly number[];
  readonly predicted: Readonly<Record<'network' | Peer, readonly Float64Array[]>>;
  readonly stratumOfRow?: Int32Array;
}

const [folds, seed] = [5, 1];
const shares = [0.35, 0.75];

/**
 * Judges the model on every CSV of a folder (columns id, time, event and predictors) in five folds, beside a ridge
 * logistic regression and a Cox regression on splines, at the 35 and 75 % quantiles of the outcome's times.
 */
export async function evaluateTables(
  folder: string,
  ports: CrossFitPorts,
  report: (judged: JudgedTable) => void,
): Promise<JudgedTable[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const all: JudgedTable[] = [];
  for (const file of files.sort()) {
    const columns = { id: 'id', time: 'time', event: 'event' };
    const table = await readSurvivalTable(join(folder, file), columns);
    for (const judged of await judgeTable(basename(file, '.csv'), table, ports)) {
      report(judged);
      all.push(judged);
    }
  }
  return all;
}

async function judgeTable(name: string, table: SurvivalTable, ports: CrossFitPorts): Promise<JudgedTable[]> {
  const horizons = horizonsOf(table);
  const repetition = seededFolds(table.ids, folds, seed);
  const [outOfFold] = await crossFit(ports, { table, repetitions: [repetition], horizons, seed });
  const predicted = { ...outOfFold!.probability, splineCox: byCox(table, repetition, horizons) };
  const judge = { followUp: table.followUp, person: numberPeople(table.ids), horizons, predicted };
  const stratumOfRow = censoringStrata(table);
  const [together, inStrata] = [judged(judge), stratumOfRow && judged({ ...judge, stratumOfRow })];
  return horizons.map((horizon, h) => ({
    ...{ table: name, rows: table.ids.length, horizon },
    ...together[h]!,
    ...(inStrata && { inStrata: inStrata[h]! }),
  }));
}

/** One a horizon. */
function judged({ followUp, person, horizons, predicted, stratumOfRow }: Judge) {
  const compared = mapOf(peers, (peer) => {
    const [first, second] = [predicted.network, predicted[peer]];
    return comparePredictions({ ...followUp, person, horizons, first, second, seed, stratumOfRow });
  });
  return horizons.map((horizon, h) => ({
    figures: mapOf(['network', ...peers] as const, (model) => {
      const own = predictionsAtHorizon(followUp, horizon, predicted[model][h]!, stratumOfRow);
      return horizonFigures(own, crossFitFigureNames);
    }),
    against: mapOf(peers, (peer) => compared[peer][h]!.differences),
  }));
}

/** Which of the two columns whose absence tells most of censoring a row lacks; undefined where no absence tells of it. */
function censoringStrata(table: SurvivalTable): Int32Array | undefined {
  const telling = columnsTellingOfCensoring(table).slice(0, 2);
  if (telling.length === 0) return undefined;
  return Int32Array.from(table.ids, (_, row) =>
    telling.reduce((pattern, column) => 2 * pattern + Number(isMissing(column, row)), 0),
  );
}

function mapOf<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}

/** Quantiles of the times at which the outcome was seen. */
function horizonsOf({ followUp: { time, event } }: SurvivalTable): number[] {
  const seen = time.filter((when, row) => event[row] === 1 && when > 0).sort();
  return shares.map((share) => seen[Math.floor(share * (seen.length - 1))]!);
}

/** Predictions of every row by Cox regressions of the other folds. */
function byCox(table: SurvivalTable, { foldOfRow, predicted }: Repetition, horizons: readonly number[]) {
  const found = horizons.map(() => new Float64Array(table.ids.length));
  const rows = Int32Array.from(foldOfRow, (_, row) => row);
  for (const fold of predicted) {
    const training = rows.filter((row) => foldOfRow[row] !== fold);
    const test = rows.filter((row) => foldOfRow[row] === fold);
    const predictorsOf = learnPredictors(table.columns, training);
    const predict = fitSplineCox(predictorsOf(training), pickFollowUp(table.followUp, training));
    predict(predictorsOf(test), horizons).forEach((incidence, h) => {
      test.forEach((row, at) => {
        found[h]![row] = incidence[at]!;
      });
    });
  }
  return found;
}
